package breakwater.tabletop.report;

import breakwater.ensemble.DrillFigure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** A horizontal axis of amounts with round numbers on it. */
final class ValueAxis {

    private static final int STEPS_ABOUT = 5;
    private static final double MINUTE = 60;
    private static final double HOUR = 3_600;
    private static final double[] TIME_STEPS = {
        1,
        5,
        15,
        MINUTE,
        5 * MINUTE,
        15 * MINUTE,
        30 * MINUTE,
        HOUR,
        2 * HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR,
        24 * HOUR,
        48 * HOUR,
        168 * HOUR,
        720 * HOUR
    };

    private final double left;
    private final double right;
    private final double low;
    private final double high;
    private final double step;

    /** An axis on the page from {@code left} to {@code right} for values of which the ends are given. */
    ValueAxis(DrillFigure figure, double left, double right, double least, double greatest) {
        this.left = left;
        this.right = right;
        double spread = greatest - least;
        // Values that are all alike stand in the middle of an axis of their own size.
        double room = spread > 0 ? spread : Math.max(1, Math.abs(greatest) / 10);
        step = figure.unit().equals("s") ? timeStep(room) : decimalStep(room);
        low = Math.floor((spread > 0 ? least : least - room / 2) / step) * step;
        high = Math.max(
                Math.ceil((spread > 0 ? greatest : greatest + room / 2) / step) * step, low + step);
    }

    private static double timeStep(double room) {
        for (double candidate : TIME_STEPS) {
            if (room / candidate <= STEPS_ABOUT + 1) {
                return candidate;
            }
        }
        return TIME_STEPS[TIME_STEPS.length - 1];
    }

    /** 1, 2 or 5 times a power of ten. */
    private static double decimalStep(double room) {
        double step = 1e-9;
        while (step * 10 < room / STEPS_ABOUT) {
            step *= 10;
        }
        for (int factor : new int[] {1, 2, 5}) {
            if (room / (step * factor) <= STEPS_ABOUT + 1) {
                return step * factor;
            }
        }
        return step * 10;
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    double x(double value) {
        return left + (right - left) * Math.max(0, Math.min(1, (value - low) / (high - low)));
    }

    private List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        // At most a dozen: the step is about a fifth of the range.
        for (int tick = 0; low + tick * step <= high + step / 2; tick++) {
            ticks.add(low + tick * step);
        }
        return ticks;
    }

    void draw(Markup svg, double top, double bottom, DoubleFunction<String> label) {
        for (double tick : ticks()) {
            double x = x(tick);
            svg.empty("line", "class", "grid", "x1", x, "y1", top, "x2", x, "y2", bottom);
            svg.element(
                    "text",
                    label.apply(Math.abs(tick) < step / 1e6 ? 0 : tick),
                    "class",
                    "tick",
                    "x",
                    x,
                    "y",
                    bottom + 15,
                    "text-anchor",
                    "middle");
        }
    }
}
