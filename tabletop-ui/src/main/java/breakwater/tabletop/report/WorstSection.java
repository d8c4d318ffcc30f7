package breakwater.tabletop.report;

import breakwater.exercise.SimTime;
import breakwater.report.ReportDocument;
import breakwater.report.ReportDocument.OutageStory;
import breakwater.report.ReportDocument.ServiceStory;
import breakwater.report.ReportDocument.Step;
import breakwater.report.Wording;
import breakwater.scoring.Figures;
import breakwater.scoring.Measure;

/** The worst losses, each with the events behind it, from the root to the end. */
final class WorstSection {

    private final ReportDocument report;
    private final Markup page;
    private final InjectMarks injects;

    WorstSection(ReportDocument report, Markup page, InjectMarks injects) {
        this.report = report;
        this.page = page;
        this.injects = injects;
    }

    void write() {
        if (report.worst().isEmpty()) {
            return;
        }
        page.open("section", "id", "worst");
        page.element("h2", "The worst losses, and why");
        page.element(
                "p",
                "By users times unavailable time. Services that were lost and restored in the same seconds by the same cause are told once. Each step names its line in the log (domain#sequence).");
        for (int i = 0; i < report.worst().size(); i++) {
            story(report.worst().get(i), i == 0);
        }
        page.close().line();
    }

    private void story(ServiceStory story, boolean isFirst) {
        Figures figures = story.score().figures();
        if (isFirst) {
            page.open("details", "class", "story", "open", "open");
        } else {
            page.open("details", "class", "story");
        }
        page.open("summary").element("b", story.title());
        page.element(
                "span",
                "%s · class %s · unavailable %s · %s user-minutes"
                        .formatted(
                                story.score().declared().service(),
                                story.score().declared().priorityClass(),
                                FigureText.of(Measure.UNAVAILABLE_SECONDS, figures),
                                FigureText.of(Measure.OUTAGE_USER_MINUTES_BY_SERVICE, figures)),
                "class",
                "when");
        page.close();
        if (story.alike() > 0) {
            page.element("p", alike(story));
        }
        story.outages().forEach(this::outage);
        page.close();
    }

    private static String alike(ServiceStory story) {
        String names = String.join(
                ", ", story.alikeNamed().stream().map(Object::toString).toList());
        return "%s lost with it, together %s user-minutes: %s%s."
                .formatted(
                        story.alike() == 1
                                ? "1 other service was"
                                : Wording.number(story.alike()) + " other services were",
                        Wording.about(story.togetherUserMinutes().doubleValue()),
                        names,
                        story.alike() > story.alikeNamed().size() ? " and more" : "");
    }

    private void outage(OutageStory story) {
        var outage = story.outage();
        String root = story.root().isEmpty()
                ? ""
                : " · goes back to inject %s%s"
                        .formatted(
                                injects.number(story.root()),
                                story.inferred() ? " (found by following the events)" : "");
        page.element(
                "h4",
                "%s to %s%s%s"
                        .formatted(
                                SimTime.format(outage.fromSecond() * SimTime.MICROS_PER_SECOND),
                                SimTime.format(outage.untilSecond() * SimTime.MICROS_PER_SECOND),
                                outage.restored() ? "" : ", still out at EndEx",
                                root));
        page.open("ol", "class", "chain");
        story.chain().forEach(this::step);
        page.close();
    }

    private void step(Step step) {
        page.open("li").element("time", SimTime.format(step.timeMicros()));
        page.element("span", step.text());
        page.element("code", step.entry().toString()).close();
    }
}
