package breakwater.tabletop.report;

import breakwater.report.ReportDocument;
import breakwater.report.ReportDocument.Action;
import breakwater.report.ReportDocument.Repair;
import breakwater.report.Wording;

/** Who did what: intents of the responders, and repairs. */
final class ResponseSection {

    /** More rows than this are for the log. */
    private static final int ROWS_MAX = 60;

    private final ReportDocument report;
    private final Markup page;

    ResponseSection(ReportDocument report, Markup page) {
        this.report = report;
        this.page = page;
    }

    void write() {
        page.open("section", "class", "wide", "id", "response");
        page.element("h2", "Response");
        if (report.actions().isEmpty() && report.repairs().isEmpty()) {
            page.element("p", "No responder acted and nothing had to be repaired.");
        }
        actions();
        repairs();
        page.close().line();
    }

    private void actions() {
        if (report.actions().isEmpty()) {
            return;
        }
        table("Operator", "By", "Intent", "Accepted", "Refused", "First", "Last refusal");
        report.actions().stream().limit(ROWS_MAX).forEach(this::action);
        page.close("div");
        leftOut(report.actions().size(), "line");
    }

    private void action(Action action) {
        page.open("tr").element("td", action.domain()).element("td", action.by());
        page.element("td", action.intent());
        page.element("td", Wording.number(action.accepted()), "class", "n");
        page.element("td", Wording.number(action.refused()), "class", "n");
        page.element("td", FigureText.moment(action.firstMicros()));
        page.element("td", action.lastRefusal()).close();
    }

    private void repairs() {
        if (report.repairs().isEmpty()) {
            return;
        }
        page.element("h3", "Repairs");
        table("Job", "Operator", "Crew", "Opened", "Crew left", "Work began", "Closed");
        report.repairs().stream().limit(ROWS_MAX).forEach(this::repair);
        page.close("div");
        leftOut(report.repairs().size(), "repair");
    }

    private void repair(Repair repair) {
        page.open("tr").element("td", repair.asset()).element("td", repair.domain());
        page.element("td", repair.crew().isEmpty() ? "–" : repair.crew());
        page.element("td", moment(repair.openedMicros(), "–"));
        page.element("td", moment(repair.travellingMicros(), "none sent"));
        page.element("td", moment(repair.workingMicros(), "–"));
        page.element("td", moment(repair.closedMicros(), "open at EndEx")).close();
    }

    private static String moment(long micros, String never) {
        return micros < 0 ? never : FigureText.moment(micros);
    }

    private void table(String... heads) {
        page.open("div", "class", "scroll").open("table").open("thead").open("tr");
        for (String head : heads) {
            page.element("th", head);
        }
        page.close("thead").open("tbody");
    }

    private void leftOut(int rows, String noun) {
        if (rows > ROWS_MAX) {
            page.element(
                    "p",
                    "%s more in report.json.".formatted(Wording.count(rows - ROWS_MAX, noun)),
                    "class",
                    "note");
        }
    }
}
