package breakwater.keyrate;

/**
 * How much of a sifted BB84 key stays secret at a given error rate, and the error rate at which nothing does.
 *
 * <p>Shor and Preskill, Phys. Rev. Lett. 85, 441 (2000), with an inefficiency {@code f >= 1} of error correction: the
 * fraction is {@code 1 - (1 + f) h(e)}.
 */
public final class SecretFraction {

    /** Halving an interval of width 0.5 this often reaches the last bit of a double. */
    private static final int HALVINGS = 60;

    private static final double LN_2 = StrictMath.log(2);

    private SecretFraction() {}

    /**
     * The binary entropy {@code h(x) = -x log2 x - (1-x) log2 (1-x)} in bits, with {@code h(0) = h(1) = 0}.
     *
     * @throws IllegalArgumentException if {@code probability} is not within 0 to 1
     */
    public static double binaryEntropy(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "The probability (%s) must be within 0 to 1.".formatted(probability));
        }
        if (probability == 0 || probability == 1) {
            return 0;
        }
        double other = 1 - probability;
        return -(probability * StrictMath.log(probability) + other * StrictMath.log(other)) / LN_2;
    }

    /** The secret fraction of a sifted key with error rate {@code qber}; negative where no key is left. */
    public static double bb84(double qber, double inefficiency) {
        return 1 - (1 + inefficiency) * binaryEntropy(qber);
    }

    /**
     * The error rate above which BB84 yields no key: the zero of {@link #bb84} between 0 and 0.5. It is 0.11003 for an
     * inefficiency of 1.
     *
     * @throws IllegalArgumentException if {@code inefficiency} is below 1, the Shannon limit, or not finite
     */
    public static double thresholdQber(double inefficiency) {
        if (!(inefficiency >= 1 && inefficiency < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The inefficiency (%s) of error correction must be at least 1."
                            .formatted(inefficiency));
        }
        double secret = 0;
        double lost = 0.5;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (secret + lost) / 2;
            if (bb84(middle, inefficiency) > 0) {
                secret = middle;
            } else {
                lost = middle;
            }
        }
        return secret;
    }
}
