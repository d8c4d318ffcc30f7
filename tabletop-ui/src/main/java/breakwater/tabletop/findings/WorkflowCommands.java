package breakwater.tabletop.findings;

import breakwater.problem.Problem;

import java.util.List;

/**
 * Findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull request. What a runner
 * would take for the end of a value or of the command is escaped as its toolkit does.
 */
final class WorkflowCommands {

    private WorkflowCommands() {}

    static String of(List<Checked> all) {
        StringBuilder text = new StringBuilder();
        for (Checked one : all) {
            one.problems().forEach(problem -> append(text, problem));
        }
        return text.append(Checked.errors(all))
                .append(" errors, ")
                .append(Checked.warnings(all))
                .append(" warnings\n")
                .toString();
    }

    private static void append(StringBuilder text, Problem problem) {
        String advice = problem.advice().isEmpty() ? "" : "\n" + problem.advice();
        text.append(problem.isError() ? "::error" : "::warning")
                .append(" file=")
                .append(property(problem.location().file()))
                .append(",line=")
                .append(problem.location().line())
                .append(",col=")
                .append(problem.location().column())
                .append(",title=")
                .append(property(problem.rule()))
                .append("::")
                .append(data(problem.message() + advice))
                .append('\n');
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
