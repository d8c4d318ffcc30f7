package breakwater.playbook.cacao.json;

import breakwater.problem.Location;
import breakwater.problem.Problem;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the JSON parser complains about, in the words of our problems. Unknown complaints are passed on as they are.
 *
 * @param charsBack how far before the place that the parser gives the trouble begins
 */
record JsonComplaint(String message, String advice, int charsBack) {

    private JsonComplaint(String message, String advice) {
        this(message, advice, 0);
    }

    private static final Pattern UNEXPECTED = Pattern.compile(
            "Unexpected character \\((.*?) \\(code .*?\\)\\)(?:: (.*))?", Pattern.DOTALL);

    private static final Pattern UNKNOWN_WORD =
            Pattern.compile("(?:Unrecognized|Non-standard) token '(.*?)'.*", Pattern.DOTALL);

    static JsonComplaint of(String complaint) {
        if (complaint.startsWith("Unexpected end-of-input")) {
            return new JsonComplaint(
                    "Expected more, but the file ends here.",
                    "Maybe it was cut off, or a quote or bracket is not closed.");
        }
        Matcher unexpected = UNEXPECTED.matcher(complaint);
        if (unexpected.matches()) {
            String why = unexpected.group(2) == null ? "" : unexpected.group(2);
            return unexpected(unexpected.group(1), why);
        }
        Matcher word = UNKNOWN_WORD.matcher(complaint);
        if (word.matches()) {
            return new JsonComplaint(
                    "Expected a JSON value, but found '%s'."
                            .formatted(JsonValue.cut(word.group(1))),
                    "Maybe it needs double quotes.",
                    word.group(1).length());
        }
        if (complaint.startsWith("Illegal unquoted character")) {
            return new JsonComplaint(
                    "Expected a text on one line, but found a control character in it.",
                    "Maybe the closing quote is missing; a line break in a text is written \\n.");
        }
        return new JsonComplaint(
                "Expected JSON, but the parser says: %s.".formatted(JsonValue.cut(complaint)), "");
    }

    private static JsonComplaint unexpected(String found, String why) {
        if (why.contains("double-quote to start field name")) {
            boolean closes = found.equals("'}'");
            return new JsonComplaint(
                    "Expected a key in double quotes, but found %s.".formatted(found),
                    closes
                            ? "Maybe drop the comma before it."
                            : "Maybe put the key in double quotes.");
        }
        if (why.contains("was expecting comma")) {
            return new JsonComplaint(
                    "Expected a comma or a closing bracket, but found %s.".formatted(found),
                    "Maybe a comma is missing before it.");
        }
        if (why.contains("was expecting a colon")) {
            return new JsonComplaint(
                    "Expected a colon after the key, but found %s.".formatted(found), "");
        }
        boolean closes = found.equals("']'") || found.equals("'}'");
        return new JsonComplaint(
                "Expected a JSON value, but found %s.".formatted(found),
                closes ? "Maybe drop the comma before it." : adviceOn(found));
    }

    private static String adviceOn(String found) {
        if (found.equals("'''")) {
            return "Maybe use double quotes.";
        }
        return found.equals("'/'") ? "Maybe delete the comment: JSON has none." : "";
    }

    Problem at(Location location) {
        return Problem.error("json-syntax", location, message, advice);
    }
}
