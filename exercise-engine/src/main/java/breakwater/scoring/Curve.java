package breakwater.scoring;

import java.util.List;

/**
 * Quality over time: Q = mean over services with demand of the share of it that was delivered, in parts per million.
 * Drawn in bins, since a drill can have a hundred thousand changes.
 *
 * @param binSeconds width of a bin; the last may be narrower
 * @param meanPpm mean of Q over each bin, rounded down
 * @param minPpm smallest Q in each bin, rounded down
 * @param lowestPpm smallest Q of all
 * @param lowestAtMicros when it was reached first
 */
public record Curve(
        long binSeconds,
        List<Integer> meanPpm,
        List<Integer> minPpm,
        int lowestPpm,
        long lowestAtMicros) {

    /** More than a page can show apart. */
    public static final int BINS_MAX = 360;

    public Curve {
        meanPpm = List.copyOf(meanPpm);
        minPpm = List.copyOf(minPpm);
    }
}
