package breakwater.playbook.run;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.exercise.Dialogue;
import breakwater.exercise.Responding;

import org.junit.jupiter.api.Test;

/** What each verb and modifier does, played in a drill. The cut is at T+01:00:00, an answer takes 5 s. */
class StepsTest {

    private static PlayedPlaybook play(String steps, String... people) {
        return PlayedPlaybook.play(PlayedPlaybook.HEAD + steps, people);
    }

    @Test
    void stepsComeOneAfterTheOtherAndEndTheRun() {
        PlayedPlaybook played = play("""
                vars: {n: 1}
                steps:
                  - id: first
                    set: {n: vars.n + 1}
                  - id: second
                    wait: 10m
                  - end: restored
                """);

        assertThat(played.steps())
                .containsExactly(
                        "T+01:00:05 first ENTERED",
                        "T+01:00:05 first DONE",
                        "T+01:00:05 second ENTERED",
                        "T+01:10:05 second DONE",
                        "T+01:10:05 3 DONE restored");
        assertThat(played.events(Responding.VariableSet.class))
                .containsExactly(new Responding.VariableSet("tried-1", "n", "2"));
        assertThat(played.outcomes()).containsExactly("tried-1 restored");
    }

    @Test
    void aRunThatComesToItsEndWithoutSayingHowStandsDown() {
        assertThat(play("steps: [{wait: 1m}]").outcomes()).containsExactly("tried-1 stood-down");
    }

    @Test
    void aGuardThatIsFalseSkipsItsStepAndADelayComesBeforeIt() {
        PlayedPlaybook played = play("""
                vars: {n: 1}
                steps:
                  - id: skipped
                    when: vars.n > 1
                    set: {n: '7'}
                  - id: later
                    delay: 30s
                    set: {n: '8'}
                """);

        assertThat(played.steps())
                .containsExactly(
                        "T+01:00:05 skipped SKIPPED",
                        "T+01:00:35 later ENTERED",
                        "T+01:00:35 later DONE");
    }

    @Test
    void anActionIsCarriedOutByTheEngineAndItsResultsAreSaved() {
        PlayedPlaybook played = play("""
                vars: {up: true, qber: 0.0}
                steps:
                  - id: probe
                    do: qkd.link.probe
                    with: {link: =inputs.link}
                    save: {up: result.up, qber: result.qber}
                """);

        assertThat(played.course())
                .containsExactly(
                        "probe ENTERED qkd.link.probe link=A2~A3",
                        "probe DONE generation_bps=0, qber=0.02, up=false");
        assertThat(played.events(Responding.VariableSet.class))
                .extracting(Responding.VariableSet::value)
                .containsExactly("false", "0.02");
        assertThat(played.events(Dialogue.CommandAnswered.class))
                .containsExactly(new Dialogue.CommandAnswered(
                        "tried-1/probe",
                        true,
                        "",
                        java.util.List.of("up=false", "qber=0.02", "generation_bps=0")));
    }

    @Test
    void aRefusedActionIsTriedAgainAsOftenAsItSaysAndThenFailsTheRun() {
        PlayedPlaybook played = play("""
                steps:
                  - id: recall
                    do: crew.recall
                    with: {job: cut-a2-a3/nowhere}
                    retry: {max: 2, every: 1m, backoff: 2}
                """);

        assertThat(played.course()).hasSize(6).allMatch(step -> step.startsWith("recall"));
        assertThat(played.course().get(5))
                .startsWith("recall~2 FAILED refused: Expected a crew on its way");
        assertThat(played.outcomes()).containsExactly("tried-1 failed");
    }

    @Test
    void anActionThatTakesTooLongFails() {
        PlayedPlaybook played = play("""
                steps:
                  - id: probe
                    do: qkd.link.probe
                    with: {link: =inputs.link}
                    timeout: 1s
                    on_failure: continue
                  - end: degraded
                """);

        assertThat(played.steps())
                .containsExactly(
                        "T+01:00:05 probe ENTERED qkd.link.probe link=A2~A3",
                        "T+01:00:11 probe FAILED timeout",
                        "T+01:00:11 2 DONE degraded");
    }

    @Test
    void branchesRunSideBySideAndAllMustEnd() {
        PlayedPlaybook played = play("""
                vars: {a: 0, b: 0}
                steps:
                  - id: both
                    parallel:
                      left: [{wait: 1m}, {set: {a: vars.b + 1}}]
                      right: [{set: {b: '5'}}, {wait: 2m}]
                  - id: sum
                    set: {a: vars.a + vars.b}
                """);

        assertThat(played.steps())
                .containsExactly(
                        "T+01:00:05 both ENTERED",
                        "T+01:00:05 both/left/1 ENTERED",
                        "T+01:00:05 both/right/1 ENTERED",
                        "T+01:00:05 both/right/1 DONE",
                        "T+01:00:05 both/right/2 ENTERED",
                        "T+01:01:05 both/left/1 DONE",
                        "T+01:01:05 both/left/2 ENTERED",
                        "T+01:01:05 both/left/2 DONE",
                        "T+01:02:05 both/right/2 DONE",
                        "T+01:02:05 both DONE",
                        "T+01:02:05 sum ENTERED",
                        "T+01:02:05 sum DONE");
        // The left branch did not see what the right one set; after the join both are there.
        assertThat(played.events(Responding.VariableSet.class))
                .extracting(Responding.VariableSet::value)
                .containsExactly("5", "1", "6");
    }

    @Test
    void ofBranchesThatAreNotNeededNothingIsLeftBehind() {
        PlayedPlaybook played = play("""
                steps:
                  - id: race
                    parallel:
                      fast: [{wait: 1m}]
                      slow:
                        - id: limit
                          do: kms.consumption.limit
                          with: {link: =inputs.link, class: bulk}
                          undo: {do: kms.consumption.restore, with: {link: =inputs.link}}
                        - wait: 1h
                    join: any
                  - end: restored
                """);

        assertThat(played.course())
                .containsSubsequence(
                        "race/fast/1 DONE",
                        "race/slow/2 CANCELLED",
                        "race/slow/limit UNDONE",
                        "race/slow/limit/undo ENTERED kms.consumption.restore link=A2~A3",
                        "race/slow/limit/undo DONE",
                        "race DONE",
                        "2 DONE restored");
    }

    @Test
    void aFailingBranchStopsTheOthersAndFailsTheStep() {
        PlayedPlaybook played = play("""
                steps:
                  - id: both
                    parallel:
                      bad: [{id: recall, do: crew.recall, with: {job: none/none}}]
                      good: [{id: long, wait: 1h}]
                    on_failure: continue
                  - end: degraded
                """);

        assertThat(played.course())
                .containsSubsequence(
                        "both/good/long CANCELLED",
                        "both FAILED refused: a branch failed",
                        "2 DONE degraded");
    }

    @Test
    void aLoopPassesUntilItsConditionIsFalse() {
        PlayedPlaybook played = play("""
                vars: {n: 0}
                steps:
                  - id: again
                    while: vars.n < 3
                    every: 5m
                    max: 10
                    steps: [{id: count, set: {n: vars.n + 1}}]
                """);

        assertThat(played.steps())
                .contains(
                        "T+01:00:05 again/count#1 DONE",
                        "T+01:05:05 again/count#2 DONE",
                        "T+01:10:05 again/count#3 DONE",
                        "T+01:15:05 again DONE 3 passes");
    }

    @Test
    void aLoopThatDoesNotEndIsExhausted() {
        PlayedPlaybook played = play("""
                vars: {n: 0}
                steps:
                  - id: again
                    while: vars.n < 3
                    every: 5m
                    max: 2
                    steps: [{wait: 1m}]
                    on_failure:
                      - id: told
                        end: degraded
                """);

        assertThat(played.course())
                .contains(
                        "again FAILED loop-exhausted: 2 passes",
                        "again/on_failure/told DONE degraded");
    }

    @Test
    void aWaitEndsWithItsEventOrItsConditionOrItsTimeout() {
        PlayedPlaybook played = play("""
                steps:
                  - id: tooLate
                    wait: {until: repair.opened}
                    timeout: 1m
                    on_failure: continue
                  - id: opened
                    wait: {until: repair.opened, since: run}
                    timeout: 1m
                  - id: mended
                    wait: {until: repair.closed, when: event.job.startsWith('cut')}
                    timeout: 24h
                  - id: up
                    wait: {until: link(inputs.link).up}
                    timeout: 24h
                  - id: never
                    wait: {until: control.partitioned}
                    timeout: 10m
                """);

        assertThat(played.course())
                .containsExactly(
                        "tooLate ENTERED repair.opened",
                        "tooLate FAILED timeout",
                        "opened ENTERED repair.opened",
                        "opened DONE at T+01:00:00",
                        "mended ENTERED repair.closed",
                        "mended DONE",
                        "up ENTERED",
                        "up DONE",
                        "never ENTERED control.partitioned",
                        "never FAILED timeout");
    }

    @Test
    void anExpressionThatCannotBeEvaluatedIsAFailureAndNeverFalse() {
        PlayedPlaybook played = play("""
                vars: {n: 0}
                steps:
                  - id: asked
                    if: 10 / vars.n > 3
                    then: [{end: restored}]
                    else: [{end: stood-down}]
                """);

        assertThat(played.course()).containsExactly("asked FAILED expr: division by zero");
        assertThat(played.outcomes()).containsExactly("tried-1 failed");
    }

    @Test
    void aSwitchTakesTheCaseOfItsValueOrTheDefault() {
        String steps = """
                vars: {colour: %s}
                steps:
                  - id: by
                    switch: vars.colour
                    cases:
                      red: [{id: stop, end: failed}]
                      green: [{id: go, end: restored}]
                    default: [{id: think, end: degraded}]
                """;

        assertThat(play(steps.formatted("green")).course())
                .containsExactly("by ENTERED green", "by/green/go DONE restored", "by DONE");
        assertThat(play(steps.formatted("blue")).course())
                .containsExactly("by ENTERED default", "by/default/think DONE degraded", "by DONE");
    }

    @Test
    void aFailureThatNobodyHandlesAbortsTheRunAndTheLastStepsStillRun() {
        PlayedPlaybook played = play("""
                steps:
                  - {id: recall, do: crew.recall, with: {job: none/none}}
                  - {id: unreached, wait: 1m}
                on_abort: [{id: told, escalate: noc}]
                finally: [{id: tidy, wait: 1m}]
                roles: {noc: {kind: group, title: Shift}}
                """);

        assertThat(played.course())
                .containsSubsequence(
                        "on_abort/told ENTERED",
                        "on_abort/told DONE",
                        "finally/tidy ENTERED",
                        "finally/tidy DONE")
                .noneMatch(step -> step.startsWith("unreached"));
        assertThat(played.outcomes()).containsExactly("tried-1 failed");
    }

    @Test
    void onFailureUndoTakesBackAllThatWasDoneTheLastFirst() {
        PlayedPlaybook played = play("""
                steps:
                  - id: limit
                    do: kms.consumption.limit
                    with: {link: =inputs.link, class: bulk}
                    undo: {do: kms.consumption.restore, with: {link: =inputs.link}}
                  - id: freeze
                    do: maintenance.freeze
                    undo: {do: maintenance.unfreeze}
                  - id: recall
                    do: crew.recall
                    with: {job: none/none}
                    on_failure: undo
                """);

        assertThat(played.course())
                .containsSubsequence(
                        "freeze UNDONE", "limit UNDONE", "freeze/undo DONE", "limit/undo DONE");
        assertThat(played.outcomes()).containsExactly("tried-1 failed");
    }
}
