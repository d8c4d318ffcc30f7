package breakwater.playbook.format;

import breakwater.playbook.Template;
import breakwater.playbook.Value;
import breakwater.playbook.format.LayoutNode.Kind;
import breakwater.playbook.format.LayoutNode.Row;
import breakwater.playbook.format.LayoutNode.Table;
import breakwater.playbook.format.LayoutNode.Word;
import breakwater.playbook.yaml.PlaybookDurations;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values as the reader of playbooks takes them. */
final class ValueLayout {

    private ValueLayout() {}

    static Word duration(long micros) {
        return Word.bare(PlaybookDurations.written(micros));
    }

    /** A whole number without a point. */
    static Word number(double number) {
        String digits = decimal(number);
        return Word.bare(digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits);
    }

    static Row texts(List<String> texts) {
        return new Row(texts.stream().map(text -> (LayoutNode) Word.text(text)).toList(), true);
    }

    /** Values by name, under {@code with}. */
    static Table values(Map<String, Value> values) {
        Map<String, LayoutNode> entries = new LinkedHashMap<>();
        values.forEach((name, value) -> entries.put(name, value(value)));
        return new Table(entries, true);
    }

    /** Text that begins with {@code =} would be taken for an expression, so it becomes one: a literal of CEL. */
    static LayoutNode value(Value value) {
        if (value instanceof Value.Computed computed) {
            return Word.expression("=" + computed.expression().text());
        }
        Value.Literal literal = (Value.Literal) value;
        return literal.value() instanceof String text && text.startsWith("=")
                ? Word.expression("='" + text.replace("\\", "\\\\").replace("'", "\\'") + "'")
                : literal(literal);
    }

    static LayoutNode literal(Value.Literal literal) {
        return literal.value() instanceof List<?> items
                ? new Row(items.stream().map(item -> (LayoutNode) single(item)).toList(), true)
                : single(literal.value());
    }

    private static Word single(Object value) {
        if (value instanceof Duration duration) {
            return duration(Math.addExact(
                    Math.multiplyExact(duration.getSeconds(), 1_000_000L),
                    duration.getNano() / 1_000));
        }
        if (value instanceof Double number) {
            return Word.bare(decimal(number));
        }
        return value instanceof String text
                ? new Word(text, Kind.VALUE)
                : Word.bare(String.valueOf(value));
    }

    /** Digits and a point, no exponent: that is how the reader tells it from a whole number. */
    private static String decimal(double number) {
        if (number == 0) {
            return Double.toString(number);
        }
        String digits = new BigDecimal(Double.toString(number)).toPlainString();
        return digits.indexOf('.') < 0 ? digits + ".0" : digits;
    }

    /** Text with its expressions in double braces, a blank on either side. */
    static Word template(Template template) {
        StringBuilder text = new StringBuilder();
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Part.Inserted inserted) {
                text.append("{{ ").append(inserted.expression().text()).append(" }}");
            } else {
                text.append(((Template.Part.Fixed) part).text());
            }
        }
        return Word.text(text.toString());
    }
}
