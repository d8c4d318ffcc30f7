package breakwater.playbook.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Everything that is wrong with a test file is said at once, where it is, with what could be meant. */
class TrialReaderTest {

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
                save: {choice: result.option}
              - id: act
                do: node.power
                with: {node: =inputs.node}
                timeout: 1h
                on_failure: continue
            """);

    @Test
    void namesThatNobodyKnows() {
        assertThat(ASKS.problems("""
                test: asks
                trials:
                  - trial: one
                    given: {inputs: {nod: X}}
                    happens: [{at: 0s, node: X, state: dwon}]
                    mock: {node.powr: silent}
                    answers: {aks: act, ask: atc, act: approve}
                    expect:
                      outcome: restord
                      path: [axt]
                      vars: {chioce: act, count: many}
                      did: [node.powr]
                """)).containsExactly("""
                4:21: Expected the input 'node', but it is missing. [missing-input]
                4:22: Expected an input, but found 'nod'. [undefined-name] Maybe you meant 'node'.
                5:40: Expected one of down, on-battery, on-generator, up for 'state', but found 'dwon'. \
                [unknown-word] Maybe you meant 'down'.
                6:12: Expected an action, a step that has one done, or a playbook that is called, but found \
                'node.powr'. [unknown-mock] Maybe you meant 'node.power'.
                7:15: Expected a step of playbook 'asks', but found 'aks'. [unknown-step] Maybe you meant 'ask'.
                7:30: Expected one of the options (act, rest) or silent, but found 'atc'. [unknown-option] \
                Maybe you meant 'act'.
                7:35: Expected a step that asks people, but 'act' is a 'do' without approval. [wrong-step]
                9:16: Expected one of degraded, failed, false-alarm, not-started, restored, running, \
                stood-down for 'outcome', but found 'restord'. [unknown-word] Maybe you meant 'restored'.
                10:14: Expected a step of playbook 'asks', but found 'axt'. [unknown-step] Maybe you meant \
                'act'.
                11:14: Expected a variable, but found 'chioce'. [undefined-name] Maybe you meant 'choice'.
                11:34: Expected a value of type integer for 'count', but found the text 'many'. [wrong-type]
                12:13: Expected an action, but found 'node.powr'. [unknown-action] Maybe you meant 'node.power'.
                """.lines().toArray(String[]::new));
    }

    @Test
    void aPlaybookThatIsNotThere() {
        assertThat(ASKS.problems("""
                test: ask
                trials: [{trial: one, expect: {outcome: restored}}]
                """)).containsExactly("""
                1:7: Expected a playbook beside the test or in the library, but found 'ask'. \
                [unknown-playbook] Maybe you meant 'asks'.
                """.lines().toArray(String[]::new));
    }

    @Test
    void trialsThatSayNothingOrTheSame() {
        assertThat(ASKS.problems("""
                test: asks
                trials:
                  - trial: one
                    expect: {}
                  - trial: one
                    happens: [{at: 1m, node: X}, {at: 1m, nod: X}, {at: soon, node: X, state: up}]
                    expect: {outcome: restored}
                """)).containsExactly("""
                4:13: Expected a trial to expect something, but found nothing. [no-expectation] Maybe start \
                with {outcome: restored}.
                5:12: Expected each trial to have a name of its own, but 'one' stands already at line 3. \
                [duplicate-name]
                6:15: Expected to read what becomes of it, but found nothing. [no-change] Maybe add 'state'.
                6:34: Expected exactly one of link, node, service, gateway, controller, repair, notice, \
                request, aid in what happens, but found none. [one-of] Maybe you meant 'node'.
                6:57: Expected a duration for 'at', but found the text 'soon'. [bad-duration] Maybe write \
                it like 30s, 5m, 48h or 1h30m.
                """.lines().toArray(String[]::new));
    }

    @Test
    void namesThatNothingCanHave() {
        assertThat(ASKS.problems("""
                test: asks
                trials:
                  - trial: one
                    given: {inputs: {node: a b}}
                    happens: [{at: 1m, link: "*", state: cut}]
                    expect: {outcome: restored}
                """)).containsExactly("""
                4:28: Expected a name of at most 70 letters, digits and ._:~@+/-, but found 'a b'. [bad-name]
                5:30: Expected a name of at most 70 letters, digits and ._:~@+/-, but found '*'. [bad-name]
                """.lines().toArray(String[]::new));
    }
}
