package breakwater.playbook.cacao.importing;

import breakwater.playbook.cacao.Condition;
import breakwater.playbook.cacao.Condition.All;
import breakwater.playbook.cacao.Condition.Any;
import breakwater.playbook.cacao.Condition.Comparison;
import breakwater.playbook.cacao.Condition.Literal;
import breakwater.playbook.cacao.Condition.Literals;
import breakwater.playbook.cacao.Condition.Operand;
import breakwater.playbook.cacao.Condition.Path;
import breakwater.playbook.cacao.importing.ForeignNames.Known;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Conditions in the words of our expressions, where that is the same beyond doubt. */
final class ForeignConditions {

    private final ForeignNames names;

    ForeignConditions(ForeignNames names) {
        this.names = names;
    }

    /** The expression, or empty when the text is none that a machine can evaluate. */
    Optional<String> say(String condition) {
        return Condition.parse(condition).flatMap(this::say);
    }

    private Optional<String> say(Condition condition) {
        if (condition instanceof All all) {
            return joined(all.parts(), " && ");
        }
        if (condition instanceof Any any) {
            return joined(any.parts(), " || ");
        }
        return compare((Comparison) condition);
    }

    private Optional<String> joined(List<Condition> parts, String operator) {
        List<String> said = new ArrayList<>();
        for (Condition part : parts) {
            Optional<String> one = say(part);
            if (one.isEmpty()) {
                return one;
            }
            said.add(part instanceof Comparison ? one.get() : "(" + one.get() + ")");
        }
        return Optional.of(String.join(operator, said));
    }

    private Optional<String> compare(Comparison comparison) {
        Optional<Known> left = known(comparison.left());
        if (left.isEmpty()) {
            return Optional.empty();
        }
        String operator = comparison.operator().word();
        boolean ordered = operator.startsWith("<") || operator.startsWith(">");
        boolean text = left.get().type().equals("string");
        boolean flag = left.get().type().equals("bool");
        Optional<String> said = switch (comparison.operator()) {
            case EQUAL, UNEQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                ordered && (flag || text)
                        ? Optional.empty()
                        : right(comparison.right(), left.get())
                                .map(right -> "%s %s %s"
                                        .formatted(
                                                left.get().full(),
                                                operator.equals("=") ? "==" : operator,
                                                right));
            case IN ->
                comparison.right() instanceof Literals items
                        ? list(items, left.get()).map(list -> left.get().full() + " in " + list)
                        : Optional.empty();
            case LIKE, MATCHES, IS_SUBSET, IS_SUPERSET -> Optional.empty();
        };
        return comparison.negated() ? said.map(one -> "!(" + one + ")") : said;
    }

    private Optional<String> list(Literals items, Known left) {
        List<String> all = new ArrayList<>();
        for (Literal item : items.items()) {
            literal(item, left.type()).ifPresent(all::add);
        }
        return all.size() == items.items().size()
                ? Optional.of("[" + String.join(", ", all) + "]")
                : Optional.empty();
    }

    private Optional<String> right(Operand operand, Known left) {
        if (operand instanceof Path path) {
            return known(path).filter(other -> other.type().equals(left.type())).map(Known::full);
        }
        return operand instanceof Literal literal
                ? literal(literal, left.type())
                : Optional.empty();
    }

    private Optional<Known> known(Path path) {
        String text = path.text();
        return text.endsWith(":value")
                ? names.find(text.substring(0, text.length() - ":value".length()))
                : Optional.empty();
    }

    private static Optional<String> literal(Literal literal, String type) {
        String text = literal.text();
        return switch (type) {
            case "bool" -> text.matches("true|false") ? Optional.of(text) : Optional.empty();
            case "integer" -> text.matches("-?[0-9]{1,15}") ? Optional.of(text) : Optional.empty();
            case "float" ->
                text.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?")
                        ? Optional.of(text.indexOf('.') < 0 ? text + ".0" : text)
                        : Optional.empty();
            default ->
                text.chars().allMatch(c -> c >= ' ' && c != '\'' && c != '\\' && c < 127)
                        ? Optional.of("'" + text + "'")
                        : Optional.empty();
        };
    }
}
