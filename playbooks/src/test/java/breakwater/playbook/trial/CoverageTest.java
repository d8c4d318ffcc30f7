package breakwater.playbook.trial;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.playbook.Playbook;
import breakwater.playbook.trial.coverage.Coverage;
import breakwater.playbook.trial.judge.Verdict;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** Coverage counts the ways a step can go, and says which of them no trial went. */
class CoverageTest {

    private static Coverage coverage(String playbook, String test) {
        Tried tried = Tried.of(playbook);
        List<Verdict> verdicts = tried.verdicts(test);
        Playbook tested = Optional.ofNullable(tried.playbooks().get("tried"))
                .orElseThrow()
                .playbook();
        return Coverage.of(tested, verdicts.stream().map(Verdict::played).toList());
    }

    private static List<String> open(String playbook, String test) {
        return coverage(playbook, test).open().stream()
                .map(open -> open.at().line() + " " + open.way())
                .toList();
    }

    @Test
    void branchesDeadlinesOptionsAndEscalationsAreWays() {
        String playbook = """
                playbook: tried
                vars: {choice: none}
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
                  - id: way
                    if: vars.choice == 'act'
                    then:
                      - id: mend
                        task: Mend it.
                        role: noc
                        timeout: 1h
                        on_failure: continue
                """;
        String trial = """
                test: tried
                trials:
                  - trial: acts
                    given: {inputs: {}}
                    answers: {ask: act, mend: done}
                    expect: {outcome: stood-down}
                """;

        assertThat(open(playbook, trial)).containsExactly("""
                10 ask: option rest
                10 ask: deadline, so rest
                10 ask: after 5m tells noc
                18 way: else
                21 way/then/mend: fails
                21 way/then/mend: times out
                """.lines().toArray(String[]::new));
        assertThat(coverage(playbook, trial).percent()).isEqualTo(100.0 * 3 / 9);
        assertThat(open(playbook, trial + """
                  - trial: nobody
                    given: {inputs: {}}
                    expect: {outcome: stood-down}
                """))
                .doesNotContain(
                        "10 ask: deadline, so rest", "10 ask: after 5m tells noc", "18 way: else");
    }

    @Test
    void retriesFailuresLoopsAndWhatIsTakenBackAreWays() {
        String playbook = """
                playbook: tried
                vars: {up: false}
                steps:
                  - id: freeze
                    do: maintenance.freeze
                    undo: {do: maintenance.unfreeze}
                  - id: loop
                    while: '!vars.up'
                    every: 1m
                    max: 3
                    steps:
                      - id: round
                        do: qkd.reroute
                        retry: {max: 1, every: 10s}
                        on_failure: continue
                    on_failure: undo
                """;

        assertThat(open(playbook, """
                test: tried
                trials:
                  - trial: nothing works
                    given: {inputs: {}}
                    mock: {qkd.reroute: {refused: busy}}
                    expect: {outcome: failed}
                """))
                .containsExactly("9 freeze: fails", "12 loop: is done", "17 loop/round: is done");
    }
}
