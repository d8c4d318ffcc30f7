package breakwater.tabletop.findings;

import breakwater.problem.Problem;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Problems as a person reads them: where and what, the line, a caret under the place, what to do. */
public final class ProblemText {

    /** A longer line is cut around the place; a terminal is seldom wider. */
    private static final int LINE_CHARS_MAX = 160;

    private final Map<String, byte[]> bytesOf;

    /** Shows lines out of these files, by the names that problems call them. */
    public ProblemText(Map<String, byte[]> bytesOf) {
        this.bytesOf = Map.copyOf(bytesOf);
    }

    /** All of them, and a closing line that counts them. */
    public String of(List<Problem> problems, int beyondLimit) {
        StringBuilder text = new StringBuilder();
        for (Problem problem : problems) {
            append(text, problem);
        }
        long errors = problems.stream().filter(Problem::isError).count() + beyondLimit;
        long warnings = problems.size() - (errors - beyondLimit);
        text.append(count(errors, "error")).append(", ").append(count(warnings, "warning"));
        if (beyondLimit > 0) {
            text.append(" (").append(beyondLimit).append(" of them not shown)");
        }
        return text.append('\n').toString();
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private void append(StringBuilder text, Problem problem) {
        text.append(problem.location()).append(": ");
        if (!problem.isError()) {
            text.append("warning: ");
        }
        text.append(problem.message()).append(" [").append(problem.rule()).append("]\n");
        byte[] bytes = bytesOf.get(problem.location().file());
        if (bytes != null) {
            appendLine(
                    text, bytes, problem.location().line(), problem.location().column());
        }
        if (!problem.advice().isEmpty()) {
            text.append("    ").append(problem.advice()).append('\n');
        }
    }

    private static void appendLine(StringBuilder text, byte[] bytes, int line, int column) {
        String source = new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .skip(line - 1L)
                .findFirst()
                .orElse("");
        if (source.isBlank()) {
            return;
        }
        int at = Math.min(column - 1, source.length());
        int from = Math.max(0, at - LINE_CHARS_MAX / 2);
        int to = Math.min(source.length(), from + LINE_CHARS_MAX);
        String shown = source.substring(from, to).replaceAll("\\p{Cntrl}", " ");
        text.append("    ").append(shown).append('\n');
        text.append("    ").append(" ".repeat(at - from)).append("^\n");
    }
}
