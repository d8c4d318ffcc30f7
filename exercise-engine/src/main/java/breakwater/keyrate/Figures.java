package breakwater.keyrate;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as they stand in sentences. */
public final class Figures {

    private static final MathContext SIX_DIGITS = new MathContext(6);

    private Figures() {}

    /** At most six significant digits, without trailing zeros: {@code 0.2}, {@code 142.015}, {@code 1.7E-6}. */
    public static String plain(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(SIX_DIGITS).stripTrailingZeros();
        boolean readable =
                rounded.signum() == 0 || Math.abs(rounded.precision() - rounded.scale()) <= 9;
        return readable && rounded.scale() <= 6 ? rounded.toPlainString() : rounded.toString();
    }
}
