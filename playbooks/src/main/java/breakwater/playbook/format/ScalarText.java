package breakwater.playbook.format;

import breakwater.document.DocumentNode.Scalar;
import breakwater.document.ScalarKind;
import breakwater.playbook.format.LayoutNode.Kind;
import breakwater.playbook.format.LayoutNode.Word;
import breakwater.playbook.yaml.OldReaders;
import breakwater.playbook.yaml.PlaybookDurations;
import breakwater.problem.Location;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One value as text. Quotes stand where a reader of YAML 1.2 or 1.1 would take the bare text for something else, and
 * nowhere else: double ones, or single ones when the text holds a double quote or a backslash.
 */
final class ScalarText {

    private static final Location NOWHERE = Location.startOf("");

    /** Signs that mean something to YAML at the begin of a value. */
    private static final String INDICATORS = ",[]{}#&*!|>'\"%@`?:";

    /** Brackets and commas end a value within braces; old parsers stop at {@code :} and {@code ?} too. */
    private static final String ENDS_IN_FLOW = ",[]{}:?";

    private ScalarText() {}

    /** On one line, as a value of its own or the first of a line. */
    static String block(Word word) {
        return needsQuotes(word) ? quoted(word.text()) : word.text();
    }

    /** On one line, within brackets or braces. */
    static String flow(Word word) {
        return needsQuotes(word)
                        || (word.kind() != Kind.BARE && holdsAny(word.text(), ENDS_IN_FLOW))
                ? quoted(word.text())
                : word.text();
    }

    /** Whether the text is of several lines, each of which can stand below the key as it is. */
    static boolean isLiteral(String text) {
        boolean lines = text.indexOf('\n') >= 0
                && !text.startsWith("\n")
                && !text.startsWith(" ")
                && !text.endsWith("\n\n");
        return lines
                && text.lines().allMatch(line -> line.isEmpty() || !line.isBlank())
                && text.chars().allMatch(sign -> sign == '\n' || isPlain(sign))
                && !hasLoneSurrogate(text);
    }

    /**
     * The text in lines of at most {@code width} characters, which a folded block joins with blanks again; a longer
     * word has a line of its own. One line, or none, when it cannot be folded.
     */
    static List<String> folded(String text, int width) {
        if (text.isEmpty()
                || text.startsWith(" ")
                || text.endsWith(" ")
                || !text.chars().allMatch(ScalarText::isPlain)
                || hasLoneSurrogate(text)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        int from = 0;
        int end = -1;
        boolean inBraces = false;
        for (int at = 1; at <= text.length(); at++) {
            inBraces =
                    text.startsWith("{{", at - 1) || (inBraces && !text.startsWith("}}", at - 1));
            if (at < text.length() && (inBraces || !isFold(text, at))) {
                continue;
            }
            if (end > from && text.codePointCount(from, at) > width) {
                lines.add(text.substring(from, end));
                from = end + 1;
            }
            end = at;
        }
        lines.add(text.substring(from));
        return lines;
    }

    /** A line ends only at a single blank: more of them would change in number. Nor does it end in an insertion. */
    private static boolean isFold(String text, int at) {
        return text.charAt(at) == ' ' && text.charAt(at - 1) != ' ' && text.charAt(at + 1) != ' ';
    }

    /** Printable, and a blank or no space at all. */
    private static boolean isPlain(int sign) {
        return (sign >= ' ' && sign <= '~')
                || (sign >= 0xA1
                        && sign != 0x2028
                        && sign != 0x2029
                        && sign < 0xFFFE
                        && sign != 0xFEFF);
    }

    private static boolean needsQuotes(Word word) {
        String text = word.text();
        if (word.kind() == Kind.BARE) {
            return false;
        }
        return isBroken(text) || isMisread(word);
    }

    /** Whether YAML's own grammar would not give the text back. */
    private static boolean isBroken(String text) {
        if (text.isEmpty() || text.startsWith(" ") || text.endsWith(" ") || text.endsWith(":")) {
            return true;
        }
        boolean marker = text.startsWith("---") || text.startsWith("...");
        boolean dash = text.equals("-") || text.startsWith("- ");
        return marker
                || dash
                || INDICATORS.indexOf(text.charAt(0)) >= 0
                || text.contains(": ")
                || text.contains(" #")
                || !text.chars().allMatch(ScalarText::isPlain)
                || hasLoneSurrogate(text);
    }

    private static boolean isMisread(Word word) {
        String text = word.text();
        if (!OldReaders.otherwise(text).isEmpty()) {
            return true;
        }
        if (word.kind() == Kind.EXPRESSION) {
            return false;
        }
        return ScalarKind.of(new Scalar(NOWHERE, text, false)) != ScalarKind.TEXT
                || (word.kind() == Kind.VALUE
                        && PlaybookDurations.parseMicros(text).isPresent());
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(sign -> sign >= 0xD800 && sign <= 0xDFFF);
    }

    private static boolean holdsAny(String text, String signs) {
        return text.chars().anyMatch(sign -> signs.indexOf(sign) >= 0);
    }

    private static String quoted(String text) {
        boolean plain = text.chars().allMatch(ScalarText::isPlain) && !hasLoneSurrogate(text);
        if (plain && (text.indexOf('"') >= 0 || text.indexOf('\\') >= 0)) {
            return "'" + text.replace("'", "''") + "'";
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(sign -> quoted.append(escaped(sign)));
        return quoted.append('"').toString();
    }

    private static String escaped(int sign) {
        return switch (sign) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            default -> {
                boolean lone = sign >= 0xD800 && sign <= 0xDFFF;
                boolean shown = sign > 0xFFFF || (isPlain(sign) && !lone);
                yield shown
                        ? Character.toString(sign)
                        : String.format(Locale.ROOT, "\\u%04X", sign);
            }
        };
    }
}
