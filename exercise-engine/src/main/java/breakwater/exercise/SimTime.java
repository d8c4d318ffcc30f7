package breakwater.exercise;

import java.util.Locale;

/** Time in a drill: whole microseconds since StartEx, in a {@code long}. */
public final class SimTime {

    public static final long MICROS_PER_SECOND = 1_000_000L;

    /** "Never": later than any drill. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Longest drill: 100 days, just below what the event queue can order (2^43 microseconds). */
    public static final long HORIZON_MAX_MICROS = 100L * 24 * 3600 * MICROS_PER_SECOND;

    private SimTime() {}

    /** Whole seconds as microseconds; throws on overflow. */
    public static long ofSeconds(long seconds) {
        return Math.multiplyExact(seconds, MICROS_PER_SECOND);
    }

    /** {@code T+HH:MM:SS}, hours beyond 24 counted on, fractions of a second cut. */
    public static String format(long micros) {
        long seconds = micros / MICROS_PER_SECOND;
        return String.format(
                Locale.ROOT, "T+%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
