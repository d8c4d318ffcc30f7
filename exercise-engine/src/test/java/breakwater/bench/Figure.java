package breakwater.bench;

/**
 * One line of a benchmark's result.
 *
 * @param what what is measured, with its unit
 * @param value the contestant's own figure
 * @param peer whom it is compared with, with version; empty if with nobody
 * @param peerValue the peer's figure; NaN without a peer
 * @param ratio how many times faster than the peer; NaN without a peer
 * @param bar what must hold; empty if the line only informs
 * @param holds whether it does; true if the line only informs
 */
public record Figure(
        String what,
        double value,
        String peer,
        double peerValue,
        double ratio,
        String bar,
        boolean holds) {

    /** A comparison that must reach a ratio. */
    public static Figure ratioAtLeast(
            String what, double value, String peer, double peerValue, double bar) {
        double ratio = value / peerValue;
        return new Figure(
                what, value, peer, peerValue, ratio, ">= %.0fx".formatted(bar), ratio >= bar);
    }

    /** A comparison that only informs. */
    public static Figure comparison(String what, double value, String peer, double peerValue) {
        return new Figure(what, value, peer, peerValue, value / peerValue, "", true);
    }

    /** A figure without a peer that must not exceed a limit. */
    public static Figure atMost(String what, double value, double limit, String bar) {
        return new Figure(what, value, "", Double.NaN, Double.NaN, bar, value <= limit);
    }

    /** A figure without a peer that must reach a limit. */
    public static Figure atLeast(String what, double value, double limit) {
        return new Figure(
                what,
                value,
                "",
                Double.NaN,
                Double.NaN,
                ">= %.0f".formatted(limit),
                value >= limit);
    }

    /** A figure without a peer or a bar. */
    public static Figure information(String what, double value) {
        return new Figure(what, value, "", Double.NaN, Double.NaN, "", true);
    }
}
