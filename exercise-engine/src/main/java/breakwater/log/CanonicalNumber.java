package breakwater.log;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Doubles as text, the same on every JVM: the shortest digits that read back as the same double, laid out as in
 * ECMAScript and RFC 8785 (JSON canonicalisation). {@link Double#toString(double)} is not used: before JDK 19 it
 * sometimes gives one digit more than later versions (JDK-4511638).
 */
public final class CanonicalNumber {

    private static final double FAST_SCALE = 1e6;
    private static final int FAST_DECIMALS = 6;
    /** Below this, two decimals of this many digits never share a double, so the shortest is found by stripping. */
    private static final double FAST_MAX = 1e15;

    private static final int DIGITS_MAX = 17;
    private static final int PLAIN_EXPONENT_MAX = 21;
    private static final int PLAIN_EXPONENT_MIN = -6;

    private CanonicalNumber() {}

    /** The canonical text of a finite double; throws on NaN and infinities, which JSON cannot say. */
    public static String format(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "The value (%s) must be finite.".formatted(Double.toString(value)));
        }
        if (value == 0) {
            return "0";
        }
        return layOut(shortest(Math.abs(value)), value < 0);
    }

    private static BigDecimal shortest(double value) {
        double scaled = Math.rint(value * FAST_SCALE);
        if (scaled < FAST_MAX && scaled / FAST_SCALE == value) {
            return BigDecimal.valueOf((long) scaled, FAST_DECIMALS).stripTrailingZeros();
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < DIGITS_MAX; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(DIGITS_MAX, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
    }

    private static String layOut(BigDecimal value, boolean negative) {
        String digits = value.unscaledValue().toString();
        int exponent = digits.length() - value.scale();
        StringBuilder text = new StringBuilder(negative ? "-" : "");
        if (exponent > PLAIN_EXPONENT_MAX || exponent <= PLAIN_EXPONENT_MIN) {
            text.append(digits, 0, 1);
            if (digits.length() > 1) {
                text.append('.').append(digits, 1, digits.length());
            }
            text.append('e').append(exponent > 0 ? "+" : "").append(exponent - 1);
        } else if (exponent <= 0) {
            text.append("0.").append("0".repeat(-exponent)).append(digits);
        } else if (exponent >= digits.length()) {
            text.append(digits).append("0".repeat(exponent - digits.length()));
        } else {
            text.append(digits, 0, exponent).append('.').append(digits, exponent, digits.length());
        }
        return text.toString();
    }
}
