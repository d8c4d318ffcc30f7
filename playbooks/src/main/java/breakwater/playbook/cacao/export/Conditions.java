package breakwater.playbook.cacao.export;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Conditions that CACAO can say itself: one variable, one operator, one literal. Three words, for engines in use split
 * at blanks. Everything else is evaluated by a node first.
 */
final class Conditions {

    private static final Pattern COMPARISON = Pattern.compile(
            "([a-z]+\\.\\w+) ?(==|!=|<=|>=|<|>) ?(true|false|-?[0-9]{1,15}(?:\\.[0-9]{1,15})?|'[A-Za-z0-9_.:-]+')");

    private static final Pattern FLAG = Pattern.compile("(!?) ?([a-z]+\\.\\w+)");

    private static final Map<String, String> OPERATORS =
            Map.of("==", "=", "!=", "!=", "<", "<", ">", ">", "<=", "<=", ">=", ">=");

    private Conditions() {}

    /** The condition in CACAO's words, or empty when it has none for it. */
    static Optional<String> say(String expression, Names names) {
        Matcher comparison = COMPARISON.matcher(expression);
        if (comparison.matches()) {
            String operator = OPERATORS.getOrDefault(comparison.group(2), "=");
            return names.find(comparison.group(1))
                    .map(name -> "%s:value %s %s".formatted(name, operator, comparison.group(3)));
        }
        Matcher flag = FLAG.matcher(expression);
        return flag.matches()
                ? names.find(flag.group(2))
                        .map(name ->
                                "%s:value = %s".formatted(name, flag.group(1).isEmpty()))
                : Optional.empty();
    }

    /** That a flag which the export added is {@code value}. */
    static String is(String name, boolean value) {
        return "%s:value = %s".formatted(name, value);
    }
}
