package breakwater.scoring;

import breakwater.exercise.LogEntry;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * A rate over time that is constant between changes, each with the log entry that brought it about, where that is kept.
 * Starts at 0 with 0.
 */
final class RateSteps {

    private long[] times = new long[4];
    private long[] rates = new long[4];
    private @Nullable LogEntry[] by = new @Nullable LogEntry[4];
    private int size = 1;

    /** From {@code time} on the rate is this; times must not fall. What an instant has at its end is what counts. */
    void set(long time, long rate, @Nullable LogEntry entry) {
        if (time == times[size - 1]) {
            rates[size - 1] = rate;
            by[size - 1] = entry;
            return;
        }
        if (rate == rates[size - 1]) {
            return;
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            rates = Arrays.copyOf(rates, 2 * size);
            by = Arrays.copyOf(by, 2 * size);
        }
        times[size] = time;
        rates[size] = rate;
        by[size++] = entry;
    }

    int size() {
        return size;
    }

    long from(int step) {
        return times[step];
    }

    /** End of the step, at most {@code end}. */
    long until(int step, long end) {
        return step + 1 < size ? Math.min(times[step + 1], end) : end;
    }

    long rate(int step) {
        return rates[step];
    }

    @Nullable LogEntry by(int step) {
        return by[step];
    }

    /** The latest step that begins before {@code time}; 0 when none does. O(log n). */
    int lastBefore(long time) {
        int at = Arrays.binarySearch(times, 0, size, time);
        return Math.max(0, (at >= 0 ? at : -at - 1) - 1);
    }
}
