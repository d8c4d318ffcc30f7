package breakwater.tabletop.report;

import breakwater.statistics.Interval;

import java.util.List;
import java.util.function.DoubleFunction;

/**
 * The values of many drills on one axis: bars of how many drills have a value, a line of what share stays at or below
 * it, and below them estimates with their intervals.
 */
final class ScatterPanel {

    static final double WIDTH = 540;
    static final double LEFT = 56;
    static final double RIGHT = WIDTH - 48;

    private static final double PLOT = 132;
    private static final double WHISKER = 18;
    private static final int BINS_LEAST = 8;
    private static final int BINS_MAX = 40;

    private final Look look;
    private final List<Double> values;
    private final Scale scale;
    private final List<Whisker> whiskers;

    /** A class of the style sheet, and a name or none. */
    record Look(String style, String name) {}

    /** An axis and how its values are said. */
    record Scale(ValueAxis axis, DoubleFunction<String> text) {
        private double x(double value) {
            return axis.x(value);
        }
    }

    /** An estimate. */
    record Whisker(String name, double value, Interval interval) {}

    /** {@code values} are not empty. */
    ScatterPanel(Look look, List<Double> values, Scale scale, List<Whisker> whiskers) {
        this.look = look;
        this.values = values;
        this.scale = scale;
        this.whiskers = whiskers;
    }

    double height() {
        return PLOT + 48 + whiskers.size() * WHISKER;
    }

    void draw(Markup svg, double top) {
        double bottom = top + PLOT;
        scale.axis().draw(svg, top, bottom, scale.text());
        svg.open("g", "class", look.style());
        int most = bars(svg, top, bottom);
        ladder(svg, top, bottom);
        tick(svg, Integer.toString(most), LEFT - 6, top + 8, "end");
        tick(svg, "drills", LEFT - 6, top + 22, "end");
        tick(svg, "100 %", RIGHT + 6, top + 8, "start");
        tick(svg, "0 %", RIGHT + 6, bottom, "start");
        if (!look.name().isEmpty()) {
            svg.element("text", look.name(), "class", "label", "x", LEFT + 6, "y", top + 14);
        }
        double y = bottom + 32;
        for (Whisker whisker : whiskers) {
            draw(svg, whisker, y);
            y += WHISKER;
        }
        svg.close();
    }

    private static void tick(Markup svg, String text, double x, double y, String anchor) {
        svg.element("text", text, "class", "tick", "x", x, "y", y, "text-anchor", anchor);
    }

    /** Returns how many drills the highest bar has. */
    private int bars(Markup svg, double top, double bottom) {
        ValueAxis axis = scale.axis();
        int bins = (int) Math.min(BINS_MAX, Math.max(BINS_LEAST, Math.sqrt(values.size())));
        int[] counts = new int[bins];
        double width = (axis.high() - axis.low()) / bins;
        for (double value : values) {
            counts[(int) Math.min(bins - 1, Math.max(0, (value - axis.low()) / width))]++;
        }
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        for (int bin = 0; bin < bins; bin++) {
            if (counts[bin] > 0) {
                double from = axis.low() + bin * width;
                bar(
                        svg,
                        new Interval(from, from + width),
                        counts[bin],
                        bottom,
                        (bottom - top) / most);
            }
        }
        return most;
    }

    private void bar(Markup svg, Interval bin, int count, double bottom, double heightPerDrill) {
        double left = scale.x(bin.low());
        double height = count * heightPerDrill;
        svg.open(
                "rect",
                "class",
                "bar",
                "x",
                left + 0.5,
                "y",
                bottom - height,
                "width",
                Math.max(1, scale.x(bin.high()) - left - 1),
                "height",
                height);
        svg.element(
                "title",
                "%s .. %s: %s of %s drills"
                        .formatted(
                                scale.text().apply(bin.low()),
                                scale.text().apply(bin.high()),
                                count,
                                values.size()));
        svg.close();
    }

    /** The empirical distribution function, as fine as the page. */
    private void ladder(Markup svg, double top, double bottom) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        StringBuilder path =
                new StringBuilder("M%s %s".formatted(Markup.decimal(LEFT), Markup.decimal(bottom)));
        for (int i = 0; i < sorted.length; i++) {
            String x = Markup.decimal(scale.x(sorted[i]));
            boolean lastThere =
                    i == sorted.length - 1 || !x.equals(Markup.decimal(scale.x(sorted[i + 1])));
            if (lastThere) {
                double y = bottom - (bottom - top) * (i + 1) / sorted.length;
                path.append("H%sV%s".formatted(x, Markup.decimal(y)));
            }
        }
        path.append("H%s".formatted(Markup.decimal(RIGHT)));
        svg.empty("path", "class", "ladder", "d", path.toString());
    }

    private void draw(Markup svg, Whisker whisker, double y) {
        ValueAxis axis = scale.axis();
        double from = axis.x(Math.max(axis.low(), whisker.interval().low()));
        double until = axis.x(Math.min(axis.high(), whisker.interval().high()));
        boolean mean = whisker.name().equals("mean");
        svg.open("g", "class", mean ? "whisker mean-whisker" : "whisker");
        svg.element(
                "title",
                "%s %s, interval %s .. %s"
                        .formatted(
                                whisker.name(),
                                scale.text().apply(whisker.value()),
                                bound(whisker.interval().low()),
                                bound(whisker.interval().high())));
        tick(svg, whisker.name(), LEFT - 6, y + 4, "end");
        svg.empty("line", "x1", from, "y1", y, "x2", Math.max(until, from + 1), "y2", y);
        svg.empty("circle", "cx", axis.x(whisker.value()), "cy", y, "r", 3.2);
        boolean left = axis.x(whisker.value()) > LEFT + (RIGHT - LEFT) * 0.62;
        tick(
                svg,
                scale.text().apply(whisker.value()),
                left ? from - 8 : until + 8,
                y + 4,
                left ? "end" : "start");
        svg.close();
    }

    private String bound(double value) {
        return Double.isInfinite(value) ? "not bounded" : scale.text().apply(value);
    }
}
