package breakwater.playbook.trial;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.document.SourceFile;
import breakwater.playbook.Playbook;
import breakwater.playbook.library.ShippedPlaybooks;
import breakwater.playbook.trial.coverage.Coverage;
import breakwater.playbook.trial.judge.Verdict;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Optional;

/** Every shipped playbook has tests; they pass, and leave little of it untried. */
class LibraryTrialsTest {

    private static final double PERCENT_LEAST = 90;

    private static final Tried LIBRARY = Tried.of(ShippedPlaybooks.all());

    static List<SourceFile> tests() {
        return ShippedPlaybooks.tests();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tests")
    void passesAndGoesNearlyAllWays(SourceFile test) {
        List<Verdict> verdicts = LIBRARY.verdicts(test);
        Playbook playbook = Optional.ofNullable(LIBRARY.playbooks()
                        .get(test.shownAs().replace("library:", "").replace(".test.yaml", "")))
                .orElseThrow()
                .playbook();
        Coverage coverage =
                Coverage.of(playbook, verdicts.stream().map(Verdict::played).toList());

        assertThat(verdicts)
                .allSatisfy(verdict -> assertThat(verdict.misses())
                        .as("%s: %s", verdict.trial().name(), verdict.course())
                        .isEmpty());
        assertThat(coverage.percent()).as("%s", coverage.open()).isGreaterThan(PERCENT_LEAST);
    }
}
