package breakwater.draw;

/**
 * The quantile of the standard normal distribution, by rational approximation in three ranges.
 *
 * <p>Algorithm AS 241, routine PPND16: M. J. Wichura, "The percentage points of the normal distribution", Applied
 * Statistics 37 (1988) 477-484, DOI 10.2307/2347330; relative error about 1e-16. The coefficients are those of the
 * paper, with all their printed digits so that they can be compared.
 */
@SuppressWarnings("FloatingPointLiteralPrecision")
public final class NormalQuantile {

    /** 95 of 100 standard normal draws stay below this. */
    static final double AT_95_PERCENT = 1.6448536269514722;

    /** Within this distance of the median the central approximation holds. */
    private static final double CENTRAL_HALF_WIDTH = 0.425;

    private static final double CENTRAL_HALF_WIDTH_SQUARED = 0.180625;

    /** The near tails end where sqrt(-ln p) is this, p about 1.4e-11. */
    private static final double NEAR_TAIL_END = 5;

    private static final double NEAR_TAIL_SHIFT = 1.6;

    // Each polynomial from its highest coefficient down to its constant.
    private static final double[] CENTRAL_NUMERATOR = {
        2.5090809287301226727E+3, 3.3430575583588128105E+4, 6.7265770927008700853E+4,
        4.5921953931549871457E+4, 1.3731693765509461125E+4, 1.9715909503065514427E+3,
        1.3314166789178437745E+2, 3.3871328727963666080E0
    };
    private static final double[] CENTRAL_DENOMINATOR = {
        5.2264952788528545610E+3, 2.8729085735721942674E+4, 3.9307895800092710610E+4,
        2.1213794301586595867E+4, 5.3941960214247511077E+3, 6.8718700749205790830E+2,
        4.2313330701600911252E+1, 1.0
    };
    private static final double[] NEAR_NUMERATOR = {
        7.74545014278341407640E-4, 2.27238449892691845833E-2, 2.41780725177450611770E-1,
        1.27045825245236838258E0, 3.64784832476320460504E0, 5.76949722146069140550E0,
        4.63033784615654529590E0, 1.42343711074968357734E0
    };
    private static final double[] NEAR_DENOMINATOR = {
        1.05075007164441684324E-9, 5.47593808499534494600E-4, 1.51986665636164571966E-2,
        1.48103976427480074590E-1, 6.89767334985100004550E-1, 1.67638483018380384940E0,
        2.05319162663775882187E0, 1.0
    };
    private static final double[] FAR_NUMERATOR = {
        2.01033439929228813265E-7, 2.71155556874348757815E-5, 1.24266094738807843860E-3,
        2.65321895265761230930E-2, 2.96560571828504891230E-1, 1.78482653991729133580E0,
        5.46378491116411436990E0, 6.65790464350110377720E0
    };
    private static final double[] FAR_DENOMINATOR = {
        2.04426310338993978564E-15, 1.42151175831644588870E-7, 1.84631831751005468180E-5,
        7.86869131145613259100E-4, 1.48753612908506148525E-2, 1.36929880922735805310E-1,
        5.99832206555887937690E-1, 1.0
    };

    private NormalQuantile() {}

    /** The x that a standard normal draw stays below with probability {@code p}, 0 < p < 1. */
    public static double of(double p) {
        double fromMedian = p - 0.5;
        if (Math.abs(fromMedian) <= CENTRAL_HALF_WIDTH) {
            double r = CENTRAL_HALF_WIDTH_SQUARED - fromMedian * fromMedian;
            return fromMedian * ratio(CENTRAL_NUMERATOR, CENTRAL_DENOMINATOR, r);
        }
        double r = Math.sqrt(-StrictMath.log(fromMedian < 0 ? p : 1 - p));
        double x = r <= NEAR_TAIL_END
                ? ratio(NEAR_NUMERATOR, NEAR_DENOMINATOR, r - NEAR_TAIL_SHIFT)
                : ratio(FAR_NUMERATOR, FAR_DENOMINATOR, r - NEAR_TAIL_END);
        return fromMedian < 0 ? -x : x;
    }

    private static double ratio(double[] numerator, double[] denominator, double r) {
        return polynomial(numerator, r) / polynomial(denominator, r);
    }

    private static double polynomial(double[] coefficients, double r) {
        double sum = 0;
        for (double coefficient : coefficients) {
            sum = sum * r + coefficient;
        }
        return sum;
    }
}
