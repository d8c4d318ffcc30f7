package breakwater.tabletop.report;

import breakwater.exercise.SimTime;
import breakwater.report.ReportDocument;
import breakwater.report.ReportDocument.AidStory;
import breakwater.report.ReportDocument.Step;
import breakwater.report.Wording;
import breakwater.scoring.AidScores.Pair;
import breakwater.scoring.AidScores.Reason;
import breakwater.scoring.Figures;
import breakwater.scoring.Measure;

import java.util.List;

/** What operators asked of each other, what came of it, and every case step by step. */
final class AidSection {

    /** More cases than this are for the data. */
    private static final int CASES_MAX = 40;

    private static final List<Measure> COLUMNS = List.of(
            Measure.AID_ASKED,
            Measure.AID_OFFERED,
            Measure.AID_DECLINED,
            Measure.AID_DEPLOYED,
            Measure.AID_BROKEN,
            Measure.AID_OFFER_MEDIAN_SECONDS,
            Measure.AID_DEPLOY_MEDIAN_SECONDS,
            Measure.AID_FULFILMENT,
            Measure.AID_RELIABILITY,
            Measure.AID_OVER_REQUEST,
            Measure.AID_IDLE_SHARE,
            Measure.AID_BACK_IN_TIME);

    private static final List<String> HEADS = List.of(
            "Asked",
            "Offered",
            "Declined",
            "Deployed",
            "Broken off",
            "To first offer",
            "To deploy",
            "Fulfilment",
            "Reliability",
            "Over-request",
            "Crews idle",
            "Back in time");

    private final ReportDocument report;
    private final Markup page;

    AidSection(ReportDocument report, Markup page) {
        this.report = report;
        this.page = page;
    }

    void write() {
        if (report.card().aid().isNone()) {
            return;
        }
        List<Pair> asked =
                report.card().aid().pairs().stream().filter(Pair::asked).toList();
        page.open("section", "class", "wide", "id", "aid");
        page.element("h2", "Mutual aid");
        int quiet = report.card().aid().pairs().size() - asked.size();
        if (asked.isEmpty()) {
            page.element(
                    "p",
                    "%s of operators had an agreement; nobody asked for anything."
                            .formatted(Wording.count(quiet, "pair")));
        } else {
            page.element(
                    "p",
                    "Who asked whom, and what came of it. Fulfilment: what was there of what was needed, over the time of the need. Times run from the request; a median counts what never came, and is “–” where fewer than half came, as is whatever is not defined."
                            + (quiet > 0
                                    ? " %s with an agreement asked for nothing."
                                            .formatted(Wording.count(quiet, "more pair"))
                                    : ""));
            pairs(asked);
            cases();
        }
        page.close().line();
    }

    private void pairs(List<Pair> asked) {
        page.open("div", "class", "scroll").open("table").open("thead").open("tr");
        page.element("th", "Requester").element("th", "Donor");
        for (int column = 0; column < HEADS.size(); column++) {
            page.element(
                    "th",
                    HEADS.get(column),
                    "class",
                    "n",
                    "title",
                    COLUMNS.get(column).definition());
        }
        page.close("thead").open("tbody");
        for (Pair pair : asked) {
            row(pair.requester().value(), pair.donor().value(), pair.figures());
        }
        if (asked.size() > 1) {
            row("all", "", report.card().aid().total());
        }
        page.close("div");
        for (Pair pair : asked) {
            for (Reason reason : pair.declines()) {
                page.element(
                        "p",
                        "%s declined %s: %s."
                                .formatted(
                                        pair.donor(),
                                        reason.times() == 1
                                                ? "once"
                                                : Wording.number(reason.times()) + " times",
                                        reason.text()),
                        "class",
                        "note");
            }
        }
    }

    private void row(String requester, String donor, Figures figures) {
        page.open("tr").element("td", requester).element("td", donor);
        for (Measure measure : COLUMNS) {
            page.element(
                    "td",
                    measure == Measure.AID_OVER_REQUEST
                            ? figures.findValue(measure)
                                    .map(value -> Wording.decimals(value.doubleValue(), 1))
                                    .orElse("–")
                            : figures.findValue(measure).isPresent()
                                    ? FigureText.of(measure, figures)
                                    : "–",
                    "class",
                    "n");
        }
        page.close();
    }

    private void cases() {
        page.element("h3", "Every case");
        report.aid().stream().limit(CASES_MAX).forEach(this::story);
        int more = report.aid().size() - CASES_MAX;
        if (more > 0) {
            page.element(
                    "p",
                    "%s more in report.json.".formatted(Wording.count(more, "case")),
                    "class",
                    "note");
        }
    }

    private void story(AidStory story) {
        if (report.aid().get(0).equals(story)) {
            page.open("details", "class", "story", "open", "open");
        } else {
            page.open("details", "class", "story");
        }
        page.open("summary")
                .element(
                        "b",
                        "%s from %s: %s"
                                .formatted(
                                        story.aid().requester(),
                                        story.aid().donor(),
                                        story.outcome()));
        page.element(
                "span",
                "%s · asked at %s"
                        .formatted(story.aid().aid(), SimTime.format(story.aid().askedMicros())),
                "class",
                "when");
        page.close().open("ol", "class", "chain");
        story.steps().forEach(this::step);
        page.close().close();
    }

    private void step(Step step) {
        page.open("li").element("time", SimTime.format(step.timeMicros()));
        page.element("span", step.text());
        page.element("code", step.entry().toString()).close();
    }
}
