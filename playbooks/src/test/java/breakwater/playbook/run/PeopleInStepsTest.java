package breakwater.playbook.run;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.exercise.Dialogue;
import breakwater.exercise.Responding;

import org.junit.jupiter.api.Test;

/** Steps that wait for people, and notifications, played in a drill. The cut is at T+01:00:00, an answer takes 5 s. */
class PeopleInStepsTest {

    private static PlayedPlaybook play(String steps, String... people) {
        return PlayedPlaybook.play(PlayedPlaybook.HEAD + steps, people);
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
}
