package breakwater.playbook.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as CEL writes them: {@code 1h30m}, {@code 1.5s}, {@code -2ms}; the grammar of Go's ParseDuration. */
final class CelDurations {

    private static final Pattern WHOLE =
            Pattern.compile("[-+]?(?:0|(?:[0-9]{1,12}(?:\\.[0-9]{1,9})?(?:h|ms|m|s|us|ns)){1,8})");
    private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(h|ms|m|s|us|ns)");

    /** CEL's own bound: 10,000 years, about. */
    private static final BigDecimal NANOS_MAX =
            BigDecimal.valueOf(315_576_000_000L).movePointRight(9);

    private CelDurations() {}

    static Duration parse(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw new ExpressionFailure("'%s' is no duration".formatted(text));
        }
        BigDecimal nanos = BigDecimal.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            nanos = nanos.add(new BigDecimal(part.group(1))
                    .multiply(BigDecimal.valueOf(nanosOf(part.group(2)))));
        }
        if (nanos.compareTo(NANOS_MAX) > 0) {
            throw new ExpressionFailure("the duration '%s' is too long".formatted(text));
        }
        BigDecimal whole = nanos.setScale(0, RoundingMode.DOWN);
        BigDecimal[] split = whole.divideAndRemainder(BigDecimal.valueOf(1_000_000_000));
        Duration duration =
                Duration.ofSeconds(split[0].longValueExact(), split[1].longValueExact());
        return text.startsWith("-") ? duration.negated() : duration;
    }

    private static long nanosOf(String unit) {
        return switch (unit) {
            case "h" -> 3_600_000_000_000L;
            case "m" -> 60_000_000_000L;
            case "s" -> 1_000_000_000L;
            case "ms" -> 1_000_000L;
            case "us" -> 1_000L;
            default -> 1L;
        };
    }
}
