package breakwater.document;

import breakwater.problem.Location;
import breakwater.problem.Problem;

/** What the YAML parser complains about, in the words of our problems. Unknown complaints are passed on as they are. */
record SyntaxComplaint(String message, String advice) {

    static SyntaxComplaint of(String complaint) {
        if (complaint.contains("TAB")) {
            return new SyntaxComplaint(
                    "Expected spaces, but found a tab.",
                    "Maybe indent with spaces: YAML takes no tabs there.");
        }
        if (complaint.contains("expected ',' or")) {
            return inFlow(complaint);
        }
        if (complaint.contains("mapping values are not allowed")) {
            return new SyntaxComplaint(
                    "Expected no colon here, but found one that would begin a mapping.",
                    "Maybe the line is indented wrongly, or its text needs quotes because it holds a colon.");
        }
        if (complaint.contains("could not find expected ':'")) {
            return new SyntaxComplaint(
                    "Expected a colon after the key above, but found none.",
                    "Maybe a key and its value are not separated by ': '.");
        }
        if (complaint.contains("expected <block end>")) {
            return new SyntaxComplaint(
                    "Expected the next item of the same list or mapping, but found something else.",
                    "Maybe the indentation of this line differs from its neighbours'.");
        }
        return new SyntaxComplaint(
                "Expected YAML 1.2, but the parser says: %s.".formatted(ScalarKind.cut(complaint)),
                "");
    }

    private static SyntaxComplaint inFlow(String complaint) {
        int got = complaint.lastIndexOf("got ");
        String found = got < 0 ? "something else" : "'" + complaint.substring(got + 4) + "'";
        String bracket = complaint.contains("']'") ? "]" : "}";
        return new SyntaxComplaint(
                "Expected a comma or '%s', but found %s.".formatted(bracket, found),
                complaint.endsWith("got :")
                        ? "Maybe the text before it needs quotes because it holds a colon."
                        : "Maybe a closing bracket is missing on the line above.");
    }

    Problem at(Location location) {
        return Problem.error("yaml-syntax", location, message, advice);
    }
}
