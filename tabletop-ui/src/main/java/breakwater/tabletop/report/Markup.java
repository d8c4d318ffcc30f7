package breakwater.tabletop.report;

import breakwater.report.Wording;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML and SVG that is XML as well: every text and attribute escaped, every element closed. Not thread-safe.
 *
 * <p>Attributes are pairs of name and value; a double is written with one decimal, which is finer than a screen.
 */
final class Markup {

    private final StringBuilder out = new StringBuilder(1 << 16);
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; {@link #close} ends it. */
    Markup open(String tag, Object... attributes) {
        start(tag, attributes);
        out.append('>');
        open.push(tag);
        return this;
    }

    /** Closes the element opened last. */
    Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Closes elements up to and including the last open {@code tag}. */
    Markup close(String tag) {
        while (!open.element().equals(tag)) {
            close();
        }
        return close();
    }

    /** An element with text alone. */
    Markup element(String tag, String text, Object... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** An element without content. */
    Markup empty(String tag, Object... attributes) {
        start(tag, attributes);
        out.append("/>");
        return this;
    }

    Markup text(String text) {
        escape(text);
        return this;
    }

    /** A line break in the file, for those who read its source. */
    Markup line() {
        out.append('\n');
        return this;
    }

    /** Trusted text as it is: the style sheet. */
    Markup raw(String trusted) {
        out.append(trusted);
        return this;
    }

    private void start(String tag, Object... attributes) {
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "The element (%s) has an attribute without a value.".formatted(tag));
        }
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            Object value = attributes[i + 1];
            escape(value instanceof Double number ? decimal(number) : value.toString());
            out.append('"');
        }
    }

    static String decimal(double value) {
        return Wording.decimals(value, 1);
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(isAllowed(c) ? c : '\uFFFD');
            }
        }
    }

    /** Control characters are not allowed in HTML, escaped or not. */
    private static boolean isAllowed(char c) {
        return (c >= ' ' && c != 0x7f) || c == '\n' || c == '\t';
    }

    /** The whole text; every element must be closed. */
    String whole() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Elements are still open: %s.".formatted(open));
        }
        return out.toString();
    }
}
