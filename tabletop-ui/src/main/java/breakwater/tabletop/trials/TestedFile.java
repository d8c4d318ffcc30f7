package breakwater.tabletop.trials;

import breakwater.playbook.trial.coverage.Coverage;
import breakwater.playbook.trial.judge.Verdict;
import breakwater.problem.Problem;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of one test file.
 *
 * @param path as the caller named it
 * @param problems why it could not be played; nothing when it was
 * @param verdicts one for each trial, in file order
 * @param coverage of the tested playbook; empty when nothing could be played
 * @param sources the bytes of the files by the names that problems call them
 */
public record TestedFile(
        String path,
        List<Problem> problems,
        List<Verdict> verdicts,
        Optional<Coverage> coverage,
        Map<String, byte[]> sources) {

    public TestedFile {
        problems = List.copyOf(problems);
        verdicts = List.copyOf(verdicts);
        sources = Map.copyOf(sources);
    }

    /** Whether all trials were played and passed. */
    public boolean isPassed() {
        return problems.isEmpty() && verdicts.stream().allMatch(Verdict::isPassed);
    }

    /** Whether less than {@code percent} of its playbook's ways were gone. */
    public boolean isBelow(double percent) {
        return coverage.isPresent() && coverage.get().percent() < percent;
    }

    static long count(List<TestedFile> files, boolean passed) {
        return files.stream()
                .flatMap(file -> file.verdicts().stream())
                .filter(verdict -> verdict.isPassed() == passed)
                .count();
    }
}
