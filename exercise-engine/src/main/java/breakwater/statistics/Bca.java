package breakwater.statistics;

import java.util.Arrays;

/**
 * Limits from a bootstrap, corrected for bias and for a spread that depends on the value (BCa: B. Efron, "Better
 * bootstrap confidence intervals", JASA 82 (1987) 171-185, DOI 10.1080/01621459.1987.10478410). Where the correction is
 * not defined, the plain percentile interval.
 */
public final class Bca {

    private Bca() {}

    /**
     * The interval of a mean.
     *
     * @param values the sample
     * @param bootstrapped its mean in each resample
     */
    public static Interval ofMean(double[] values, double[] bootstrapped, double level) {
        double mean = Moments.mean(values);
        double square = 0;
        double cube = 0;
        for (double value : values) {
            double off = value - mean;
            square += off * off;
            cube += off * off * off;
        }
        if (square == 0) {
            return Interval.point(mean);
        }
        return of(mean, bootstrapped, cube / (6 * square * Math.sqrt(square)), level);
    }

    /**
     * The interval of the ratio of two means over the same sample.
     *
     * @param over its values, in pairs with those of {@code under}
     * @param under their sum is above 0, without any one of them too
     * @param bootstrapped the ratio in each resample
     */
    public static Interval ofRatio(
            double[] over, double[] under, double[] bootstrapped, double level) {
        double overSum = Moments.sum(over);
        double underSum = Moments.sum(under);
        int n = over.length;
        double[] without = new double[n];
        for (int i = 0; i < n; i++) {
            without[i] = (overSum - over[i]) / (underSum - under[i]);
        }
        double middle = Moments.mean(without);
        double square = 0;
        double cube = 0;
        for (double each : without) {
            double off = middle - each;
            square += off * off;
            cube += off * off * off;
        }
        if (square == 0) {
            return Interval.point(overSum / underSum);
        }
        return of(overSum / underSum, bootstrapped, cube / (6 * square * Math.sqrt(square)), level);
    }

    /**
     * The interval of any estimate.
     *
     * @param acceleration how the standard error grows with the value, from the jackknife
     */
    static Interval of(double estimate, double[] bootstrapped, double acceleration, double level) {
        double[] sorted = bootstrapped.clone();
        Arrays.sort(sorted);
        double below = 0;
        for (double each : sorted) {
            below += each < estimate ? 1 : each == estimate ? 0.5 : 0;
        }
        double tail = (1 - level) / 2;
        double share = below / sorted.length;
        if (share <= 0 || share >= 1) {
            return new Interval(at(sorted, tail), at(sorted, 1 - tail));
        }
        double bias = Normal.quantile(share);
        return new Interval(
                at(sorted, corrected(tail, bias, acceleration)),
                at(sorted, corrected(1 - tail, bias, acceleration)));
    }

    private static double corrected(double p, double bias, double acceleration) {
        double shifted = bias + Normal.quantile(p);
        double scale = 1 - acceleration * shifted;
        if (scale <= 0) {
            // Beyond its pole, which only a sample with one huge value comes near: the outermost
            // resample.
            return shifted > 0 ? 1 : 0;
        }
        return Normal.below(bias + shifted / scale);
    }

    private static double at(double[] sorted, double p) {
        int rank = (int) ((sorted.length + 1) * p + 1e-9);
        return sorted[Math.max(1, Math.min(sorted.length, rank)) - 1];
    }
}
