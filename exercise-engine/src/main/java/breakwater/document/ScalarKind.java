package breakwater.document;

import java.util.regex.Pattern;

/** What a scalar is by the core schema of YAML 1.2 (chapter 10.3): {@code NO} is text, {@code no} too. */
public enum ScalarKind {
    NOTHING,
    FLAG,
    NUMBER,
    NOT_A_NUMBER,
    TEXT;

    private static final Pattern NUMBER_FORM =
            Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern OTHER_BASE = Pattern.compile("0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern NOT_FINITE =
            Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final Pattern FLAG_FORM = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final int SHOWN_MAX = 60;

    /** The kind of {@code scalar}; quoted text is always TEXT. Hexadecimal and octal integers count as NUMBER. */
    public static ScalarKind of(DocumentNode.Scalar scalar) {
        if (scalar.quoted()) {
            return TEXT;
        }
        String text = scalar.text();
        if (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null")) {
            return NOTHING;
        }
        char first = text.charAt(0);
        if (Character.isDigit(first) || first == '-' || first == '+' || first == '.') {
            return ofNumberLike(text);
        }
        return FLAG_FORM.matcher(text).matches() ? FLAG : TEXT;
    }

    private static ScalarKind ofNumberLike(String text) {
        if (NUMBER_FORM.matcher(text).matches() || OTHER_BASE.matcher(text).matches()) {
            return NUMBER;
        }
        return NOT_FINITE.matcher(text).matches() ? NOT_A_NUMBER : TEXT;
    }

    /** How a message names a value of this kind, long text cut. */
    String phrase(String text) {
        return switch (this) {
            case NOTHING -> "nothing";
            case FLAG -> "the flag " + text;
            case NUMBER, NOT_A_NUMBER -> "the number " + cut(text);
            case TEXT -> "the text '" + cut(text) + "'";
        };
    }

    /** Text for a message: one line, at most {@value #SHOWN_MAX} characters. */
    static String cut(String text) {
        String line = text.replace('\n', ' ').replace('\r', ' ');
        return line.length() <= SHOWN_MAX ? line : line.substring(0, SHOWN_MAX) + "...";
    }
}
