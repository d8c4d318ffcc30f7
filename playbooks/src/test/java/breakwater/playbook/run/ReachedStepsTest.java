package breakwater.playbook.run;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.exercise.LogEntry;
import breakwater.exercise.Responding;
import breakwater.exercise.StepState;
import breakwater.playbook.Playbook;
import breakwater.playbook.check.CheckedPlaybook;
import breakwater.playbook.check.StepWalk;
import breakwater.playbook.library.ShippedPlaybooks;
import breakwater.scenario.Exercise;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The drills of the library come to the steps of the shipped playbooks, so that what is tested over them is tested. */
class ReachedStepsTest {

    /** Which no drill comes to, and why. One that is reached now must leave the list. */
    private static final Map<String, List<String>> NOT_REACHED = Map.of(
            "No playbook of the library says 'on_failure: undo' or ends a branch before its time.",
            List.of(
                    "fibre-cut contain/last/lengthen/undo",
                    "fibre-cut freeze/undo",
                    "fibre-cut limit/undo",
                    "gateway-closed own/undo",
                    "key-exhaustion less/undo",
                    "key-exhaustion recovers/on_failure/critical/undo",
                    "qber-alarm contain/spare/limit/undo",
                    "regional-power-loss freeze/undo",
                    "satellite-outage 3/safe-mode/bulk/undo",
                    "satellite-outage ration/undo",
                    "software-rollback freeze/undo",
                    "timing-loss freeze/undo",
                    "timing-loss spare/undo"),
            "What alarmed is broken in every drill: there is no false alarm.",
            List.of("fibre-cut 2/then/1", "kms-crash 1/then/1", "qber-alarm 2/then/1"),
            "What is waited for comes in time, or the run ended before.",
            List.of(
                    "key-api-ddos up/on_failure/1",
                    "key-api-ddos up/on_failure/2",
                    "qber-alarm up/on_failure/1",
                    "satellite-outage passes/on_failure/1",
                    "satellite-outage passes/on_failure/2",
                    "software-rollback up/on_failure/1",
                    "timing-loss check/on_failure/1"),
            "Whoever fails at a task fails at the first, and the run ends there.",
            List.of(
                    "software-rollback others/on_failure/1",
                    "timing-loss 4/node/reference/on_failure/1",
                    "timing-loss 4/source/holdover/on_failure/1"),
            "It takes another answer to a later question than to the first.",
            List.of(
                    "gateway-closed finally/1",
                    "node-compromise 10",
                    "node-compromise readmit",
                    "node-compromise readmit/on_failure/1"),
            "The drills end days before a progress report is due.",
            List.of(
                    "nis2-notification 8/then/3",
                    "nis2-notification 8/then/handled",
                    "nis2-notification 8/then/progress"),
            "Which nodes come first only an exercise knows; the library names none.",
            List.of("regional-power-loss 2/then/1"));

    @Test
    void theDrillsTogetherComeToEveryStepButThese() {
        TreeSet<String> left = new TreeSet<>();
        TreeSet<String> reached = new TreeSet<>();
        for (LibraryDrill drill : LibraryDrill.all()) {
            List<CheckedPlaybook> playbooks = drill.playbooks();
            Exercise exercise = drill.exercise();
            playbooks.stream()
                    .map(CheckedPlaybook::playbook)
                    .filter(playbook -> ShippedPlaybooks.IDS.contains(playbook.id()))
                    .forEach(playbook -> addSteps(playbook, left));
            addReached(PlayedPlaybook.log(exercise, drill.teams(exercise, playbooks)), reached);
        }

        assertThat(reached).hasSizeGreaterThan(100);
        left.removeAll(reached);
        assertThat(left)
                .containsExactlyInAnyOrderElementsOf(
                        NOT_REACHED.values().stream().flatMap(List::stream).toList());
    }

    private static void addSteps(Playbook playbook, Set<String> into) {
        StepWalk.all(playbook, step -> into.add(playbook.id() + " " + step.path()));
    }

    /** Steps that were carried out; whose condition was false and that were skipped were not. */
    private static void addReached(List<LogEntry> log, Set<String> into) {
        Map<String, String> playbookOf = new HashMap<>();
        for (LogEntry entry : log) {
            if (entry.event() instanceof Responding.PlaybookStarted started) {
                playbookOf.put(started.run(), started.playbook());
            } else if (entry.event() instanceof Responding.StepMoved moved
                    && moved.state() != StepState.SKIPPED) {
                String path = moved.step().replaceFirst("#.*", "");
                into.add(playbookOf.get(moved.run()) + " " + path);
            }
        }
    }
}
