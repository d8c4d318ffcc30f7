package breakwater.statistics;

/**
 * The interval of a probability from how often something happened: Wilson's score interval (E. B. Wilson, "Probable
 * inference", JASA 22 (1927) 209-212, DOI 10.1080/01621459.1927.10502953). Never leaves 0..1 and says something useful
 * when a thing never or always happened.
 *
 * <p>And of the difference of two probabilities seen in pairs: method 10 of R. G. Newcombe, "Improved confidence
 * intervals for the difference between binomial proportions based on paired data", Statistics in Medicine 17 (1998)
 * 2635-2650, which joins two of Wilson's.
 */
public final class Shares {

    /** How pairs came out: a thing happened on both sides, only on the one, only on the other, on neither. */
    public record Pairs(int both, int onlyOne, int onlyOther, int neither) {}

    private Shares() {}

    /**
     * Wilson's interval.
     *
     * @param hits 0 to {@code tries}
     * @param tries at least 1
     * @param level such as 0.95
     */
    public static Interval wilson(int hits, int tries, double level) {
        if (hits < 0 || tries < 1 || hits > tries) {
            throw new IllegalArgumentException(
                    "The hits (%d) must be in 0..%d.".formatted(hits, tries));
        }
        double z = Normal.quantile(1 - (1 - level) / 2);
        double n = tries;
        double share = hits / n;
        double middle = share + z * z / (2 * n);
        double spread = z * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n));
        double scale = 1 + z * z / n;
        // At 0 and at 1 the formula ends there exactly; rounding must not leave 1e-17 in its place.
        return new Interval(
                hits == 0 ? 0 : Math.max(0, (middle - spread) / scale),
                hits == tries ? 1 : Math.min(1, (middle + spread) / scale));
    }

    /** The interval of the probability on the one side minus that on the other. */
    public static Interval pairedDifference(Pairs pairs, double level) {
        int n = pairs.both() + pairs.onlyOne() + pairs.onlyOther() + pairs.neither();
        int one = pairs.both() + pairs.onlyOne();
        int other = pairs.both() + pairs.onlyOther();
        Interval ofOne = wilson(one, n, level);
        Interval ofOther = wilson(other, n, level);
        double shareOne = one / (double) n;
        double shareOther = other / (double) n;
        double correlation = correlation(pairs, n);
        double difference = shareOne - shareOther;
        return new Interval(
                difference - join(shareOne - ofOne.low(), ofOther.high() - shareOther, correlation),
                difference
                        + join(ofOne.high() - shareOne, shareOther - ofOther.low(), correlation));
    }

    private static double join(double a, double b, double correlation) {
        return Math.sqrt(Math.max(0, a * a - 2 * correlation * a * b + b * b));
    }

    private static double correlation(Pairs pairs, int n) {
        double margins = (double) (pairs.both() + pairs.onlyOne())
                * (pairs.onlyOther() + pairs.neither())
                * (pairs.both() + pairs.onlyOther())
                * (pairs.onlyOne() + pairs.neither());
        if (margins == 0) {
            return 0;
        }
        double cross = (double) pairs.both() * pairs.neither()
                - (double) pairs.onlyOne() * pairs.onlyOther();
        double corrected = cross > 0 ? Math.max(cross - n / 2.0, 0) : cross;
        return corrected / Math.sqrt(margins);
    }
}
