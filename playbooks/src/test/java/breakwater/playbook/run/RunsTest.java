package breakwater.playbook.run;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.exercise.Responding;

import org.junit.jupiter.api.Test;

/** How runs begin, call each other and end, played in a drill. */
class RunsTest {

    private static PlayedPlaybook play(String steps, String... people) {
        return PlayedPlaybook.play(PlayedPlaybook.HEAD + steps, people);
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

    @Test
    void aTriggerCanLookAtConstants() {
        String playbook = PlayedPlaybook.HEAD.replace(
                        "event.link.state == 'cut'", "event.link.id in const.mine")
                + "const: {mine: [%s]}\nsteps: [{wait: 1m}]";

        assertThat(PlayedPlaybook.play(playbook.formatted("A2~A3"))
                        .timeOf(Responding.PlaybookStarted.class))
                .isEqualTo("T+01:00:05");
        assertThat(PlayedPlaybook.play(playbook.formatted("A1~A2"))
                        .timeOf(Responding.PlaybookStarted.class))
                .isEqualTo("never");
    }
}
