package breakwater.keyrate;

/**
 * What stands between a mended fibre and the first new key: the ends realign, then fill one block.
 *
 * @param blockSiftedBit sifted bits that post-processing takes at a time, at least 1
 * @param realignMedianSeconds median of a log-normal realignment time
 * @param realignP95Seconds its 95 % quantile, at least the median
 * @param confidence how well the three are known
 */
public record Restart(
        long blockSiftedBit,
        double realignMedianSeconds,
        double realignP95Seconds,
        Confidence confidence) {

    public Restart {
        if (blockSiftedBit < 1) {
            throw new IllegalArgumentException(
                    "The blockSiftedBit (%d) must be at least 1.".formatted(blockSiftedBit));
        }
        if (!(realignMedianSeconds >= 0
                && realignP95Seconds >= realignMedianSeconds
                && realignP95Seconds < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The realignment time must have 0 <= median (%s s) <= p95 (%s s), both finite."
                            .formatted(realignMedianSeconds, realignP95Seconds));
        }
    }
}
