package breakwater.tabletop.report;

import breakwater.exercise.SimTime;
import breakwater.report.Wording;
import breakwater.scoring.Curve;

import java.util.List;

/** The resilience curve: quality of the federation over time, with the injects that bent it. */
final class CurveChart {

    private static final double HEIGHT = 300;
    private static final double TOP = 50;
    private static final double BOTTOM = HEIGHT - 34;
    private static final int FULL_PPM = 1_000_000;
    private static final int TENTH_PPM = 100_000;

    private final Curve curve;
    private final TimeAxis axis;
    private final int floorPpm;

    CurveChart(Curve curve, TimeAxis axis) {
        this.curve = curve;
        this.axis = axis;
        int roomy = Math.min(curve.lowestPpm(), FULL_PPM - TENTH_PPM);
        this.floorPpm = Math.max(0, (roomy - TENTH_PPM / 4) / TENTH_PPM * TENTH_PPM);
    }

    void draw(Markup svg, InjectMarks injects) {
        svg.open(
                "svg",
                "viewBox",
                "0 0 " + Markup.decimal(TimeAxis.CHART_WIDTH) + " " + Markup.decimal(HEIGHT),
                "role",
                "img",
                "aria-label",
                "Quality of the federation over time");
        axis.draw(svg, TOP, BOTTOM);
        scale(svg);
        svg.empty("path", "class", "band", "d", steps(curve.meanPpm()) + back());
        svg.empty("path", "class", "low", "d", steps(curve.minPpm()));
        svg.empty("path", "class", "mean", "d", steps(curve.meanPpm()));
        lowest(svg);
        injects.draw(svg, axis, 16, BOTTOM);
        svg.close();
    }

    private void scale(Markup svg) {
        int step = FULL_PPM - floorPpm <= 3 * TENTH_PPM ? TENTH_PPM / 2 : 2 * TENTH_PPM;
        for (int ppm = FULL_PPM; ppm >= floorPpm; ppm -= step) {
            double y = y(ppm);
            svg.empty(
                    "line",
                    "class",
                    "grid",
                    "x1",
                    TimeAxis.LEFT,
                    "y1",
                    y,
                    "x2",
                    TimeAxis.RIGHT,
                    "y2",
                    y);
            svg.element(
                    "text",
                    ppm * 100L / FULL_PPM + " %",
                    "class",
                    "tick",
                    "x",
                    TimeAxis.LEFT - 8,
                    "y",
                    y + 4,
                    "text-anchor",
                    "end");
        }
        svg.element("text", "Key delivered,", "class", "label", "x", 0, "y", TOP + 20);
        svg.element("text", "mean of services", "class", "label", "x", 0, "y", TOP + 36);
        if (floorPpm > 0) {
            svg.element("text", "(axis does not", "class", "tick", "x", 0, "y", TOP + 54);
            svg.element("text", "start at 0)", "class", "tick", "x", 0, "y", TOP + 68);
        }
    }

    private void lowest(Markup svg) {
        double x = axis.x(curve.lowestAtMicros());
        double y = y(curve.lowestPpm());
        boolean left = x > TimeAxis.LEFT + TimeAxis.WIDTH / 2;
        svg.empty("circle", "class", "lowest", "cx", x, "cy", y, "r", 4);
        svg.element(
                "text",
                "%s at %s"
                        .formatted(
                                Wording.percent(curve.lowestPpm() / (double) FULL_PPM),
                                SimTime.format(curve.lowestAtMicros())),
                "class",
                "label",
                "x",
                left ? x - 9 : x + 9,
                "y",
                Math.min(y + 18, BOTTOM - 4),
                "text-anchor",
                left ? "end" : "start");
    }

    /** Closes the area between the curve and 100 %: what was lost. */
    private String back() {
        return "V%sH%sZ".formatted(Markup.decimal(y(FULL_PPM)), Markup.decimal(TimeAxis.LEFT));
    }

    private String steps(List<Integer> ppm) {
        StringBuilder path = new StringBuilder();
        long bin = curve.binSeconds() * SimTime.MICROS_PER_SECOND;
        for (int i = 0; i < ppm.size(); i++) {
            path.append(i == 0 ? "M" + Markup.decimal(TimeAxis.LEFT) + " " : "V")
                    .append(Markup.decimal(y(ppm.get(i))))
                    .append('H')
                    .append(Markup.decimal(axis.x((i + 1) * bin)));
        }
        return path.toString();
    }

    private double y(int ppm) {
        return BOTTOM - (BOTTOM - TOP) * (ppm - floorPpm) / (FULL_PPM - floorPpm);
    }
}
