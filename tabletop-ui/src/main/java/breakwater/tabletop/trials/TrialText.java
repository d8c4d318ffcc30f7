package breakwater.tabletop.trials;

import breakwater.playbook.trial.coverage.Coverage;
import breakwater.playbook.trial.judge.Verdict;
import breakwater.playbook.yaml.PlaybookDurations;
import breakwater.problem.Problem;
import breakwater.tabletop.findings.ProblemText;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came of tests, for people: a line for each trial, what failed and where, what was not tried. */
final class TrialText {

    /** A longer course is cut: the beginning shows where it went wrong. */
    private static final int COURSE_LINES_MAX = 40;

    private static final int OPEN_WAYS_MAX = 30;

    private TrialText() {}

    static String of(List<TestedFile> files, double leastPercent) {
        StringBuilder text = new StringBuilder();
        files.forEach(file -> append(text, file));
        if (files.stream().anyMatch(file -> file.coverage().isPresent())) {
            text.append("Coverage\n");
            files.forEach(file -> file.coverage()
                    .ifPresent(coverage -> append(text, coverage, file.isBelow(leastPercent))));
            text.append('\n');
        }
        long unplayed =
                files.stream().filter(file -> !file.problems().isEmpty()).count();
        long failed = TestedFile.count(files, false);
        text.append("%s trials passed, %s failed".formatted(TestedFile.count(files, true), failed));
        if (unplayed > 0) {
            text.append(", %s %s could not be played"
                    .formatted(unplayed, unplayed == 1 ? "file" : "files"));
        }
        long below = files.stream().filter(file -> file.isBelow(leastPercent)).count();
        if (below > 0) {
            text.append(", %s below the coverage of %s %%".formatted(below, number(leastPercent)));
        }
        return text.append(".\n").toString();
    }

    private static String number(double percent) {
        return String.format(Locale.ROOT, "%.1f", percent).replace(".0", "");
    }

    private static void append(StringBuilder text, TestedFile file) {
        text.append(file.path()).append('\n');
        if (!file.problems().isEmpty()) {
            text.append(located(file.problems(), file.sources()).indent(4));
        }
        for (Verdict verdict : file.verdicts()) {
            text.append("  %s  %s (%s%s)\n"
                    .formatted(
                            verdict.isPassed() ? "pass" : "FAIL",
                            verdict.trial().name(),
                            verdict.outcome(),
                            lasted(verdict)));
            if (!verdict.isPassed()) {
                text.append(located(verdict.misses(), file.sources()).indent(8));
                course(text, verdict.course());
            }
        }
        text.append('\n');
    }

    static String lasted(Verdict verdict) {
        return verdict.lastedMicros().isPresent()
                ? " after " + PlaybookDurations.spoken(verdict.lastedMicros().getAsLong())
                : "";
    }

    /** Problems with their lines, without the line that counts them. */
    private static String located(List<Problem> problems, Map<String, byte[]> sources) {
        String all = new ProblemText(sources).of(problems, 0).stripTrailing();
        int last = all.lastIndexOf('\n');
        return last < 0 ? all : all.substring(0, last);
    }

    private static void course(StringBuilder text, List<String> course) {
        if (course.isEmpty()) {
            return;
        }
        text.append("        What the run did:\n");
        course.stream()
                .limit(COURSE_LINES_MAX)
                .forEach(line -> text.append("          ").append(line).append('\n'));
        if (course.size() > COURSE_LINES_MAX) {
            text.append(
                    "          and %s lines more\n".formatted(course.size() - COURSE_LINES_MAX));
        }
    }

    private static void append(StringBuilder text, Coverage coverage, boolean below) {
        text.append("  %s: %s of %s ways, %s %%%s\n"
                .formatted(
                        coverage.playbook().id(),
                        coverage.gone().size(),
                        coverage.ways().size(),
                        number(coverage.percent()),
                        below ? ", too little" : ""));
        List<Coverage.Open> open = coverage.open();
        open.stream()
                .limit(OPEN_WAYS_MAX)
                .forEach(one -> text.append("    %s: no trial in which '%s' %s\n"
                        .formatted(one.at(), one.way().path(), words(one.way().what()))));
        if (open.size() > OPEN_WAYS_MAX) {
            text.append("    and %s more\n".formatted(open.size() - OPEN_WAYS_MAX));
        }
    }

    private static String words(String what) {
        boolean verb =
                what.startsWith("is ") || what.startsWith("fails") || what.startsWith("times out");
        return verb ? what : "goes: " + what;
    }
}
