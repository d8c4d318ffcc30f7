package breakwater.tabletop.report;

import breakwater.exercise.SimTime;
import breakwater.report.ReportDocument;
import breakwater.report.ReportDocument.TimelineLine;
import breakwater.report.Wording;

import java.util.Locale;

/** The course of the drill in one list. */
final class TimelineSection {

    private final ReportDocument report;
    private final Markup page;

    TimelineSection(ReportDocument report, Markup page) {
        this.report = report;
        this.page = page;
    }

    void write() {
        page.open("section", "id", "course");
        page.element("h2", "The course of the drill");
        page.open("div", "class", "scroll").open("table", "class", "timeline").open("tbody");
        report.timeline().forEach(this::line);
        page.close("div");
        if (report.timelineLeftOut() > 0) {
            page.element(
                    "p",
                    "%s of less weight left out; the log has them all."
                            .formatted(Wording.count(report.timelineLeftOut(), "line")),
                    "class",
                    "note");
        }
        page.close().line();
    }

    private void line(TimelineLine line) {
        page.open("tr", "class", line.kind().name().toLowerCase(Locale.ROOT));
        page.open("td").element("time", SimTime.format(line.timeMicros())).close();
        page.element("td", line.domain().isEmpty() ? "control" : line.domain());
        page.element("td", line.text());
        page.open("td").element("code", line.first().toString()).close();
        page.close();
    }
}
