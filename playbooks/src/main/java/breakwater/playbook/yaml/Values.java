package breakwater.playbook.yaml;

import breakwater.document.DocumentNode;
import breakwater.document.DocumentNode.Entry;
import breakwater.document.DocumentNode.Mapping;
import breakwater.document.DocumentNode.Scalar;
import breakwater.document.DocumentNode.Sequence;
import breakwater.document.Fields;
import breakwater.document.ScalarKind;
import breakwater.playbook.Template;
import breakwater.playbook.Value;
import breakwater.playbook.expression.Expression;
import breakwater.problem.Location;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Values of a playbook as they stand: durations, expressions, literals and text with expressions in it. */
public final class Values {

    private static final Pattern SLUG = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,79}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,79}");

    /** Such whole numbers are exact in every reader. */
    private static final BigDecimal WHOLE_MAX = BigDecimal.valueOf(1L << 53);

    /** A double written out without exponent has fewer. */
    private static final int DIGITS_MAX = 400;

    /** Several times the steps of the longest playbook we know; a person oversees far fewer. */
    private static final int EXPRESSIONS_MAX = 2_000;

    /** Of one section; as many as no playbook needs. */
    private static final int NAMES_MAX = 500;

    private final Problems problems;
    private int expressions;

    /** Reports to {@code problems}. */
    public Values(Problems problems) {
        this.problems = problems;
    }

    /** Whether {@code name} can follow a dot in an expression; reports it if not. */
    boolean isName(String what, Scalar name) {
        return matches(NAME, what, "letters, digits and _", name);
    }

    /** Whether {@code name} is a name of letters, digits, _ and -. */
    boolean isSlug(String what, Scalar name) {
        return matches(SLUG, what, "letters, digits, _ and -", name);
    }

    private boolean matches(Pattern form, String what, String letters, Scalar name) {
        if (form.matcher(name.text()).matches()) {
            return true;
        }
        problems.add(Problem.error(
                "bad-name",
                name.location(),
                "Expected %s of %s that begins with a letter or _, but found %s."
                        .formatted(what, letters, name.kind()),
                ""));
        return false;
    }

    /** Microseconds; 0 when missing or wrong, which is reported. */
    public long duration(Fields fields, String key) {
        return optionalDuration(fields, key).orElse(0);
    }

    /** Microseconds; empty when missing, or wrong, which is reported. */
    public OptionalLong optionalDuration(Fields fields, String key) {
        Optional<DocumentNode> node = fields.find(key);
        if (node.isEmpty()) {
            return OptionalLong.empty();
        }
        return duration(key, node.get());
    }

    /** Microseconds; empty when {@code node} is no duration, which is reported. */
    public OptionalLong duration(String key, DocumentNode node) {
        OptionalLong micros = node instanceof Scalar scalar
                ? PlaybookDurations.parseMicros(scalar.text())
                : OptionalLong.empty();
        if (micros.isEmpty()) {
            boolean number =
                    node instanceof Scalar scalar && ScalarKind.of(scalar) == ScalarKind.NUMBER;
            problems.add(Problem.error(
                    "bad-duration",
                    node.location(),
                    "Expected a duration for '%s', but found %s.".formatted(key, node.kind()),
                    number
                            ? "Maybe add the unit: %sm, %ss or %sh."
                                    .formatted(textOf(node), textOf(node), textOf(node))
                            : "Maybe write it like 30s, 5m, 48h or 1h30m."));
        }
        return micros;
    }

    private static String textOf(DocumentNode node) {
        return node instanceof Scalar scalar ? scalar.text() : "";
    }

    /** The bare expression under {@code key}; empty when missing or none, which is reported. */
    Optional<Expression> expression(Fields fields, String key) {
        return fields.find(key).flatMap(node -> expression(key, node));
    }

    Optional<Expression> expression(String key, DocumentNode node) {
        if (node instanceof Scalar scalar && !scalar.text().isBlank()) {
            if (!admit(node)) {
                return Optional.empty();
            }
            if (scalar.text().startsWith("=") && !scalar.text().startsWith("==")) {
                problems.add(Problem.warning(
                        "needless-sign",
                        node.location(),
                        "Expected an expression as it is for '%s', but it begins with '='."
                                .formatted(key),
                        "Maybe leave the sign out: only values under 'with' need it."));
                return Optional.of(at(scalar, 1));
            }
            return Optional.of(at(scalar, 0));
        }
        problems.add(Problem.error(
                "wrong-type",
                node.location(),
                "Expected an expression for '%s', but found %s.".formatted(key, node.kind()),
                ""));
        return Optional.empty();
    }

    /** The text from {@code skip} on, with its place; blanks at its begin are left out. */
    private static Expression at(Scalar scalar, int skip) {
        int from = skip;
        while (from < scalar.text().length() && scalar.text().charAt(from) == ' ') {
            from++;
        }
        return new Expression(scalar.text().substring(from).stripTrailing(), moved(scalar, from));
    }

    private static Location moved(Scalar scalar, int columns) {
        Location at = scalar.location();
        return new Location(
                at.file(), at.line(), at.column() + columns + (scalar.quoted() ? 1 : 0));
    }

    /** The values under {@code key} by name, in file order. */
    Map<String, Value> values(Fields fields, String key) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Entry entry : entries(fields, key)) {
            if (isName("a name", entry.key())) {
                value(entry.key().text(), entry.value())
                        .ifPresent(value -> values.put(entry.key().text(), value));
            }
        }
        return values;
    }

    /** The entries of the mapping under {@code key}; none when missing or no mapping, which is reported. */
    public List<Entry> entries(Fields fields, String key) {
        Optional<DocumentNode> node = fields.find(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof Mapping mapping) {
            List<Entry> entries = List.copyOf(mapping.entries().values());
            if (entries.size() > NAMES_MAX) {
                problems.add(Problem.error(
                        "too-many-names",
                        entries.get(NAMES_MAX).key().location(),
                        "Expected at most %s names for '%s', but found %s."
                                .formatted(NAMES_MAX, key, entries.size()),
                        ""));
                return entries.subList(0, NAMES_MAX);
            }
            return entries;
        }
        problems.add(Problem.error(
                "wrong-type",
                node.get().location(),
                "Expected names and values for '%s', but found %s."
                        .formatted(key, node.get().kind()),
                ""));
        return List.of();
    }

    /** One value; empty when it is none, which is reported. */
    Optional<Value> value(String key, DocumentNode node) {
        if (node instanceof Scalar scalar && scalar.text().startsWith("=")) {
            if (!admit(node)) {
                return Optional.empty();
            }
            return Optional.of(new Value.Computed(at(scalar, 1)));
        }
        return literal(key, node).map(value -> value);
    }

    /** A value that is written out; empty when it is none, which is reported. */
    public Optional<Value.Literal> literal(String key, DocumentNode node) {
        if (node instanceof Scalar scalar) {
            return scalar(key, scalar).map(value -> new Value.Literal(value, node.location()));
        }
        if (node instanceof Sequence sequence) {
            List<Object> items = new ArrayList<>();
            for (DocumentNode item : sequence.items()) {
                if (item instanceof Scalar scalar) {
                    scalar(key, scalar).ifPresent(items::add);
                } else {
                    reportValue(key, item);
                }
            }
            return Optional.of(new Value.Literal(List.copyOf(items), node.location()));
        }
        reportValue(key, node);
        return Optional.empty();
    }

    private void reportValue(String key, DocumentNode node) {
        problems.add(Problem.error(
                "wrong-type",
                node.location(),
                "Expected a value for '%s', but found %s.".formatted(key, node.kind()),
                ""));
    }

    private Optional<Object> scalar(String key, Scalar scalar) {
        switch (ScalarKind.of(scalar)) {
            case FLAG -> {
                return Optional.of(
                        scalar.text().toLowerCase(java.util.Locale.ROOT).equals("true"));
            }
            case NUMBER -> {
                return number(key, scalar);
            }
            case TEXT -> {
                OptionalLong micros = scalar.quoted()
                        ? OptionalLong.empty()
                        : PlaybookDurations.parseMicros(scalar.text());
                return Optional.of(
                        micros.isPresent()
                                ? Duration.of(micros.getAsLong(), ChronoUnit.MICROS)
                                : scalar.text());
            }
            default -> {
                if (scalar.quoted()) {
                    return Optional.of(scalar.text());
                }
                reportValue(key, scalar);
                return Optional.empty();
            }
        }
    }

    private Optional<Object> number(String key, Scalar scalar) {
        String text = scalar.text();
        boolean plain = text.length() <= DIGITS_MAX
                && text.indexOf('x') < 0
                && text.indexOf('o') < 0
                && text.indexOf('e') < 0
                && text.indexOf('E') < 0;
        if (!plain || new BigDecimal(text).abs().compareTo(WHOLE_MAX) > 0) {
            problems.add(Problem.error(
                    "out-of-range",
                    scalar.location(),
                    "Expected a decimal number of at most 2^53 for '%s', but found %s."
                            .formatted(key, scalar.kind()),
                    ""));
            return Optional.empty();
        }
        return Optional.of(
                text.indexOf('.') < 0
                        ? (Object) Long.valueOf(stripSign(text))
                        : (Object) Double.valueOf(text));
    }

    private static String stripSign(String text) {
        return text.startsWith("+") ? text.substring(1) : text;
    }

    /** Text with expressions in double braces; empty text when missing or wrong, which is reported. */
    Template template(Fields fields, String key) {
        Optional<DocumentNode> node = fields.find(key);
        Location at = fields.at(key);
        if (node.isEmpty()
                || !(node.get() instanceof Scalar scalar)
                || scalar.text().isBlank()) {
            fields.text(key);
            return new Template(List.of(), at);
        }
        return new Template(parts(scalar), at);
    }

    private List<Template.Part> parts(Scalar scalar) {
        String text = scalar.text();
        List<Template.Part> parts = new ArrayList<>();
        int done = 0;
        for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", done)) {
            int close = text.indexOf("}}", open);
            if (close < 0) {
                problems.add(Problem.error(
                        "expr-syntax",
                        moved(scalar, open),
                        "Expected '}}' after the expression that begins here, but found none.",
                        "Maybe close it."));
                break;
            }
            if (open > done) {
                parts.add(new Template.Part.Fixed(text.substring(done, open)));
            }
            String written = text.substring(open + 2, close);
            int blanks = written.length() - written.stripLeading().length();
            if (!admit(scalar)) {
                return parts;
            }
            parts.add(new Template.Part.Inserted(
                    new Expression(written.strip(), moved(scalar, open + 2 + blanks))));
            done = close + 2;
        }
        if (done < text.length()) {
            parts.add(new Template.Part.Fixed(text.substring(done)));
        }
        return parts;
    }

    /** Whether one more expression is taken; the first that is too many is reported. */
    private boolean admit(DocumentNode node) {
        if (++expressions == EXPRESSIONS_MAX + 1) {
            problems.add(Problem.error(
                    "too-many-expressions",
                    node.location(),
                    "Expected at most %s expressions, but found more.".formatted(EXPRESSIONS_MAX),
                    "Maybe split the playbook and use 'call'."));
        }
        return expressions <= EXPRESSIONS_MAX;
    }
}
