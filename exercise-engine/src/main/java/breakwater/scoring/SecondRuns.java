package breakwater.scoring;

import breakwater.exercise.SimTime;

import java.util.Arrays;

/**
 * Seconds of the window in runs of severely errored (bad) and other (good) ones. Built per change, never per second.
 * Like all sums of this package exact: what a long cannot hold is an {@link ArithmeticException}, never a wrong figure.
 */
final class SecondRuns {

    private static final long SECOND = SimTime.MICROS_PER_SECOND;
    private static final int PERCENT = 100;

    private long[] starts = new long[4];
    private int size;
    private boolean firstBad;
    private final long seconds;

    private SecondRuns(long seconds) {
        this.seconds = seconds;
    }

    /** A second is bad when its supply is below the policy's share of its demand; never without demand. */
    static SecondRuns of(RateSteps steps, int percent, long seconds) {
        SecondRuns runs = new SecondRuns(seconds);
        long second = 0;
        int step = 0;
        while (second < seconds) {
            while (steps.until(step, Long.MAX_VALUE) <= second * SECOND) {
                step++;
            }
            long wholeUntil = Math.min(seconds, steps.until(step, seconds * SECOND) / SECOND);
            if (wholeUntil > second) {
                runs.append(second, steps.isBelow(step, percent));
                second = wholeUntil;
            } else {
                // A second with supply 0 of demand 0 is good: nothing was asked for.
                runs.append(second, isBad(steps, step, second, percent));
                second++;
            }
        }
        return runs;
    }

    /** Sums micro-bits over one second; supplied is at most what was demanded at each moment. */
    private static boolean isBad(RateSteps steps, int first, long second, int percent) {
        long begin = second * SECOND;
        long end = begin + SECOND;
        long supply = 0;
        long demand = 0;
        for (int step = first; step < steps.size() && steps.from(step) < end; step++) {
            long micros = steps.until(step, end) - Math.max(begin, steps.from(step));
            long asked = steps.demand(step);
            demand = Math.addExact(demand, Math.multiplyExact(asked, micros));
            supply = Math.addExact(
                    supply, Math.multiplyExact(Math.min(asked, steps.rate(step)), micros));
        }
        return Math.multiplyExact(supply, PERCENT) < Math.multiplyExact(demand, percent);
    }

    private void append(long second, boolean bad) {
        if (size == 0) {
            firstBad = bad;
        } else if (isBad(size - 1) == bad) {
            return;
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
        }
        starts[size++] = second;
    }

    int size() {
        return size;
    }

    long from(int run) {
        return starts[run];
    }

    long until(int run) {
        return run + 1 < size ? starts[run + 1] : seconds;
    }

    boolean isBad(int run) {
        return firstBad == (run % 2 == 0);
    }
}
