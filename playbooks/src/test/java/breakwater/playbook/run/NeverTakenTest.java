package breakwater.playbook.run;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.conductor.DefaultResponders;
import breakwater.engine.plan.ExercisePlan;
import breakwater.ensemble.Arm;
import breakwater.ensemble.PlannedStep;
import breakwater.ensemble.Rehearsal;
import breakwater.ensemble.RehearsalDocument;
import breakwater.ensemble.RehearsalRequest;
import breakwater.ensemble.ReplicationRunner;
import breakwater.ensemble.StepsTaken;
import breakwater.ensemble.json.RehearsalJson;
import breakwater.playbook.check.CheckedPlaybook;
import breakwater.playbook.team.PlannedSteps;
import breakwater.playbook.team.Teams;
import breakwater.scenario.Exercise;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A rehearsal says which branches of the playbooks no drill took. */
class NeverTakenTest {

    private static final int DRILLS = 16;

    private static final String STEPS = """
            vars: {n: 0}
            steps:
              - id: fork
                if: vars.n == 0
                then:
                  - id: taken
                    set: {n: "1"}
                else:
                  - id: missed
                    set: {n: "2"}
                  - id: behind
                    set: {n: "3"}
              - id: skipped
                when: vars.n == 5
                set: {n: "6"}
              - id: loop
                while: vars.n < 3
                every: 1m
                max: 5
                steps: [{id: pass, set: {n: vars.n + 1}}]
                on_failure: [{id: handler, set: {n: "0"}}]
              - end: restored
            """;

    private static final String NEVER_USED =
            PlayedPlaybook.HEAD.replace("tried", "other") + "steps: [{end: restored}]\n";

    private static RehearsalDocument rehearse(String trigger, ReplicationRunner runner) {
        String playbook = PlayedPlaybook.HEAD.replace("'cut'", trigger) + STEPS;
        Exercise exercise = PlayedPlaybook.exercise("tried");
        List<CheckedPlaybook> checked = PlayedPlaybook.check(List.of(playbook, NEVER_USED));
        Arm arm = new Arm(
                "tried",
                ExercisePlan.of(exercise),
                seed -> new Teams(exercise, checked, new DefaultResponders(exercise), seed),
                PlannedSteps.of(exercise, checked));
        return new Rehearsal(
                        new RehearsalRequest(
                                arm, Optional.empty(), 1, DRILLS, DRILLS, Optional.empty()),
                        runner,
                        () -> {})
                .play()
                .orElseThrow();
    }

    private static StepsTaken steps(String trigger) {
        return rehearse(trigger, ReplicationRunner.SEQUENTIAL).steps().get(0);
    }

    @Test
    void namesTheFirstStepOfEachBranchNotTakenAndWhereItStands() {
        StepsTaken steps = steps("'cut'");

        assertThat(steps.never())
                .extracting(PlannedStep::name)
                .containsExactly(
                        "tried:fork/else/missed", "tried:skipped", "tried:loop/on_failure/handler");
        assertThat(steps.never())
                .extracting(PlannedStep::place)
                .containsExactly("0.playbook.yaml:17", "0.playbook.yaml:21", "0.playbook.yaml:29");
        assertThat(steps.planned()).isEqualTo(9);
        assertThat(steps.missed()).isEqualTo(4);
    }

    @Test
    void ofAPlaybookThatNeverRanItNamesTheFirstStep() {
        StepsTaken steps = steps("'eaten'");

        assertThat(steps.never()).extracting(PlannedStep::name).containsExactly("tried:fork");
        assertThat(steps.missed()).isEqualTo(steps.planned());
    }

    @Test
    void findsTheSameInWhateverOrderDrillsArePlayed() {
        ReplicationRunner threads =
                (from, until, task) -> IntStream.range(from, until).parallel().forEach(task);

        assertThat(RehearsalJson.encode(rehearse("'cut'", threads)))
                .isEqualTo(RehearsalJson.encode(rehearse("'cut'", ReplicationRunner.SEQUENTIAL)));
    }
}
