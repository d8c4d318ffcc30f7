package breakwater.tabletop.findings;

import breakwater.problem.Problem;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of checking one path.
 *
 * @param path as the caller named it
 * @param problems all that is wrong, in file order
 * @param countBeyondLimit how many more there are that nobody kept
 * @param good what is in it, one sentence; empty when it has errors
 * @param leftOut what was not checked and why, one sentence; empty when all was
 * @param sources the bytes of the files by the names that problems call them
 */
public record Checked(
        String path,
        List<Problem> problems,
        int countBeyondLimit,
        Optional<String> good,
        String leftOut,
        Map<String, byte[]> sources) {

    /** A longer line is nothing a person wrote. */
    private static final int LINE_CHARS_MAX = 1_000;

    public Checked {
        problems = List.copyOf(problems);
        sources = Map.copyOf(sources);
    }

    /** The line a problem stands in, without control characters; empty when the file has none there. */
    String lineOf(Problem problem) {
        byte[] bytes = sources.get(problem.location().file());
        if (bytes == null) {
            return "";
        }
        return new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .skip(problem.location().line() - 1L)
                .findFirst()
                .map(line ->
                        line.length() <= LINE_CHARS_MAX ? line : line.substring(0, LINE_CHARS_MAX))
                .map(line -> line.replaceAll("\\p{Cntrl}", " "))
                .orElse("");
    }

    static long errors(List<Checked> all) {
        return all.stream()
                .mapToLong(one -> one.countBeyondLimit()
                        + one.problems().stream().filter(Problem::isError).count())
                .sum();
    }

    static long warnings(List<Checked> all) {
        return all.stream()
                .flatMap(one -> one.problems().stream())
                .filter(problem -> !problem.isError())
                .count();
    }
}
