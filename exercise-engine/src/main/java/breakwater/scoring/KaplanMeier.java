package breakwater.scoring;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** Median of durations of which some were still running when the window closed (Kaplan and Meier 1958). */
final class KaplanMeier {

    private KaplanMeier() {}

    /** One duration; when not {@code ended} it is only known to be longer. */
    record Sample(long duration, boolean ended) {}

    /**
     * The smallest duration at which the estimated survival is at most one half; empty when it stays above. At equal
     * durations ends come before censorings. In whole numbers, so that exactly one half is exactly one half. O(n log n)
     * comparisons and n multiplications of numbers that grow with the censored samples.
     */
    static OptionalLong findMedian(List<Sample> samples) {
        List<Sample> sorted = samples.stream()
                .sorted(Comparator.comparingLong(Sample::duration).thenComparing(s -> !s.ended()))
                .toList();
        BigInteger survivors = BigInteger.ONE;
        BigInteger all = BigInteger.ONE;
        for (int i = 0; i < sorted.size(); i++) {
            if (!sorted.get(i).ended()) {
                continue;
            }
            int atRisk = sorted.size() - i;
            survivors = survivors.multiply(BigInteger.valueOf(atRisk - 1L));
            all = all.multiply(BigInteger.valueOf(atRisk));
            if (survivors.shiftLeft(1).compareTo(all) <= 0) {
                return OptionalLong.of(sorted.get(i).duration());
            }
        }
        return OptionalLong.empty();
    }
}
