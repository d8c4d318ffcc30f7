package breakwater.tabletop.report;

import breakwater.ensemble.Comparison;
import breakwater.ensemble.Comparison.Verdict;
import breakwater.ensemble.DrillFigure;
import breakwater.ensemble.Estimate;
import breakwater.ensemble.RehearsalDocument.Row;
import breakwater.ensemble.RehearsalDocument.Series;

import java.util.ArrayList;
import java.util.List;

/**
 * How one figure scatters over the drills. With two arms one above the other on one axis, and below them the
 * differences of pairs on an axis of their own, which is far narrower.
 */
final class DistributionChart {

    private static final double TOP = 12;
    private static final String POINTS = " points";

    private final Row row;

    DistributionChart(Row row) {
        this.row = row;
    }

    void draw(Markup svg, String firstName, String secondName) {
        List<ScatterPanel> panels = panels(firstName, secondName);
        svg.open(
                "svg",
                "viewBox",
                "0 0 "
                        + Markup.decimal(ScatterPanel.WIDTH)
                        + " "
                        + Markup.decimal(TOP
                                + panels.stream()
                                        .mapToDouble(ScatterPanel::height)
                                        .sum()),
                "role",
                "img",
                "aria-label",
                row.figure().title() + " over the drills");
        double top = TOP;
        for (ScatterPanel panel : panels) {
            panel.draw(svg, top);
            top += panel.height();
        }
        svg.close();
    }

    private List<ScatterPanel> panels(String firstName, String secondName) {
        DrillFigure figure = row.figure();
        List<Estimate> estimates = new ArrayList<>(List.of(row.first().estimate()));
        row.second().map(Series::estimate).ifPresent(estimates::add);
        ValueAxis axis = new ValueAxis(
                figure,
                ScatterPanel.LEFT,
                ScatterPanel.RIGHT,
                estimates.stream().mapToDouble(Estimate::least).min().orElseThrow(),
                estimates.stream().mapToDouble(Estimate::greatest).max().orElseThrow());
        ScatterPanel.Scale scale =
                new ScatterPanel.Scale(axis, value -> DrillFigureText.of(figure, value));
        List<ScatterPanel> panels = new ArrayList<>();
        panels.add(panel(row.first(), "first", firstName, scale));
        row.second().ifPresent(second -> panels.add(panel(second, "second", secondName, scale)));
        row.comparison()
                .filter(comparison -> comparison.verdict() != Verdict.ALIKE)
                .ifPresent(comparison -> panels.add(differences(comparison)));
        return panels;
    }

    private static ScatterPanel panel(
            Series series, String style, String name, ScatterPanel.Scale scale) {
        List<ScatterPanel.Whisker> whiskers = new ArrayList<>();
        Estimate estimate = series.estimate();
        whiskers.add(new ScatterPanel.Whisker("mean", estimate.mean(), estimate.interval()));
        estimate.quantiles()
                .forEach(quantile -> whiskers.add(new ScatterPanel.Whisker(
                        quantile.p() == 0.5 ? "median" : "p" + Math.round(quantile.p() * 100),
                        quantile.value(),
                        quantile.interval())));
        return new ScatterPanel(
                new ScatterPanel.Look(style, name), series.values(), scale, whiskers);
    }

    private ScatterPanel differences(Comparison comparison) {
        List<Double> first = row.first().values();
        List<Double> second = row.second().orElseThrow().values();
        List<Double> differences = new ArrayList<>();
        for (int drill = 0; drill < first.size(); drill++) {
            differences.add(second.get(drill) - first.get(drill));
        }
        DrillFigure figure = row.figure();
        // Said once, since it would not fit below each line of the axis.
        String unit = figure.unit().equals("ratio") ? "," + POINTS : "";
        ValueAxis axis = new ValueAxis(
                figure,
                ScatterPanel.LEFT,
                ScatterPanel.RIGHT,
                Math.min(0, differences.stream().mapToDouble(d -> d).min().orElse(0)),
                Math.max(0, differences.stream().mapToDouble(d -> d).max().orElse(0)));
        return new ScatterPanel(
                new ScatterPanel.Look("paired", "difference in pairs" + unit),
                differences,
                new ScatterPanel.Scale(
                        axis,
                        value -> DrillFigureText.difference(figure, value).replace(POINTS, "")),
                List.of(new ScatterPanel.Whisker(
                        "mean", comparison.difference(), comparison.interval())));
    }
}
