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
    void whoMustApproveCanRefuse() {
        String steps = """
                roles: {noc: {kind: group, title: Shift}}
                steps:
                  - id: wipe
                    do: kms.key.void
                    with: {link: =inputs.link}
                    approve: {role: noc, deadline: 15m, default: refuse}
                """;

        assertThat(play(steps).course()).contains("wipe FAILED refused: by default");
        assertThat(play(steps, "{role: noc, median: 1 min, p95: 1 min}").course())
                .contains("wipe DONE");
        assertThat(play(steps, "{role: noc, median: 1 min, p95: 1 min, prefers: {wipe: refuse}}")
                        .course())
                .contains("wipe FAILED refused: by noc");
    }

    private static final String DECISION = """
            vars: {choice: ''}
            roles: {noc: {kind: group, title: Shift}, crisis: {kind: group, title: Crisis}}
            steps:
              - id: ask
                decide: Link {{ inputs.link }} is down. Ask for help?
                role: crisis
                options: {ask: Ask, hold: Wait}
                deadline: 10m
                default: hold
                escalate: [{after: 5m, to: noc}]
                save: {choice: result.option}
            """;

    @Test
    void aDecisionIsTakenByPeopleBeforeItsDeadline() {
        PlayedPlaybook played = play(DECISION, "{role: crisis, median: 4 min, p95: 4 min}");

        assertThat(played.steps())
                .containsExactly("T+01:00:05 ask ENTERED", "T+01:04:10 ask DONE ask by crisis");
        assertThat(played.events(Dialogue.QuestionAsked.class).get(0).text())
                .isEqualTo("Link A2~A3 is down. Ask for help?");
        assertThat(played.events(Responding.Escalated.class)).isEmpty();
    }

    @Test
    void aDecisionThatNobodyTakesGoesToItsDefaultAtTheDeadline() {
        PlayedPlaybook played =
                play(DECISION, "{role: crisis, median: 4 min, p95: 4 min, absent: true}");

        assertThat(played.steps())
                .containsExactly("T+01:00:05 ask ENTERED", "T+01:10:10 ask DONE hold by default");
        assertThat(played.timeOf(Dialogue.QuestionAnswered.class)).isEqualTo("T+01:10:05");
    }

    @Test
    void aDecisionThatWaitsIsEscalatedAndTheOtherRoleMayAnswer() {
        PlayedPlaybook played = play(
                DECISION,
                "{role: crisis, median: 4 min, p95: 4 min, absent: true}",
                "{role: noc, median: 1 min, p95: 1 min}");

        assertThat(played.timeOf(Responding.Escalated.class)).isEqualTo("T+01:05:10");
        assertThat(played.steps()).contains("T+01:06:15 ask DONE ask by noc");
    }

    @Test
    void aTaskIsDoneByPeopleOrTimesOut() {
        String steps = """
                roles: {noc: {kind: group, title: Shift}}
                steps:
                  - id: call
                    task: Call the road works office.
                    role: noc
                    timeout: 20m
                """;

        assertThat(play(steps, "{role: noc, median: 3 min, p95: 3 min}").course())
                .containsExactly("call ENTERED", "call DONE by noc");
        assertThat(play(steps).course()).contains("call FAILED timeout: nobody answered");
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

    private static final String NOTICE = """
            roles: {crisis: {kind: group, title: Crisis}}
            steps:
              - id: warn
                notify: nis2.early-warning
                to: national-csirt
                role: crisis
                due: {within: 1h, from: run.aware_at}
                with: {cross_border: true, link: =inputs.link}
            """;

    @Test
    void aNotificationIsSignedOffSentAndInTime() {
        PlayedPlaybook played = play(NOTICE, "{role: crisis, median: 20 min, p95: 20 min}");

        assertThat(played.events(Responding.NotificationSent.class))
                .containsExactly(new Responding.NotificationSent(
                        "tried-1",
                        "warn",
                        "nis2.early-warning",
                        "national-csirt",
                        "nis2.early-warning: cross_border=true, link=A2~A3"));
        assertThat(played.events(Responding.ObligationOpened.class).get(0).dueMicros())
                .isEqualTo(7_205_000_000L);
        assertThat(played.events(Responding.ObligationClosed.class))
                .containsExactly(new Responding.ObligationClosed("tried-1/warn", true));
    }

    @Test
    void aNotificationThatComesTooLateIsABreachAndIsSentAllTheSame() {
        PlayedPlaybook played = play(NOTICE, "{role: crisis, median: 2 h, p95: 2 h}");

        assertThat(played.timeOf(Responding.ObligationClosed.class)).isEqualTo("T+02:00:10");
        assertThat(played.events(Responding.ObligationClosed.class))
                .containsExactly(new Responding.ObligationClosed("tried-1/warn", false));
        assertThat(played.timeOf(Responding.NotificationSent.class)).isEqualTo("T+03:00:10");
    }

    @Test
    void aCalledPlaybookRunsToItsEndAndGivesItsVariables() {
        PlayedPlaybook played =
                PlayedPlaybook.play(java.util.List.of(PlayedPlaybook.HEAD + """
                        vars: {got: 0}
                        steps:
                          - id: inner
                            call: helper
                            version: 2.0.0
                            with: {n: 20}
                            save: {got: result.sum}
                        """, """
                playbook: helper
                version: 2.0.0
                title: Called
                types: [mitigation]
                tlp: green
                owner: XA
                inputs: {n: {type: integer}}
                vars: {sum: 1}
                steps:
                  - set: {sum: vars.sum + inputs.n}
                  - wait: 1m
                  - end: restored
                """));

        assertThat(played.events(Responding.VariableSet.class))
                .extracting(Responding.VariableSet::value)
                .containsExactly("21", "21");
        assertThat(played.outcomes()).containsExactly("helper-1 restored", "tried-1 stood-down");
    }

    @Test
    void anEndInOneBranchStopsTheOthers() {
        PlayedPlaybook played = play("""
                steps:
                  - id: both
                    parallel:
                      one: [{wait: 1m}, {end: false-alarm}]
                      two: [{id: long, wait: 2h}]
                """);

        assertThat(played.course()).contains("both/two/long CANCELLED", "both DONE");
        assertThat(played.outcomes()).containsExactly("tried-1 false-alarm");
        assertThat(played.timeOf(Responding.PlaybookEnded.class)).isEqualTo("T+01:01:05");
    }

    @Test
    void aTriggerCanWaitUntilItsEventHasLasted() {
        String playbook = PlayedPlaybook.HEAD.replace(
                        "event.link.state == 'cut'",
                        "event.link.state == 'cut' && event.lasted >= duration('2m')")
                + "steps: [{wait: 1m}]";

        assertThat(PlayedPlaybook.play(playbook).timeOf(Responding.PlaybookStarted.class))
                .isEqualTo("T+01:02:05");
        assertThat(PlayedPlaybook.play(playbook.replace("'2m'", "'12h'"))
                        .timeOf(Responding.PlaybookStarted.class))
                .isEqualTo("never");
    }
}
