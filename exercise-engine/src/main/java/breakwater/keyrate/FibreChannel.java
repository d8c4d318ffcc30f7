package breakwater.keyrate;

/**
 * A lossy channel: decibels, transmission, and the most key any protocol without a repeater can get through it.
 *
 * <p>0.2 dB/km means that a photon survives with probability {@code 10^(-L/50 km)}; the length after which it survives
 * with probability 1/e is 21.7 km, not 50 km.
 */
public final class FibreChannel {

    private static final double LN_2 = StrictMath.log(2);

    private FibreChannel() {}

    /** The share of photons that arrive, {@code 10^(-A/10)}: 1 at 0 dB, 0.1 at 10 dB. */
    public static double transmission(double lossDb) {
        return StrictMath.pow(10, -lossDb / 10);
    }

    /** Loss in dB of {@code lengthKm} of fibre at {@code alphaDbPerKm}, plus that of connectors and splices. */
    public static double lossDb(double lengthKm, double alphaDbPerKm, double connectorsDb) {
        return alphaDbPerKm * lengthKm + connectorsDb;
    }

    /**
     * The repeaterless bound {@code -log2(1 - eta)} in secret bit per use of the channel; infinite at 0 dB.
     *
     * <p>Pirandola, Laurenza, Ottaviani and Banchi, Nature Communications 8, 15043 (2017). Computed as {@code
     * -log1p(-eta) / ln 2}, which keeps its precision when the transmission is small.
     */
    public static double plobBitPerUse(double lossDb) {
        return -StrictMath.log1p(-transmission(lossDb)) / LN_2;
    }
}
