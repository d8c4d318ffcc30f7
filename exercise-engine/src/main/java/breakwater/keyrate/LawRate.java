package breakwater.keyrate;

/**
 * What a law says of one span.
 *
 * @param rateBitPerSecond secret key rate in bit/s, at least 0
 * @param siftedRateBitPerSecond bits per second that fill a block, before error correction, at least the secret rate
 * @param qber share of sifted bits that differ between the ends, 0 to 0.5
 */
public record LawRate(double rateBitPerSecond, double siftedRateBitPerSecond, double qber) {

    public LawRate {
        if (!(rateBitPerSecond >= 0 && siftedRateBitPerSecond >= rateBitPerSecond)) {
            throw new IllegalArgumentException(
                    "The rate (%s bit/s) must be within 0 and the sifted rate (%s bit/s)."
                            .formatted(rateBitPerSecond, siftedRateBitPerSecond));
        }
        if (!(qber >= 0 && qber <= 0.5)) {
            throw new IllegalArgumentException(
                    "The qber (%s) must be within 0 to 0.5.".formatted(qber));
        }
    }
}
