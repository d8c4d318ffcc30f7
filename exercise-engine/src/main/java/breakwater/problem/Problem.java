package breakwater.problem;

/**
 * One thing wrong in a file: what was expected and found, where, and what to do.
 *
 * @param rule short kebab-case name of the rule that was broken, for example {@code unknown-key}; documented and stable
 * @param message what was expected and what was found, one sentence
 * @param advice what to do, starting with "Maybe"; empty when there is nothing useful to say
 */
public record Problem(
        Severity severity, String rule, Location location, String message, String advice) {

    /** How bad a problem is: an {@code ERROR} means the file cannot be used. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public static Problem error(String rule, Location location, String message, String advice) {
        return new Problem(Severity.ERROR, rule, location, message, advice);
    }

    public static Problem warning(String rule, Location location, String message, String advice) {
        return new Problem(Severity.WARNING, rule, location, message, advice);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** One line, {@code file:line:col: message [rule]}, followed by the advice when there is one. */
    @Override
    public String toString() {
        String head = location + ": " + message + " [" + rule + "]";
        return advice.isEmpty() ? head : head + " " + advice;
    }
}
