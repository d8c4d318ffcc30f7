package breakwater.tabletop.report;

import breakwater.ensemble.Comparison;
import breakwater.ensemble.DrillFigure;
import breakwater.ensemble.DrillFigure.Kind;
import breakwater.ensemble.Estimate;
import breakwater.ensemble.RehearsalDocument;
import breakwater.ensemble.RehearsalDocument.Row;
import breakwater.ensemble.RehearsalRequest;
import breakwater.ensemble.ReplicationSeeds;
import breakwater.report.Wording;
import breakwater.scenario.Exercise;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** {@code rehearsal.html}: one file that needs nothing else, in the look of the after-action report. */
final class RehearsalPage {

    /** More operators than this are in {@code rehearsal.json}. */
    private static final int OPERATORS_MAX = 30;

    private final RehearsalDocument document;
    private final RehearsalSentences sentences;
    private final Markup page = new Markup();

    private RehearsalPage(RehearsalDocument document) {
        this.document = document;
        this.sentences = new RehearsalSentences(document);
    }

    /** The whole page in UTF-8. */
    static byte[] encode(RehearsalDocument document) {
        return new RehearsalPage(document).write().getBytes(StandardCharsets.UTF_8);
    }

    private boolean isCompared() {
        return document.request().other().isPresent();
    }

    private String firstName() {
        return document.request().arm().name();
    }

    private String secondName() {
        return document.request().other().map(arm -> arm.name()).orElse("");
    }

    private String write() {
        Exercise exercise = document.request().arm().plan().exercise();
        page.raw("<!DOCTYPE html>\n").open("html", "lang", "en");
        PageStyle.head(page, exercise.title() + ", rehearsed", "report.css", "rehearsal.css");
        page.open("body").open("main");
        title(exercise);
        summary();
        charts();
        figures();
        shares();
        operators();
        neverTaken();
        reading();
        page.close().close().close();
        return page.line().whole();
    }

    private void neverTaken() {
        List<NeverTaken> all = NeverTaken.of(document);
        if (all.isEmpty()) {
            return;
        }
        page.open("section", "id", "never-taken");
        page.element("h2", "Steps of playbooks");
        for (NeverTaken never : all) {
            page.element("p", never.sentence());
            page.open("ul");
            never.rows().forEach(row -> page.element("li", String.join(" · ", row)));
            never.more().ifPresent(more -> page.element("li", more));
            page.close();
        }
        page.close().line();
    }

    private void title(Exercise exercise) {
        RehearsalRequest request = document.request();
        page.open("header");
        page.element("p", isCompared() ? "Rehearsal, compared" : "Rehearsal", "class", "kicker");
        page.element("h1", exercise.title());
        page.element(
                "p",
                "Exercise %s%s · %s%s · seed %s · %s of scenario time · %s"
                        .formatted(
                                firstName(),
                                isCompared() ? " against " + secondName() : "",
                                Wording.count(document.drills(), "drill"),
                                isCompared() ? " of each" : "",
                                request.seed(),
                                Wording.duration(exercise.horizonMicros()),
                                Wording.count(document.operators().size(), "operator")),
                "class",
                "facts");
        page.close().line();
    }

    private void summary() {
        List<String> findings = sentences.findings();
        page.open("section", "class", "summary", "id", "summary");
        page.element("h2", isCompared() ? "What differs" : "What to expect");
        page.element("p", sentences.lead(), "class", "lead");
        page.open("ul");
        sentences.chance().ifPresent(sentence -> page.element("li", sentence));
        sentences.target().ifPresent(sentence -> page.element("li", sentence));
        findings.stream()
                .filter(sentence -> !sentence.equals(sentences.lead()))
                .forEach(sentence -> page.element("li", sentence));
        page.close().close().line();
    }

    private void charts() {
        page.open("section", "class", "wide", "id", "distributions");
        page.element("h2", "How the drills scatter");
        page.element(
                "p",
                "Bars: how many drills have a value. Line: the share of drills at or below it. Below: the mean and the quantiles, each with its interval of %s; short intervals come from many drills, wide bars from chance in the exercise."
                        .formatted(sentences.level()));
        page.open("div", "class", "charts");
        for (Row row : document.ofAll()) {
            if (row.figure().kind() != Kind.SHARE && RehearsalSentences.isTelling(row)) {
                page.open("figure");
                page.element(
                        "h3",
                        DrillFigureText.named(row.figure()),
                        "title",
                        row.figure().definition());
                new DistributionChart(row)
                        .draw(page, isCompared() ? firstName() : "", secondName());
                page.close();
            }
        }
        page.close().close().line();
    }

    private void figures() {
        page.open("section", "class", "wide", "id", "figures");
        page.element("h2", "Figures");
        page.open("div", "class", "scroll").open("table").open("thead").open("tr");
        page.element("th", "Figure");
        if (isCompared()) {
            comparedHead();
        } else {
            heads("Mean", "Interval", "Median", "Worst 10 %", "Worst 5 %", "Worst", "Its seed");
        }
        page.close("thead").open("tbody");
        for (Row row : document.ofAll()) {
            if (RehearsalSentences.isTelling(row)
                    && (isCompared() || row.figure().kind() != Kind.SHARE)) {
                page.open("tr");
                page.element(
                        "td",
                        DrillFigureText.named(row.figure()),
                        "title",
                        row.figure().definition());
                if (isCompared()) {
                    compared(row);
                } else {
                    alone(row);
                }
                page.close();
            }
        }
        page.close("section").line();
    }

    private void heads(String... heads) {
        for (String head : heads) {
            page.element("th", head, "class", "n");
        }
    }

    private void cell(String text) {
        page.element("td", text, "class", "n");
    }

    private void comparedHead() {
        heads(firstName(), secondName(), "Difference", "Interval", "Better", "Alike", "Worse");
        page.element("th", "Verdict");
    }

    private void alone(Row row) {
        DrillFigure figure = row.figure();
        Estimate estimate = row.first().estimate();
        cell(DrillFigureText.of(figure, estimate.mean()));
        cell(DrillFigureText.of(figure, estimate.interval()));
        for (Estimate.AtQuantile quantile : estimate.quantiles()) {
            page.element(
                    "td",
                    DrillFigureText.of(figure, quantile.value()),
                    "class",
                    "n",
                    "title",
                    DrillFigureText.of(figure, quantile.interval()));
        }
        cell(DrillFigureText.of(
                figure, figure.lowerIsBetter() ? estimate.greatest() : estimate.least()));
        cell(Long.toString(
                ReplicationSeeds.seedOf(document.request().seed(), estimate.worstDrill())));
    }

    private void compared(Row row) {
        Comparison comparison = row.comparison().orElseThrow();
        DrillFigure figure = row.figure();
        cell(DrillFigureText.of(figure, row.first().estimate().mean()));
        cell(DrillFigureText.of(figure, row.second().orElseThrow().estimate().mean()));
        cell(DrillFigureText.difference(figure, comparison.difference()));
        cell(DrillFigureText.difference(figure, comparison));
        cell(Wording.number(comparison.better()));
        cell(Wording.number(comparison.alike()));
        cell(Wording.number(comparison.worse()));
        String verdict = comparison.verdict().name().toLowerCase(Locale.ROOT);
        page.open("td").element("span", verdict, "class", "verdict " + verdict).close();
    }

    private void shares() {
        if (isCompared()) {
            return;
        }
        page.open("section", "class", "wide", "id", "shares");
        page.element("h2", "How often");
        page.open("div", "class", "scroll").open("table").open("thead").open("tr");
        page.element("th", "Drills in which");
        heads("Drills", "Share", "Interval");
        page.close("thead").open("tbody");
        for (Row row : document.ofAll()) {
            if (row.figure().kind() == Kind.SHARE) {
                Estimate estimate = row.first().estimate();
                page.open("tr");
                page.element("td", row.figure().title(), "title", row.figure().definition());
                cell(Wording.number(Math.round(estimate.mean() * document.drills())));
                cell(DrillFigureText.of(row.figure(), estimate.mean()));
                cell(DrillFigureText.of(row.figure(), estimate.interval()));
                page.close();
            }
        }
        page.close("section").line();
    }

    private void operators() {
        List<Row> hit = document.ofOperatorsHit().stream()
                .filter(row -> row.figure() == DrillFigure.DEGRADED)
                .filter(row -> !isCompared() || RehearsalSentences.differs(row))
                .sorted(Comparator.comparingDouble(RehearsalPage::weight).reversed())
                .limit(OPERATORS_MAX)
                .toList();
        if (hit.isEmpty()) {
            return;
        }
        page.open("section", "class", "wide", "id", "operators");
        page.element(
                "h2",
                isCompared()
                        ? "What it saves and costs each operator"
                        : "Degraded user-minutes by operator");
        if (isCompared()) {
            page.element(
                    "p",
                    "Degraded user-minutes of each operator's services, '%s' minus '%s', in pairs of drills with the same chance. Left of 0 '%s' is better."
                            .formatted(secondName(), firstName(), secondName()));
            page.open("figure");
            new DifferenceChart(hit, this::nameOf).draw(page);
            page.close();
        }
        page.open("div", "class", "scroll").open("table").open("thead").open("tr");
        page.element("th", "Operator");
        if (isCompared()) {
            comparedHead();
        } else {
            heads("Mean", "Interval", "Median", "Worst 10 %", "Worst 5 %", "Worst", "Its seed");
        }
        page.close("thead").open("tbody");
        for (Row row : hit) {
            page.open("tr").element("td", nameOf(row));
            if (isCompared()) {
                compared(row);
            } else {
                alone(row);
            }
            page.close();
        }
        page.close("section").line();
    }

    private static double weight(Row row) {
        return row.comparison()
                .map(comparison -> Math.abs(comparison.difference()))
                .orElse(row.first().estimate().mean());
    }

    private String nameOf(Row row) {
        return document.operators().stream()
                .filter(operator -> row.operator().filter(operator.id()::equals).isPresent())
                .map(RehearsalDocument.Operator::name)
                .findFirst()
                .orElseThrow();
    }

    private void reading() {
        page.open("section", "id", "reading");
        page.element("h2", "How to read this");
        page.open("ul");
        page.element(
                "li",
                "Each drill plays the same exercise with other chance: how long repairs take, which links fail by themselves, how fast people answer. How well people work does not scatter here: one real drill is one observation of it.");
        sentences.people().forEach(sentence -> page.element("li", sentence));
        page.element("li", sentences.scope());
        page.element(
                "li",
                "Of a mean the interval is the BCa bootstrap's, of a quantile one between order statistics, of a share Wilson's. Each holds for itself: of twenty intervals of 95 % one is expected to miss.");
        if (isCompared()) {
            page.element(
                    "li",
                    "Drill number i of both arms has the same seed, so both meet the same failures. The interval is that of the differences of pairs. 'Open' means that it reaches over 0: these drills cannot tell which is better.");
        }
        page.element(
                "li",
                "breakwater run EXERCISE --seed SEED plays any of these drills again, with its log and report. The seeds of all of them are in rehearsal.json.");
        page.element(
                "li",
                "Worst 10 %: one drill in ten is as bad or worse. Rest the pointer on it for its interval.");
        page.element(
                "li",
                "Time to restore of a drill that was not restored by EndEx counts up to EndEx; the drills that were not are counted apart.");
        page.close().close().line();
    }
}
