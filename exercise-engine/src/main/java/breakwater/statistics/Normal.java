package breakwater.statistics;

import breakwater.draw.NormalQuantile;

/** The standard normal distribution. */
final class Normal {

    /** Beyond this a tail holds less than 1e-15: bisection between these ends is as exact as a double. */
    private static final double END = 8;

    private static final int HALVINGS = 60;

    private Normal() {}

    /** The x that a draw stays below with probability {@code p}, 0 < p < 1. */
    static double quantile(double p) {
        return NormalQuantile.of(p);
    }

    /**
     * The probability that a draw stays below {@code x}, by halving the range of the quantile: a few dozen calls per
     * interval do not pay for a second table of coefficients. At least 1e-15 and at most 1 - 1e-15.
     */
    static double below(double x) {
        double clamped = Math.max(-END, Math.min(END, x));
        double low = 1e-15;
        double high = 1 - 1e-15;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            if (quantile(middle) < clamped) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
