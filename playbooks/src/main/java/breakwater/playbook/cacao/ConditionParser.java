package breakwater.playbook.cacao;

import breakwater.playbook.cacao.Condition.All;
import breakwater.playbook.cacao.Condition.Any;
import breakwater.playbook.cacao.Condition.Comparison;
import breakwater.playbook.cacao.Condition.Literal;
import breakwater.playbook.cacao.Condition.Literals;
import breakwater.playbook.cacao.Condition.Operand;
import breakwater.playbook.cacao.Condition.Operator;
import breakwater.playbook.cacao.Condition.Path;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses by recursive descent: OR over AND over comparison, brackets of both kinds around any of them. */
final class ConditionParser {

    /** Nobody nests deeper by hand; a hostile text must not exhaust the stack. */
    private static final int DEPTH_MAX = 32;

    /** Possessive, so that no text makes it go back. */
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*+(?:(?<quoted>'(?:[^'\\\\]|\\\\.)*+')|(?<sign>==|!=|<>|<=|>=|[=<>()\\[\\],])|(?<word>[^\\s'\"=!<>()\\[\\],]++))",
            Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");

    private static final Pattern PATH =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*+:[A-Za-z_][A-Za-z0-9_.*-]*+");

    private static final Map<String, Operator> OPERATORS = Map.ofEntries(
            Map.entry("=", Operator.EQUAL),
            Map.entry("==", Operator.EQUAL),
            Map.entry("!=", Operator.UNEQUAL),
            Map.entry("<>", Operator.UNEQUAL),
            Map.entry("<", Operator.LESS),
            Map.entry("<=", Operator.LESS_OR_EQUAL),
            Map.entry(">", Operator.GREATER),
            Map.entry(">=", Operator.GREATER_OR_EQUAL),
            Map.entry("IN", Operator.IN),
            Map.entry("LIKE", Operator.LIKE),
            Map.entry("MATCHES", Operator.MATCHES),
            Map.entry("ISSUBSET", Operator.IS_SUBSET),
            Map.entry("ISSUPERSET", Operator.IS_SUPERSET));

    private record Token(String text, boolean quoted) {}

    private final List<Token> tokens;
    private int next;

    ConditionParser(String text) {
        tokens = tokens(text);
    }

    /** No token at all when some of the text is none. */
    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        String stripped = text.strip();
        Matcher matcher = TOKEN.matcher(stripped);
        int end = 0;
        while (matcher.lookingAt()) {
            String quoted = matcher.group("quoted");
            tokens.add(
                    quoted == null
                            ? new Token(matcher.group().strip(), false)
                            : new Token(
                                    quoted.substring(1, quoted.length() - 1)
                                            .replaceAll("(?s)\\\\(.)", "$1"),
                                    true));
            end = matcher.end();
            matcher.region(end, stripped.length());
        }
        return end == stripped.length() ? tokens : List.of();
    }

    Optional<Condition> parse() {
        Optional<Condition> condition = any(0);
        return next == tokens.size() ? condition : Optional.empty();
    }

    private Optional<Condition> any(int depth) {
        List<Condition> parts = new ArrayList<>();
        do {
            Optional<Condition> part = all(depth);
            if (part.isEmpty()) {
                return part;
            }
            parts.add(part.get());
        } while (take("OR"));
        return Optional.of(parts.size() == 1 ? parts.get(0) : new Any(parts));
    }

    private Optional<Condition> all(int depth) {
        List<Condition> parts = new ArrayList<>();
        do {
            Optional<Condition> part = part(depth);
            if (part.isEmpty()) {
                return part;
            }
            parts.add(part.get());
        } while (take("AND"));
        return Optional.of(parts.size() == 1 ? parts.get(0) : new All(parts));
    }

    private Optional<Condition> part(int depth) {
        for (String brackets : List.of("()", "[]")) {
            if (take(brackets.substring(0, 1))) {
                Optional<Condition> inner = depth < DEPTH_MAX ? any(depth + 1) : Optional.empty();
                return take(brackets.substring(1)) ? inner : Optional.empty();
            }
        }
        return comparison();
    }

    private Optional<Condition> comparison() {
        Optional<Token> left = take().filter(ConditionParser::isPath);
        boolean negated = take("NOT");
        Optional<Operator> operator =
                take().filter(token -> !token.quoted()).flatMap(ConditionParser::operator);
        if (left.isEmpty() || operator.isEmpty()) {
            return Optional.empty();
        }
        Optional<? extends Operand> right =
                take("(") ? literals() : take().flatMap(ConditionParser::operand);
        return right.map(value ->
                new Comparison(new Path(left.get().text()), negated, operator.get(), value));
    }

    private static Optional<Operator> operator(Token token) {
        return Optional.ofNullable(OPERATORS.get(token.text()));
    }

    private Optional<Literals> literals() {
        List<Literal> items = new ArrayList<>();
        do {
            Optional<Literal> item = take().flatMap(ConditionParser::literal);
            if (item.isEmpty()) {
                return Optional.empty();
            }
            items.add(item.get());
        } while (take(","));
        return take(")") ? Optional.of(new Literals(items)) : Optional.empty();
    }

    private static Optional<Operand> operand(Token token) {
        if (isPath(token)) {
            return Optional.of(new Path(token.text()));
        }
        return literal(token).map(Operand.class::cast);
    }

    /** A word without quotes counts as text: the grammar wants quotes, but an engine in use wants none. */
    private static Optional<Literal> literal(Token token) {
        boolean sign = !token.quoted()
                && !token.text().isEmpty()
                && !Character.isLetterOrDigit(token.text().charAt(token.text().length() - 1))
                && !NUMBER.matcher(token.text()).matches();
        return sign ? Optional.empty() : Optional.of(new Literal(token.text(), token.quoted()));
    }

    private static boolean isPath(Token token) {
        return !token.quoted() && PATH.matcher(token.text()).matches();
    }

    private Optional<Token> take() {
        return next < tokens.size() ? Optional.of(tokens.get(next++)) : Optional.empty();
    }

    private boolean take(String word) {
        boolean here = next < tokens.size()
                && !tokens.get(next).quoted()
                && tokens.get(next).text().equals(word);
        next += here ? 1 : 0;
        return here;
    }
}
