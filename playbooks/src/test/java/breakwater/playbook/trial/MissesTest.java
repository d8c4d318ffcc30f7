package breakwater.playbook.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is not as expected is said where the file expects it, with what was found. */
class MissesTest {

    private static final Tried ASKS = Tried.of("""
            playbook: asks
            triggers: [{event: node.down}]
            inputs: {node: {type: node, from: event.node.id}}
            vars: {choice: none, count: 1}
            roles: {noc: {kind: group, title: Shift}}
            steps:
              - id: ask
                decide: What now?
                role: noc
                options: {act: Act, rest: Rest}
                deadline: 10m
                default: rest
                escalate: [{after: 5m, to: noc}]
                save: {choice: result.option}
              - id: act
                when: vars.choice == 'act'
                do: node.power
                with: {node: =inputs.node}
                timeout: 5m
                on_failure: continue
              - id: tell
                notify: report
                to: office
                due: {within: 1h, from: run.aware_at}
                text: "{{ inputs.node }} is down"
              - end: degraded
            """);

    private static String trial(String expect) {
        return """
                test: asks
                trials:
                  - trial: one
                    happens: [{at: 1m, node: X, state: down}]
                    expect:
                """ + expect.indent(6);
    }

    @Test
    void outcomeAndTime() {
        assertThat(ASKS.misses(trial("outcome: restored\nwithin: 5m\nruns: 2")))
                .containsExactly("""
                8:13: Expected 2 runs of 'asks', but found 1. [runs]
                6:16: Expected the outcome 'restored', but found 'degraded' after 10m. [outcome]
                7:15: Expected the run to end within 5m, but it ended after 10m. [within]
                """.lines().toArray(String[]::new));
    }

    @Test
    void noRunBegan() {
        assertThat(ASKS.misses("""
                test: asks
                trials:
                  - trial: one
                    happens: [{at: 1m, node: X, state: on-battery}]
                    expect: {outcome: degraded, path: [ask]}
                """)).containsExactly("""
                5:23: Expected the outcome 'degraded', but no run of 'asks' began. [outcome] \
                Maybe nothing that happens fits a trigger for long enough.\
                """);
    }

    @Test
    void steps() {
        assertThat(ASKS.misses(trial("""
                path: [tell, ask, act: failed]
                never: [tell]
                """)))
                .containsExactly("""
                6:20: Expected step 'ask' in this order, but found it entered at T+00:01:00, done at \
                T+00:11:00. [path]
                6:25: Expected step 'act' to be failed in this order, but found it skipped at T+00:11:00. [path]
                7:15: Expected step 'tell' never to be reached, but it was at T+00:11:00. [never]
                """.lines().map(String::strip).toArray(String[]::new));
    }

    @Test
    void variablesAndActions() {
        assertThat(ASKS.misses(trial("""
                vars: {choice: act, count: 2}
                did: [node.power: {node: X}]
                """)))
                .containsExactly("""
                6:14: Expected the variable 'choice' to be 'act' at the end, but found 'rest'. [vars]
                6:27: Expected the variable 'count' to be '2' at the end, but found '1'. [vars]
                7:13: Expected the action 'node.power' with node=X in this order, but found none. [did]
                """.lines().map(String::strip).toArray(String[]::new));
    }

    @Test
    void messagesAndPeople() {
        assertThat(ASKS.misses(trial("""
                notified: [{notice: report, to: home, contains: Y}, warning]
                escalated: []
                decided: {ask: {option: rest, by: noc}}
                clocks: {report: missed}
                """)))
                .containsExactly("""
                6:18: Expected the notification 'report' to 'home' with 'Y', but found 'report' to \
                'office': X is down [notified]
                6:17: Expected 2, but found 1: report. [notified]
                7:18: Expected 0, but found 1: noc. [escalated]
                8:17: Expected the answer 'rest' by 'noc', but found 'rest' by 'default'. [decided]
                9:16: Expected the clock 'report' to be missed, but found it met. [clocks]
                """.lines().map(String::strip).toArray(String[]::new));
    }

    @Test
    void anActionThatWasNotApprovedWasNotDone() {
        Tried approves = Tried.of("""
                playbook: approves
                roles: {noc: {kind: group, title: Shift}}
                steps:
                  - id: act
                    do: qkd.reroute
                    timeout: 1h
                    approve: {role: noc, deadline: 5m, default: refuse}
                    on_failure: continue
                """);

        assertThat(approves.misses("""
                test: approves
                trials:
                  - trial: one
                    given: {inputs: {}}
                    expect: {path: [act: failed], did: [qkd.reroute]}
                """)).containsExactly("""
                5:41: Expected the action 'qkd.reroute' in this order, but found none. [did]\
                """);
    }
}
