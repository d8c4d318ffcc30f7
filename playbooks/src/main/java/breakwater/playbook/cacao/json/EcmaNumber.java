package breakwater.playbook.cacao.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as ECMAScript writes them ({@code Number::toString}, ECMA-262, which RFC 8785 takes over): the fewest digits
 * that read back as the same double, of several such the nearest. Java's own {@code Double.toString} before release 19
 * sometimes writes one digit more.
 */
final class EcmaNumber {

    /** Enough for every double. */
    private static final int DIGITS_MAX = 17;

    /** Up to here every whole number is a double of its own. */
    private static final double WHOLE_MAX = 1L << 53;

    private EcmaNumber() {}

    /**
     * The text of {@code value}; both zeros are "0".
     *
     * @throws IllegalArgumentException if {@code value} is not finite
     */
    static String format(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "The number (%s) has no form in JSON.".formatted(value));
        }
        if (value == Math.rint(value) && Math.abs(value) < WHOLE_MAX) {
            return Long.toString((long) value);
        }
        String sign = value < 0 ? "-" : "";
        return sign + layOut(shortest(Math.abs(value)));
    }

    /** The fewest digits: whatever number of digits suffices, more suffice too, so the least is found by halving. */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        BigDecimal best = exact.round(new MathContext(DIGITS_MAX, RoundingMode.HALF_EVEN));
        int tooFew = 0;
        int enough = DIGITS_MAX;
        while (enough - tooFew > 1) {
            int digits = (tooFew + enough) / 2;
            BigDecimal found = nearestThatReadsBack(exact, value, digits);
            if (found.signum() == 0) {
                tooFew = digits;
            } else {
                enough = digits;
                best = found;
            }
        }
        return best.stripTrailingZeros();
    }

    /**
     * Of the two decimals with so many digits around {@code exact} the nearest that reads back as {@code value}, or 0.
     * Beside a power of two the nearest alone may read back as the double below.
     */
    private static BigDecimal nearestThatReadsBack(BigDecimal exact, double value, int digits) {
        BigDecimal below = exact.round(new MathContext(digits, RoundingMode.DOWN));
        BigDecimal above = exact.round(new MathContext(digits, RoundingMode.UP));
        boolean belowFits = below.doubleValue() == value;
        boolean aboveFits = above.doubleValue() == value;
        if (belowFits && aboveFits) {
            return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        }
        if (belowFits) {
            return below;
        }
        return aboveFits ? above : BigDecimal.ZERO;
    }

    /** ECMA-262, Number::toString, steps 6 to 12: where the point stands, and whether with an exponent. */
    private static String layOut(BigDecimal number) {
        String digits = number.unscaledValue().toString();
        int count = digits.length();
        int point = count - number.scale();
        if (count <= point && point <= 21) {
            return digits + "0".repeat(point - count);
        }
        if (0 < point && point <= 21) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (-6 < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        int exponent = point - 1;
        String power = "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
        return count == 1 ? digits + power : digits.charAt(0) + "." + digits.substring(1) + power;
    }
}
