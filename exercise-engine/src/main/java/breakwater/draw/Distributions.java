package breakwater.draw;

/**
 * Values from 64 random bits, by inversion: each is a monotone function of the bits read as an unsigned number.
 *
 * <p>Monotone, so that two runs with the same bits and different parameters stay in step (common random numbers). The
 * same on every machine: only {@code StrictMath}, {@link PortableLog} and the arithmetic that Java 17 defines exactly
 * (JEP 306) are used.
 *
 * <p>Durations are whole microseconds, rounded down. Those of unbounded distributions are at least 1, so that a thing
 * and what follows it never fall on one instant, and at most {@link #LONGEST_MICROS}, so that adding one to a time does
 * not overflow. All methods are pure and allocate nothing.
 */
public final class Distributions {

    /** The longest duration, some 36,000 years. */
    public static final long LONGEST_MICROS = 1L << 60;

    private static final double TWO_TO_MINUS_52 = 0x1p-52;

    private Distributions() {}

    /**
     * Uniform in (0, 1), never 0 or 1: the middle of one of 2^52 equal cells.
     *
     * <p>With 53 bits the middle of the last cell would not be a double and would be rounded to 1.
     */
    public static double uniform(long bits) {
        return ((bits >>> 12) + 0.5) * TWO_TO_MINUS_52;
    }

    /**
     * Uniform over the whole microseconds from {@code minMicros} to {@code maxMicros}, both included.
     *
     * @throws IllegalArgumentException unless 0 <= minMicros <= maxMicros <= {@link #LONGEST_MICROS}
     */
    public static long uniformMicros(long bits, long minMicros, long maxMicros) {
        checkRange(minMicros, maxMicros);
        // The upper half of a 128-bit product: unsigned bits times the width, over 2^64.
        long width = maxMicros - minMicros + 1;
        long offset = Math.multiplyHigh(bits, width) + (width & (bits >> 63));
        return minMicros + offset;
    }

    /**
     * Exponential. A larger value of the bits gives a shorter duration.
     *
     * @throws IllegalArgumentException unless {@code meanMicros} is positive
     */
    public static long exponentialMicros(long bits, long meanMicros) {
        if (meanMicros <= 0) {
            throw new IllegalArgumentException(
                    "The meanMicros (%d) must be positive.".formatted(meanMicros));
        }
        return duration(meanMicros * -PortableLog.of(uniform(bits)));
    }

    /**
     * Log-normal, given by its median and the value that 95 of 100 draws stay below: how repair times are quoted.
     *
     * @throws IllegalArgumentException unless 0 < medianMicros <= quantile95Micros
     */
    public static long logNormalMicros(long bits, long medianMicros, long quantile95Micros) {
        if (medianMicros <= 0 || quantile95Micros < medianMicros) {
            throw new IllegalArgumentException(
                    "The medianMicros (%d) must be positive and at most the quantile95Micros (%d)."
                            .formatted(medianMicros, quantile95Micros));
        }
        double spread = (double) quantile95Micros / medianMicros;
        double sigma = StrictMath.log(spread) / NormalQuantile.AT_95_PERCENT;
        double factor = StrictMath.exp(sigma * NormalQuantile.of(uniform(bits)));
        return duration(medianMicros * factor);
    }

    private static void checkRange(long minMicros, long maxMicros) {
        if (minMicros < 0 || maxMicros < minMicros || maxMicros > LONGEST_MICROS) {
            throw new IllegalArgumentException(
                    "The range from (%d) to (%d) microseconds must rise and lie in 0 to %d."
                            .formatted(minMicros, maxMicros, LONGEST_MICROS));
        }
    }

    private static long duration(double micros) {
        return Math.min(Math.max((long) micros, 1), LONGEST_MICROS);
    }
}
