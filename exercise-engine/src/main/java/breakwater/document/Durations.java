package breakwater.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 6 h}, {@code 12 h 33 min}, {@code 500 ms}, {@code 0 s}. */
public final class Durations {

    /** What the published schemas check a duration with; the largest unit comes first, each once. */
    public static final String FORM = "^(?=[0-9])"
            + "([0-9]{1,9}(\\.[0-9]{1,6})? ?d)?( ?[0-9]{1,9}(\\.[0-9]{1,6})? ?h)?"
            + "( ?[0-9]{1,9}(\\.[0-9]{1,6})? ?min)?( ?[0-9]{1,9}(\\.[0-9]{1,6})? ?s)?"
            + "( ?[0-9]{1,9}(\\.[0-9]{1,6})? ?ms)?$";

    /** Longer ones are slips of the pen: 100,000 days, far from where sums of microseconds would overflow. */
    public static final long MAX_MICROS = 100_000L * 86_400_000_000L;

    private static final Pattern WHOLE = Pattern.compile(FORM);
    private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) ?([a-z]+)");
    private static final Pattern LOOSE_PART =
            Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*(\\p{L}+)");

    private static final Map<String, Long> MICROS = Map.of(
            "d",
            86_400_000_000L,
            "h",
            3_600_000_000L,
            "min",
            60_000_000L,
            "s",
            1_000_000L,
            "ms",
            1_000L);

    private static final Map<String, List<String>> OTHER_WORDS = Map.of(
            "d", List.of("day", "days", "D"),
            "h", List.of("hour", "hours", "hr", "hrs", "H"),
            "min", List.of("m", "mins", "minute", "minutes", "MIN", "Min"),
            "s", List.of("sec", "secs", "second", "seconds", "S"),
            "ms", List.of("msec", "millis", "milliseconds"));

    private Durations() {}

    /**
     * The duration in whole microseconds, smaller fractions cut; empty when {@code text} is none. One above {@link
     * #MAX_MICROS} may come back as any other value above it.
     */
    public static OptionalLong parseMicros(String text) {
        if (text.length() > 100 || !WHOLE.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        BigDecimal micros = BigDecimal.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            BigDecimal amount = new BigDecimal(part.group(1));
            micros = micros.add(amount.multiply(BigDecimal.valueOf(unitMicros(part.group(2))))
                    .setScale(0, RoundingMode.DOWN));
        }
        return OptionalLong.of(
                micros.min(BigDecimal.valueOf(MAX_MICROS).add(BigDecimal.ONE)).longValueExact());
    }

    /** {@code micros} in the largest unit that leaves no fraction, as it may stand in a file: {@code 90 min}. */
    public static String format(long micros) {
        for (String unit : List.of("d", "h", "min", "s")) {
            if (micros != 0 && micros % unitMicros(unit) == 0) {
                return micros / unitMicros(unit) + " " + unit;
            }
        }
        return micros == 0
                ? "0 s"
                : BigDecimal.valueOf(micros, 3).stripTrailingZeros().toPlainString() + " ms";
    }

    private static long unitMicros(String unit) {
        Long micros = MICROS.get(unit);
        if (micros == null) {
            throw new IllegalStateException("The unit (%s) has no length.".formatted(unit));
        }
        return micros;
    }

    /** What to advise to someone who wrote {@code text} where a duration belongs. */
    static String advice(String text) {
        Matcher part = LOOSE_PART.matcher(ScalarKind.cut(text));
        while (part.find()) {
            String word = part.group(2);
            for (var unit : OTHER_WORDS.entrySet()) {
                if (unit.getValue().contains(word)) {
                    return "Maybe write '%s %s'.".formatted(part.group(1), unit.getKey());
                }
            }
        }
        return "Maybe write it like '6 h', '1 h 30 min', '45 s', '500 ms' or '2 d'.";
    }
}
