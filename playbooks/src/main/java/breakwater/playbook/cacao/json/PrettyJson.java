package breakwater.playbook.cacao.json;

import breakwater.playbook.cacao.json.JsonValue.JsonList;
import breakwater.playbook.cacao.json.JsonValue.JsonNumber;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.playbook.cacao.json.JsonValue.JsonText;
import breakwater.playbook.cacao.json.JsonValue.Member;

import java.util.Map;

/**
 * JSON as people read it: members in their own order, two blanks per level, one value per line but for what is short
 * and flat. Reads back as the same values; the same value always gives the same text.
 */
public final class PrettyJson {

    /** A flat list or object up to this length stands in one line. */
    private static final int LINE_MAX_CHARS = 90;

    private final StringBuilder out = new StringBuilder();

    private PrettyJson() {}

    /** {@code value} with a line break behind it. */
    public static String of(JsonValue value) {
        PrettyJson pretty = new PrettyJson();
        pretty.append(value, 0);
        return pretty.out.append('\n').toString();
    }

    private void append(JsonValue value, int level) {
        String flat = isFlat(value) ? flat(value) : "";
        if (!flat.isEmpty() && flat.length() <= LINE_MAX_CHARS) {
            out.append(flat);
        } else if (value instanceof JsonObject object) {
            String separator = "{";
            for (Map.Entry<String, Member> member : object.members().entrySet()) {
                newLine(separator, level + 1);
                out.append(CanonicalJson.quoted(member.getKey())).append(": ");
                append(member.getValue().value(), level + 1);
                separator = ",";
            }
            newLine("", level);
            out.append('}');
        } else if (value instanceof JsonList list) {
            String separator = "[";
            for (JsonValue item : list.items()) {
                newLine(separator, level + 1);
                append(item, level + 1);
                separator = ",";
            }
            newLine("", level);
            out.append(']');
        } else {
            out.append(flat(value));
        }
    }

    private void newLine(String before, int level) {
        out.append(before).append('\n').append("  ".repeat(level));
    }

    /** Whether it holds nothing that holds something. */
    private static boolean isFlat(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object.members().values().stream()
                    .allMatch(member -> isSmall(member.value(), object.members().size()));
        }
        return !(value instanceof JsonList list)
                || list.items().stream().allMatch(item -> isSmall(item, 1));
    }

    /** An object of one member is as easy to read as a value, where it does not stand beside others. */
    private static boolean isSmall(JsonValue value, int beside) {
        if (value instanceof JsonObject object) {
            return beside == 1
                    && object.members().size() == 1
                    && object.members().values().stream()
                            .allMatch(member -> isSmall(member.value(), 2));
        }
        return !(value instanceof JsonList list) || list.items().isEmpty();
    }

    private static String flat(JsonValue value) {
        StringBuilder text = new StringBuilder();
        if (value instanceof JsonObject object) {
            String separator = "{";
            for (Map.Entry<String, Member> member : object.members().entrySet()) {
                text.append(separator)
                        .append(CanonicalJson.quoted(member.getKey()))
                        .append(": ")
                        .append(flat(member.getValue().value()));
                separator = ", ";
            }
            return text.append(object.members().isEmpty() ? "{}" : "}").toString();
        }
        if (value instanceof JsonList list) {
            String separator = "[";
            for (JsonValue item : list.items()) {
                text.append(separator).append(flat(item));
                separator = ", ";
            }
            return text.append(list.items().isEmpty() ? "[]" : "]").toString();
        }
        if (value instanceof JsonNumber number) {
            return number.literal();
        }
        return value instanceof JsonText words
                ? CanonicalJson.quoted(words.text())
                : CanonicalJson.of(value);
    }
}
