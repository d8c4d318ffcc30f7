package breakwater.tabletop.report;

import breakwater.ensemble.Comparison;
import breakwater.ensemble.DrillFigure;
import breakwater.ensemble.RehearsalDocument.Row;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The mean difference in one figure, operator by operator, each with its interval around 0. */
final class DifferenceChart {

    private static final double LEFT = 200;
    private static final double RIGHT = TimeAxis.CHART_WIDTH - 260;
    private static final double ROW = 24;
    private static final double TOP = 10;

    private final List<Row> rows;
    private final Function<Row, String> nameOf;
    private final ValueAxis axis;

    /** {@code rows} have comparisons and one figure; not empty. */
    DifferenceChart(List<Row> rows, Function<Row, String> nameOf) {
        this.rows = rows;
        this.nameOf = nameOf;
        double least = 0;
        double greatest = 0;
        for (Row row : rows) {
            Comparison comparison = row.comparison().orElseThrow();
            least = Math.min(least, comparison.interval().low());
            greatest = Math.max(greatest, comparison.interval().high());
        }
        axis = new ValueAxis(rows.get(0).figure(), LEFT, RIGHT, least, greatest);
    }

    void draw(Markup svg) {
        double bottom = TOP + rows.size() * ROW;
        DrillFigure figure = rows.get(0).figure();
        svg.open(
                "svg",
                "viewBox",
                "0 0 " + Markup.decimal(TimeAxis.CHART_WIDTH) + " " + Markup.decimal(bottom + 24),
                "role",
                "img",
                "aria-label",
                "Difference in %s by operator".formatted(figure.title().toLowerCase(Locale.ROOT)));
        axis.draw(svg, TOP, bottom, value -> DrillFigureText.difference(figure, value));
        svg.empty(
                "line", "class", "zero", "x1", axis.x(0), "y1", TOP, "x2", axis.x(0), "y2", bottom);
        double y = TOP + ROW / 2;
        for (Row row : rows) {
            line(svg, row, y);
            y += ROW;
        }
        svg.close();
    }

    private void line(Markup svg, Row row, double y) {
        Comparison comparison = row.comparison().orElseThrow();
        DrillFigure figure = row.figure();
        String verdict = comparison.verdict().name().toLowerCase(Locale.ROOT);
        svg.open("g", "class", "difference " + verdict);
        svg.element(
                "text",
                nameOf.apply(row),
                "class",
                "name",
                "x",
                LEFT - 12,
                "y",
                y + 4,
                "text-anchor",
                "end");
        double from = axis.x(comparison.interval().low());
        double until = axis.x(comparison.interval().high());
        svg.empty("line", "x1", from, "y1", y, "x2", Math.max(until, from + 1), "y2", y);
        svg.empty("circle", "cx", axis.x(comparison.difference()), "cy", y, "r", 4);
        svg.element(
                "text",
                "%s  (%s)"
                        .formatted(
                                DrillFigureText.difference(figure, comparison.difference()),
                                DrillFigureText.difference(figure, comparison.interval())),
                "class",
                "tick",
                "x",
                RIGHT + 14,
                "y",
                y + 4);
        svg.close();
    }
}
