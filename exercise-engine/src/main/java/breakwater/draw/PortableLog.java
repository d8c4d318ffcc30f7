package breakwater.draw;

/**
 * The natural logarithm for draws: the same bits on every machine, and several times as fast as {@code StrictMath.log},
 * which JDK 17 calls outside compiled code.
 *
 * <p>Table-driven (P. T. P. Tang, ACM TOMS 16 (1990) 378-400, DOI 10.1145/98267.98294): the mantissa is divided by the
 * middle of one of 128 cells, whose logarithm stands in a table made with {@code StrictMath}; the rest, at most 1/256
 * away from 1, is a short series. Only multiplication and addition of doubles are used, which Java 17 defines exactly
 * (JEP 306). The error is below 1e-15, or 1e-15 of the result where that is
 * more.
 */
final class PortableLog {

    private static final int CELL_BITS = 7;
    private static final int CELLS = 1 << CELL_BITS;
    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
    private static final long ONE = 1023L << MANTISSA_BITS;
    private static final double LN_2 = StrictMath.log(2);

    private static final double[] RECIPROCALS = new double[CELLS];
    private static final double[] LOGARITHMS = new double[CELLS];

    static {
        for (int cell = 0; cell < CELLS; cell++) {
            RECIPROCALS[cell] = 1 / (1 + (cell + 0.5) / CELLS);
            LOGARITHMS[cell] = -StrictMath.log(RECIPROCALS[cell]);
        }
    }

    private PortableLog() {}

    /** The logarithm of a normal positive number. */
    static double of(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int exponent = (int) (bits >>> MANTISSA_BITS) - 1023;
        int cell = (int) (bits >>> (MANTISSA_BITS - CELL_BITS)) & (CELLS - 1);
        double mantissa = Double.longBitsToDouble((bits & MANTISSA) | ONE);
        double r = mantissa * RECIPROCALS[cell] - 1;
        double square = r * r;
        // r - r^2/2 + r^3/3 - r^4/4 + r^5/5 - r^6/6, paired so that the halves can be computed at
        // once.
        double odd = 1 + square * (1.0 / 3 + square * (1.0 / 5));
        double even = 0.5 + square * (0.25 + square * (1.0 / 6));
        return exponent * LN_2 + (LOGARITHMS[cell] + (r * odd - square * even));
    }
}
