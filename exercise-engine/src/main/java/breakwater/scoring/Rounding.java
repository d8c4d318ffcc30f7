package breakwater.scoring;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** The one place where exact sums become decimal figures: half-even, to a scale stated per unit. */
final class Rounding {

    private static final int RATIO_DECIMALS = 9;
    private static final int DECIMALS = 6;

    private Rounding() {}

    /** Nine decimals; null when the whole is 0, since a share of nothing is not defined. */
    static @Nullable BigDecimal ratio(BigInteger part, BigInteger whole) {
        return whole.signum() == 0 ? null : divide(part, whole, RATIO_DECIMALS);
    }

    static @Nullable BigDecimal ratio(long part, long whole) {
        return ratio(BigInteger.valueOf(part), BigInteger.valueOf(whole));
    }

    /** Six decimals. */
    static BigDecimal quotient(BigInteger amount, BigInteger unit) {
        return divide(amount, unit, DECIMALS);
    }

    static BigDecimal quotient(BigInteger amount, long unit) {
        return quotient(amount, BigInteger.valueOf(unit));
    }

    static BigDecimal whole(long value) {
        return BigDecimal.valueOf(value);
    }

    private static BigDecimal divide(BigInteger part, BigInteger whole, int decimals) {
        BigDecimal value = new BigDecimal(part)
                .divide(new BigDecimal(whole), decimals, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }
}
