package breakwater.playbook.cacao.json;

import breakwater.playbook.cacao.json.JsonValue.JsonFlag;
import breakwater.playbook.cacao.json.JsonValue.JsonList;
import breakwater.playbook.cacao.json.JsonValue.JsonNumber;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.playbook.cacao.json.JsonValue.JsonText;

import java.util.TreeSet;

/**
 * The one form of a JSON value that everybody writes alike (JSON Canonicalization Scheme, RFC 8785): no white space,
 * keys in the order of their UTF-16 units, texts and numbers as ECMAScript writes them.
 */
public final class CanonicalJson {

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /** {@code value} in canonical form; its bytes are those of the text in UTF-8. */
    public static String of(JsonValue value) {
        CanonicalJson canonical = new CanonicalJson();
        canonical.append(value);
        return canonical.out.toString();
    }

    /** {@code text} in quotes, as every form of JSON here writes it. */
    static String quoted(String text) {
        CanonicalJson canonical = new CanonicalJson();
        canonical.append(text);
        return canonical.out.toString();
    }

    private void append(JsonValue value) {
        if (value instanceof JsonObject object) {
            append(object);
        } else if (value instanceof JsonList list) {
            append(list);
        } else if (value instanceof JsonText text) {
            append(text.text());
        } else if (value instanceof JsonNumber number) {
            out.append(EcmaNumber.format(number.value()));
        } else if (value instanceof JsonFlag flag) {
            out.append(flag.value());
        } else {
            out.append("null");
        }
    }

    private void append(JsonObject object) {
        String separator = "{";
        for (String key : new TreeSet<>(object.members().keySet())) {
            out.append(separator);
            append(key);
            out.append(':');
            append(object.find(key).orElseThrow());
            separator = ",";
        }
        out.append(object.members().isEmpty() ? "{}" : "}");
    }

    private void append(JsonList list) {
        String separator = "[";
        for (JsonValue item : list.items()) {
            out.append(separator);
            append(item);
            separator = ",";
        }
        out.append(list.items().isEmpty() ? "[]" : "]");
    }

    private void append(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int shortForm = "\b\t\n\f\r\"\\".indexOf(c);
            if (shortForm >= 0) {
                out.append('\\').append("btnfr\"\\".charAt(shortForm));
            } else if (c < 0x20) {
                out.append("\\u00")
                        .append(Character.forDigit(c >> 4, 16))
                        .append(Character.forDigit(c & 0xf, 16));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
