package breakwater.scoring;

import breakwater.exercise.LogEntry;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * A rate and what is demanded of it, over time; both constant between changes, each with the log entry that brought it
 * about, where that is kept. Starts at 0 with the rate 0.
 */
final class RateSteps {

    private long[] times = new long[4];
    private long[] rates = new long[4];
    private long[] demands = new long[4];
    private @Nullable LogEntry[] by = new @Nullable LogEntry[4];
    private int size = 1;

    /** Nothing comes yet of what is demanded. */
    RateSteps(long demand) {
        demands[0] = demand;
    }

    /** From {@code time} on the rate is this; times must not fall. What an instant has at its end is what counts. */
    void setRate(long time, long rate, @Nullable LogEntry entry) {
        set(time, rate, demands[size - 1], entry);
    }

    /** From {@code time} on this is demanded; as {@link #setRate}. */
    void setDemand(long time, long demand, @Nullable LogEntry entry) {
        set(time, rates[size - 1], demand, entry);
    }

    private void set(long time, long rate, long demand, @Nullable LogEntry entry) {
        boolean same = rate == rates[size - 1] && demand == demands[size - 1];
        if (time > times[size - 1]) {
            if (same) {
                return;
            }
            append(time);
        }
        rates[size - 1] = rate;
        demands[size - 1] = demand;
        by[size - 1] = entry;
    }

    private void append(long time) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            rates = Arrays.copyOf(rates, 2 * size);
            demands = Arrays.copyOf(demands, 2 * size);
            by = Arrays.copyOf(by, 2 * size);
        }
        times[size++] = time;
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

    long demand(int step) {
        return demands[step];
    }

    /** Missing share of the demand in whole parts per million, rounded down; 0 without demand. */
    long missingPpm(int step) {
        return ServiceTally.missingPpm(rates[step], demands[step]);
    }

    /** Whether less than this share of the demand comes; never without demand. */
    boolean isBelow(int step, int percent) {
        return Math.multiplyExact(Math.min(demands[step], rates[step]), 100)
                < Math.multiplyExact(demands[step], percent);
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
