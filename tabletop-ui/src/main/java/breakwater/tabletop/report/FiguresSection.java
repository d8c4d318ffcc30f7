package breakwater.tabletop.report;

import breakwater.report.ReportDocument;
import breakwater.report.Wording;
import breakwater.scoring.Figures;
import breakwater.scoring.Measure;
import breakwater.scoring.Scorecard.Group;

import java.util.List;

/** The figures: a few large ones, then all of them by operator and class, each with its definition. */
final class FiguresSection {

    static final List<Measure> COLUMNS = List.of(
            Measure.SERVICES,
            Measure.SERVICES_HIT,
            Measure.AVAILABILITY,
            Measure.KEY_DELIVERY_RATIO,
            Measure.OUTAGE_USER_MINUTES,
            Measure.RESTORED,
            Measure.NOT_RESTORED,
            Measure.RESTORE_MEDIAN_SECONDS);

    private final ReportDocument report;
    private final Markup page;

    FiguresSection(ReportDocument report, Markup page) {
        this.report = report;
        this.page = page;
    }

    void headline() {
        Figures all = report.card().federation().figures();
        page.open("section", "class", "cards");
        for (Measure measure : report.headline()) {
            page.open("div", "class", "card", "title", measure.definition());
            page.element("b", FigureText.of(measure, all));
            page.element("span", measure.title());
            page.close();
        }
        page.close().line();
    }

    void tables() {
        page.open("section", "class", "wide", "id", "scores");
        page.element("h2", "Scores by operator and class");
        List<Group> hit = report.card().operatorsHit();
        table("Operator", hit);
        int well = report.card().operators().size() - hit.size();
        if (well > 0) {
            page.element(
                    "p",
                    "%s had no outage.".formatted(Wording.count(well, "operator")),
                    "class",
                    "note");
        }
        table("Priority class", report.card().classes());
        all();
        page.close().line();
    }

    private void table(String head, List<Group> groups) {
        page.open("div", "class", "scroll").open("table").open("thead").open("tr");
        page.element("th", head);
        COLUMNS.forEach(measure ->
                page.element("th", measure.title(), "class", "n", "title", measure.definition()));
        page.close("thead").open("tbody");
        for (Group group : groups) {
            page.open("tr").element("td", group.name());
            COLUMNS.forEach(measure ->
                    page.element("td", FigureText.of(measure, group.figures()), "class", "n"));
            page.close();
        }
        page.close("div");
    }

    private void all() {
        page.open("details")
                .element(
                        "summary",
                        "All figures of the federation, with their definitions and sources");
        page.open("div", "class", "scroll").open("table").open("thead").open("tr");
        page.element("th", "Measure").element("th", "Value", "class", "n");
        page.element("th", "Definition").element("th", "Source");
        page.close("thead").open("tbody");
        Figures all = report.card().federation().figures();
        for (Measure measure : all.values().keySet()) {
            page.open("tr").element("td", measure.title());
            page.element("td", FigureText.of(measure, all), "class", "n");
            page.element("td", measure.definition()).element("td", measure.source());
            page.close();
        }
        page.close("details");
    }
}
