package breakwater.playbook.expression;

import breakwater.playbook.expression.Type.Simple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Well-typed expressions and values for their names, by seed; edges of every type are frequent. Times are whole
 * seconds: CEL's Java runtime (0.14.0) fails to add a negative duration with a fraction.
 */
final class RandomExpressions {

    static final Type INTEGERS = new Type.ListOf(Simple.INTEGER);

    /** Two names of each type. */
    static final Map<String, Type> NAMES = names();

    private static final List<Type> TYPES = List.of(
            Simple.BOOL,
            Simple.INTEGER,
            Simple.FLOAT,
            Simple.STRING,
            Simple.DURATION,
            Simple.TIMESTAMP,
            INTEGERS);

    private static final String[] ORDER = {"<", "<=", ">", ">=", "==", "!="};

    private final Random random;
    private final List<String> elements = new ArrayList<>();

    RandomExpressions(long seed) {
        random = new Random(seed);
    }

    private static Map<String, Type> names() {
        Map<String, Type> names = new TreeMap<>();
        for (Type type : List.of(
                Simple.BOOL,
                Simple.INTEGER,
                Simple.FLOAT,
                Simple.STRING,
                Simple.DURATION,
                Simple.TIMESTAMP,
                new Type.ListOf(Simple.INTEGER))) {
            String word = type.label().replaceAll("[<>]", "_");
            names.put("vars." + word + "1", type);
            names.put("vars." + word + "2", type);
        }
        return names;
    }

    /** An expression of any type. */
    String any() {
        return of(TYPES.get(random.nextInt(TYPES.size())), 4);
    }

    /** Values for all names. */
    Map<String, Object> values() {
        Map<String, Object> values = new TreeMap<>();
        NAMES.forEach((name, type) -> values.put(name, value(type)));
        return values;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Object value(Type type) {
        if (type instanceof Type.ListOf) {
            List<Object> items = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                items.add(value(Simple.INTEGER));
            }
            return List.copyOf(items);
        }
        return switch ((Simple) type) {
            case BOOL -> random.nextBoolean();
            case INTEGER ->
                one(List.of(
                        0L,
                        1L,
                        -1L,
                        2L,
                        7L,
                        Long.MAX_VALUE,
                        Long.MIN_VALUE,
                        1L << 53,
                        random.nextLong()));
            case FLOAT ->
                one(List.of(
                        0.0,
                        -0.0,
                        1.5,
                        -2.0,
                        1e308,
                        9.3e18,
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        random.nextGaussian()));
            case STRING ->
                one(List.of(
                        "", "a", "ab", "abc", "7", "-3", "1.5", "\uD83D\uDE00x", "Ż", "\uFFFDz"));
            case DURATION ->
                one(List.of(
                        Duration.ZERO,
                        Duration.ofSeconds(90),
                        Duration.ofSeconds(-2),
                        Duration.ofDays(3_652_500),
                        Duration.ofHours(-49)));
            case TIMESTAMP ->
                one(List.of(
                        Instant.EPOCH,
                        Instant.parse("2026-11-27T16:00:00Z"),
                        Instant.parse("0001-01-01T00:00:00Z"),
                        Instant.parse("9999-12-31T23:59:59Z")));
        };
    }

    private String of(Type type, int depth) {
        if (depth == 0 || random.nextInt(5) == 0) {
            return leaf(type);
        }
        if (random.nextInt(8) == 0) {
            return "(%s ? %s : %s)"
                    .formatted(
                            of(Simple.BOOL, depth - 1), of(type, depth - 1), of(type, depth - 1));
        }
        if (type instanceof Type.ListOf) {
            return list(depth - 1);
        }
        return switch ((Simple) type) {
            case BOOL -> bool(depth - 1);
            case INTEGER -> integer(depth - 1);
            case FLOAT -> floating(depth - 1);
            case STRING ->
                "(%s + %s)".formatted(of(Simple.STRING, depth - 1), of(Simple.STRING, depth - 1));
            case DURATION -> duration(depth - 1);
            case TIMESTAMP ->
                "(%s %s %s)"
                        .formatted(
                                of(Simple.TIMESTAMP, depth - 1),
                                random.nextBoolean() ? "+" : "-",
                                of(Simple.DURATION, depth - 1));
        };
    }

    private String leaf(Type type) {
        if (type == Simple.INTEGER && !elements.isEmpty() && random.nextBoolean()) {
            return one(elements);
        }
        if (random.nextInt(3) > 0) {
            List<String> fitting = NAMES.entrySet().stream()
                    .filter(name -> name.getValue().equals(type))
                    .map(Map.Entry::getKey)
                    .toList();
            return one(fitting);
        }
        if (type instanceof Type.ListOf) {
            return one(List.of("[1, 2, 3]", "[0]", "[vars.integer1, 5]"));
        }
        return switch ((Simple) type) {
            case BOOL -> one(List.of("true", "false"));
            case INTEGER ->
                one(List.of("0", "1", "-1", "3", "9223372036854775807", "-9223372036854775808"));
            case FLOAT -> one(List.of("0.0", "1.0", "-0.5", "1e308", "3.0e-5"));
            case STRING ->
                one(List.of("''", "'a'", "'bc'", "'42'", "'é'", "' 5'", "'+5'", "'1e3'", "'x'"));
            case DURATION ->
                one(List.of(
                        "duration('0s')",
                        "duration('1h30m')",
                        "duration('-61s')",
                        "duration('90000h')",
                        "duration('1000ms')",
                        "duration(vars.string1)"));
            case TIMESTAMP -> "vars.timestamp1";
        };
    }

    private String bool(int depth) {
        return switch (random.nextInt(11)) {
            case 0 -> "!" + of(Simple.BOOL, depth);
            case 1, 2 -> "(%s && %s)".formatted(of(Simple.BOOL, depth), of(Simple.BOOL, depth));
            case 3, 4 -> "(%s || %s)".formatted(of(Simple.BOOL, depth), of(Simple.BOOL, depth));
            case 5 -> "(%s in %s)".formatted(of(Simple.INTEGER, depth), of(INTEGERS, depth));
            case 6 ->
                "%s.%s(%s)"
                        .formatted(
                                of(Simple.STRING, depth),
                                one(List.of("contains", "startsWith", "endsWith")),
                                of(Simple.STRING, depth));
            case 7 ->
                "%s.matches('%s')"
                        .formatted(
                                of(Simple.STRING, depth),
                                one(List.of("^a", "b+$", "[0-9]{1,3}", "^.$", "(a|b)*c", "")));
            case 8 -> loop(one(List.of("all", "exists", "exists_one")), Simple.BOOL, depth);
            default -> {
                Type type = one(TYPES);
                boolean ordered = !(type instanceof Type.ListOf);
                String operator = ORDER[ordered ? random.nextInt(6) : 4 + random.nextInt(2)];
                yield "(%s %s %s)".formatted(of(type, depth), operator, of(type, depth));
            }
        };
    }

    private String integer(int depth) {
        return switch (random.nextInt(10)) {
            case 0 -> "-(%s)".formatted(of(Simple.INTEGER, depth));
            case 1 ->
                "size(%s)".formatted(of(random.nextBoolean() ? INTEGERS : Simple.STRING, depth));
            case 2 ->
                "int(%s)"
                        .formatted(of(
                                one(List.of(
                                        Simple.FLOAT,
                                        Simple.STRING,
                                        Simple.INTEGER,
                                        Simple.TIMESTAMP)),
                                depth));
            case 3 -> "%s[%s]".formatted(of(INTEGERS, depth), of(Simple.INTEGER, depth));
            case 4 ->
                "%s.%s()"
                        .formatted(
                                of(Simple.DURATION, depth),
                                one(List.of("getHours", "getMinutes", "getSeconds")));
            default ->
                "(%s %s %s)"
                        .formatted(
                                of(Simple.INTEGER, depth),
                                one(List.of("+", "-", "*", "/", "%")),
                                of(Simple.INTEGER, depth));
        };
    }

    private String floating(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> "-(%s)".formatted(of(Simple.FLOAT, depth));
            case 1 ->
                "double(%s)"
                        .formatted(of(
                                one(List.of(Simple.INTEGER, Simple.STRING, Simple.FLOAT)), depth));
            default ->
                "(%s %s %s)"
                        .formatted(
                                of(Simple.FLOAT, depth),
                                one(List.of("+", "-", "*", "/")),
                                of(Simple.FLOAT, depth));
        };
    }

    private String duration(int depth) {
        return random.nextInt(4) == 0
                ? "(%s - %s)".formatted(of(Simple.TIMESTAMP, depth), of(Simple.TIMESTAMP, depth))
                : "(%s %s %s)"
                        .formatted(
                                of(Simple.DURATION, depth),
                                random.nextBoolean() ? "+" : "-",
                                of(Simple.DURATION, depth));
    }

    private String list(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> "(%s + %s)".formatted(of(INTEGERS, depth), of(INTEGERS, depth));
            case 1 -> loop("filter", Simple.BOOL, depth);
            case 2 -> loop("map", Simple.INTEGER, depth);
            default -> "[%s, %s]".formatted(of(Simple.INTEGER, depth), of(Simple.INTEGER, depth));
        };
    }

    private String loop(String macro, Type body, int depth) {
        String range = of(INTEGERS, depth);
        String element = "e" + elements.size();
        elements.add(element);
        String inner = of(body, depth);
        elements.remove(elements.size() - 1);
        return "%s.%s(%s, %s)".formatted(range, macro, element, inner);
    }
}
