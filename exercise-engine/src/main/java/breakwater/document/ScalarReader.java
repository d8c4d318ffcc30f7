package breakwater.document;

import breakwater.document.DocumentNode.Scalar;
import breakwater.problem.Nearest;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/** Takes typed values out of scalars. What does not fit is reported and replaced by a harmless value. */
public final class ScalarReader {

    private final Problems problems;

    public ScalarReader(Problems problems) {
        this.problems = problems;
    }

    /** Text that is not empty, or the empty text. A bare number or flag is refused: an editor would take it for one. */
    public String text(String key, DocumentNode node) {
        if (node instanceof Scalar scalar
                && ScalarKind.of(scalar) == ScalarKind.TEXT
                && !scalar.text().isBlank()) {
            return scalar.text();
        }
        boolean bare = node instanceof Scalar scalar
                && !scalar.quoted()
                && ScalarKind.of(scalar) != ScalarKind.NOTHING;
        wrongType(key, node, "a text", bare ? "Maybe put it in quotes." : "");
        return "";
    }

    /** The value of the word that stands there. */
    public <T> Optional<T> choice(String key, DocumentNode node, Map<String, T> choices) {
        String word = text(key, node);
        if (word.isEmpty()) {
            return Optional.empty();
        }
        T value = choices.get(word);
        if (value == null) {
            TreeSet<String> words = new TreeSet<>(choices.keySet());
            problems.add(Problem.error(
                    "unknown-word",
                    node.location(),
                    "Expected one of %s for '%s', but found '%s'."
                            .formatted(String.join(", ", words), key, ScalarKind.cut(word)),
                    Nearest.adviceAmong(words, word)));
        }
        return Optional.ofNullable(value);
    }

    /** A whole number within bounds, or {@code least}. */
    public long whole(String key, DocumentNode node, long least, long most) {
        Optional<BigDecimal> number = decimal(key, node, "a whole number");
        if (number.isEmpty()) {
            return least;
        }
        boolean whole = number.get().stripTrailingZeros().scale() <= 0;
        boolean within = number.get().compareTo(BigDecimal.valueOf(least)) >= 0
                && number.get().compareTo(BigDecimal.valueOf(most)) <= 0;
        if (whole && within) {
            return number.get().longValueExact();
        }
        outOfRange(key, node, "a whole number from %s to %s".formatted(least, most));
        return least;
    }

    /** A finite number within bounds, or {@code least}. */
    public double number(String key, DocumentNode node, double least, double most) {
        Optional<BigDecimal> number = decimal(key, node, "a number");
        if (number.isEmpty()) {
            return least;
        }
        double value = number.get().doubleValue();
        if (value >= least && value <= most) {
            return value;
        }
        outOfRange(
                key,
                node,
                least == Double.MIN_VALUE
                        ? "a number above 0 and at most %s".formatted(figure(most))
                        : "a number from %s to %s".formatted(figure(least), figure(most)));
        return least;
    }

    /** A duration in whole microseconds, or 0. */
    public long durationMicros(String key, DocumentNode node) {
        String text = node instanceof Scalar scalar ? scalar.text() : "";
        OptionalLong micros = Durations.parseMicros(text);
        if (micros.isEmpty()) {
            problems.add(Problem.error(
                    "bad-duration",
                    node.location(),
                    "Expected a duration for '%s', but found %s.".formatted(key, node.kind()),
                    durationAdvice(node, text)));
        }
        if (micros.orElse(0) > Durations.MAX_MICROS) {
            outOfRange(
                    key,
                    node,
                    "a duration of at most %s".formatted(Durations.format(Durations.MAX_MICROS)));
            return 0;
        }
        return micros.orElse(0);
    }

    private static String durationAdvice(DocumentNode node, String text) {
        boolean bareNumber = node instanceof Scalar scalar
                && ScalarKind.of(scalar) == ScalarKind.NUMBER
                && !text.startsWith("-");
        if (bareNumber) {
            return "Maybe add the unit: '%s h', '%s min' or '%s s'.".formatted(text, text, text);
        }
        return text.startsWith("-") ? "Maybe drop the sign." : Durations.advice(text);
    }

    /** {@code true} or {@code false}, or false. */
    public boolean flag(String key, DocumentNode node) {
        if (node instanceof Scalar scalar && ScalarKind.of(scalar) == ScalarKind.FLAG) {
            return scalar.text().toLowerCase(Locale.ROOT).equals("true");
        }
        wrongType(key, node, "true or false", "");
        return false;
    }

    private Optional<BigDecimal> decimal(String key, DocumentNode node, String expected) {
        if (!(node instanceof Scalar scalar)) {
            wrongType(key, node, expected, "");
            return Optional.empty();
        }
        String text = scalar.text();
        switch (ScalarKind.of(scalar)) {
            case NUMBER -> {
                if (isShortDecimal(text)) {
                    return Optional.of(new BigDecimal(text));
                }
                outOfRange(key, node, expected + " written in decimal with a short exponent");
            }
            case NOT_A_NUMBER -> outOfRange(key, node, "a finite number");
            default -> wrongType(key, node, expected, numberAdvice(text));
        }
        return Optional.empty();
    }

    /** Keeps hostile exponents (1e999999999) away from BigDecimal, which would expand them. */
    private static boolean isShortDecimal(String text) {
        int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
        boolean hex = text.startsWith("0x") || text.startsWith("0o");
        return !hex && text.length() <= 40 && (exponent < 0 || text.length() - exponent <= 4);
    }

    private static String numberAdvice(String text) {
        int digits = 0;
        while (digits < text.length() && "0123456789.".indexOf(text.charAt(digits)) >= 0) {
            digits++;
        }
        boolean rest = digits > 0 && digits < text.length();
        return rest && digits <= 20
                ? "Maybe write %s: the key's name carries the unit."
                        .formatted(text.substring(0, digits))
                : "";
    }

    private static String figure(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private void wrongType(String key, DocumentNode node, String expected, String advice) {
        problems.add(Problem.error(
                "wrong-type",
                node.location(),
                "Expected %s for '%s', but found %s.".formatted(expected, key, node.kind()),
                advice));
    }

    private void outOfRange(String key, DocumentNode node, String expected) {
        problems.add(Problem.error(
                "out-of-range",
                node.location(),
                "Expected %s for '%s', but found %s.".formatted(expected, key, node.kind()),
                ""));
    }
}
