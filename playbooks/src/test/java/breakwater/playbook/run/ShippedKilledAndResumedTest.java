package breakwater.playbook.run;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.exercise.LogEntry;
import breakwater.exercise.Responding;
import breakwater.network.DomainId;
import breakwater.playbook.check.CheckedPlaybook;
import breakwater.scenario.Exercise;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

/** Every shipped playbook goes on to the same log, after whichever entry the one who carries it out is killed. */
class ShippedKilledAndResumedTest {

    private static final DomainId XA = new DomainId("XA");

    static List<LibraryDrill> drills() {
        return LibraryDrill.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drills")
    void theLogIsTheSameWhereverItHappens(LibraryDrill drill) {
        Exercise exercise = drill.exercise();
        List<CheckedPlaybook> playbooks = drill.playbooks();
        List<LogEntry> whole = PlayedPlaybook.log(exercise, drill.teams(exercise, playbooks));
        assertThat(whole)
                .as("a run of it")
                .anyMatch(entry -> entry.event() instanceof Responding.PlaybookStarted started
                        && started.playbook().equals(drill.playbook()));

        long entries = whole.stream().filter(entry -> entry.origin().equals(XA)).count();
        for (int after = 0; after <= entries; after++) {
            int killedAfter = after;
            List<LogEntry> resumed = PlayedPlaybook.log(
                    exercise,
                    domain -> domain.equals(XA)
                            ? new Killed(
                                    () -> drill.teams(exercise, playbooks).apply(XA), killedAfter)
                            : drill.teams(exercise, playbooks).apply(domain));
            assertThat(resumed).as("killed after entry %d", after).isEqualTo(whole);
        }
    }
}
