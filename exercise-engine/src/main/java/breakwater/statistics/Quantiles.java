package breakwater.statistics;

/**
 * Quantiles of a sample, with intervals between order statistics: they hold whatever the distribution, because how many
 * of n draws lie below a quantile is binomial (H. A. David and H. N. Nagaraja, Order Statistics, 3rd ed. 2003, section
 * 7.1). The covered probability is at least the level.
 */
public final class Quantiles {

    private Quantiles() {}

    /**
     * Two ranks between which a quantile lies.
     *
     * @param low 1 to n; 0 when the sample cannot bound the quantile from below
     * @param high 1 to n; n + 1 when it cannot from above
     */
    record Ranks(int low, int high) {}

    /**
     * The quantile by nearest rank: the smallest value that at least a share {@code p} does not exceed. Always a value
     * that was observed.
     *
     * @param sorted ascending, not empty
     * @param p above 0, at most 1
     */
    public static double of(double[] sorted, double p) {
        int rank = (int) Math.ceil(p * sorted.length);
        return sorted[Math.max(1, Math.min(sorted.length, rank)) - 1];
    }

    /** The interval of {@link #of}; an end that so small a sample cannot bound is infinite. */
    public static Interval intervalOf(double[] sorted, double p, double level) {
        Ranks ranks = ranks(sorted.length, p, level);
        return new Interval(
                ranks.low() == 0 ? Double.NEGATIVE_INFINITY : sorted[ranks.low() - 1],
                ranks.high() > sorted.length ? Double.POSITIVE_INFINITY : sorted[ranks.high() - 1]);
    }

    /** The ranks for n draws. O(n). */
    static Ranks ranks(int n, double p, double level) {
        double[] weight = binomialWeights(n, p);
        double total = 0;
        for (double each : weight) {
            total += each;
        }
        double tail = (1 - level) / 2 * total;
        int low = 0;
        double below = weight[0];
        while (low < n && below <= tail) {
            below += weight[++low];
        }
        int high = n + 1;
        double above = weight[n];
        while (high > 1 && above <= tail) {
            high--;
            above += weight[high - 1];
        }
        return new Ranks(low, high);
    }

    /** Binomial probabilities of 0..n up to a common factor, from the mode outwards, so that nothing overflows. */
    private static double[] binomialWeights(int n, double p) {
        double[] weight = new double[n + 1];
        int mode = (int) Math.min(n, Math.floor((n + 1) * p));
        double odds = p / (1 - p);
        weight[mode] = 1;
        for (int k = mode; k < n; k++) {
            weight[k + 1] = weight[k] * (n - k) / (k + 1) * odds;
        }
        for (int k = mode; k > 0; k--) {
            weight[k - 1] = weight[k] * k / (n - k + 1) / odds;
        }
        return weight;
    }
}
