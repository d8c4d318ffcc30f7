package breakwater.tabletop.report;

import breakwater.exercise.SimTime;

import java.util.Locale;

/** The time axis that all charts of a page share, so that they can be compared by eye. */
final class TimeAxis {

    static final double LEFT = 150;
    static final double WIDTH = 880;
    static final double RIGHT = LEFT + WIDTH;
    static final double CHART_WIDTH = RIGHT + 30;

    private static final long HOUR = 3_600 * SimTime.MICROS_PER_SECOND;
    private static final long[] STEPS = {
        HOUR / 60,
        HOUR / 12,
        HOUR / 6,
        HOUR / 4,
        HOUR / 2,
        HOUR,
        2 * HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR,
        24 * HOUR,
        48 * HOUR,
        168 * HOUR,
        336 * HOUR
    };
    private static final int TICKS_MAX = 14;

    private final long endMicros;

    TimeAxis(long endMicros) {
        this.endMicros = Math.max(1, endMicros);
    }

    double x(long micros) {
        return LEFT + WIDTH * Math.min(micros, endMicros) / endMicros;
    }

    /** Grid lines from {@code top} to {@code bottom}, with times under them. */
    void draw(Markup svg, double top, double bottom) {
        long step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0 && endMicros / STEPS[i] <= TICKS_MAX; i--) {
            step = STEPS[i];
        }
        for (long at = 0; at <= endMicros; at += step) {
            double x = x(at);
            svg.empty("line", "class", "grid", "x1", x, "y1", top, "x2", x, "y2", bottom);
            svg.element(
                    "text",
                    label(at, step),
                    "class",
                    "tick",
                    "x",
                    x,
                    "y",
                    bottom + 16,
                    "text-anchor",
                    "middle");
        }
    }

    private static String label(long at, long step) {
        if (at == 0) {
            return "StartEx";
        }
        return step < HOUR
                ? String.format(Locale.ROOT, "%d:%02d h", at / HOUR, at % HOUR / (HOUR / 60))
                : at / HOUR + " h";
    }
}
