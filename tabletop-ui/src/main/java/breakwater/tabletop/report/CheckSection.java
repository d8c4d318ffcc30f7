package breakwater.tabletop.report;

import breakwater.report.ReportDocument;

/** What the figures rest on, and how to check them without trusting this page. */
final class CheckSection {

    private final ReportDocument report;
    private final Markup page;

    CheckSection(ReportDocument report, Markup page) {
        this.report = report;
        this.page = page;
    }

    void write() {
        var drill = report.card().drill();
        page.open("section", "id", "check");
        page.element("h2", "How to read and check this report");
        page.open("ul");
        report.assumptions().forEach(line -> page.element("li", line));
        page.close();
        page.element(
                "p",
                "Every figure here was computed from log.jsonl alone. To compute them again, and to play the drill again to the same bytes:");
        page.element(
                "pre",
                "breakwater score log.jsonl\nbreakwater run exercises/%s --seed %s --out again\nsha256sum log.jsonl again/log.jsonl"
                        .formatted(drill.exercise(), drill.seed()));
        page.element(
                "p",
                "Exercise files: SHA-256 %s. Engine %s, log schema %s."
                        .formatted(
                                drill.exerciseHash(), drill.engineVersion(), drill.schemaVersion()),
                "class",
                "note");
        page.close();
    }
}
