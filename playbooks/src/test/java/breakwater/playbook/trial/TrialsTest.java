package breakwater.playbook.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Trials play playbooks as drills do, in a world that their file makes. */
class TrialsTest {

    private static final Tried CUT = Tried.of("""
            playbook: cut
            triggers: [{event: link.down, when: event.lasted >= duration('30s')}]
            inputs: {link: {type: link, from: event.link.id}}
            vars: {qber: 0.0, choice: none}
            roles: {noc: {kind: group, title: Shift}, chief: {kind: individual, title: Chief}}
            steps:
              - id: probe
                do: qkd.link.probe
                with: {link: =inputs.link}
                timeout: 2m
                retry: {max: 1, every: 10s}
                save: {qber: result.qber}
                on_failure: continue
              - id: ask
                decide: Shed?
                role: noc
                options: {shed: Shed, keep: Keep}
                deadline: 10m
                default: keep
                escalate: [{after: 5m, to: chief}]
                save: {choice: result.option}
              - id: limit
                when: vars.choice == 'shed'
                do: kms.consumption.limit
                with: {link: =inputs.link, class: bulk}
                timeout: 5m
                undo: {do: kms.consumption.restore, with: {link: =inputs.link}}
                approve: {role: chief, deadline: 5m, default: refuse}
                on_failure: continue
              - id: tell
                notify: nis2.early-warning
                to: csirt
                role: chief
                timeout: 1h
                due: {within: 2h, from: run.aware_at}
                text: "{{ inputs.link }} is down"
                on_failure: continue
              - id: mend
                wait: {until: link(inputs.link).up}
                timeout: 4h
                on_failure: [{end: degraded}]
              - end: restored
            """);

    @Test
    void anEventStartsTheRunPeopleAnswerAndTheWorldGoesOn() {
        String test = """
                test: cut
                trials:
                  - trial: mended
                    happens:
                      - {at: 1m, link: A~B, state: cut}
                      - {at: 2h, link: A~B, state: up}
                    mock: {qkd.link.probe: {result: {qber: 0.05}, after: 10s}}
                    answers:
                      ask: {option: shed, after: 3m}
                      limit: approve
                      tell: {option: send, after: 2m, by: deputy}
                    expect:
                      outcome: restored
                      within: 2h
                      path: [probe, ask: done, limit, tell, mend: done]
                      vars: {qber: 0.05, choice: shed}
                      did: [qkd.link.probe: {link: A~B}, kms.consumption.limit: {class: bulk, link: A~B}]
                      notified: [{notice: nis2.early-warning, to: csirt, contains: A~B is down}]
                      escalated: []
                      decided: {ask: shed, tell: {option: send, by: deputy}}
                      clocks: {nis2.early-warning: met}
                      runs: 1
                """;

        assertThat(CUT.misses(test)).isEmpty();
        assertThat(CUT.course(test)).containsExactly("""
                T+00:01:30  probe entered (qkd.link.probe link=A~B)
                T+00:01:40  probe done (generation_bps=0, qber=0.05, up=false)
                T+00:04:40  ask done (shed by noc)
                T+00:04:40  limit entered (kms.consumption.limit link=A~B, class=bulk)
                T+00:05:45  limit done
                T+00:07:45  tell done
                T+02:00:00  mend done
                T+02:00:00  6 done (restored)
                """.lines().toArray(String[]::new));
    }

    @Test
    void nobodyAnswersSoDefaultsAreTakenAndClocksAreMissed() {
        assertThat(CUT.misses("""
                test: cut
                trials:
                  - trial: nobody
                    happens: [{at: 0s, link: A~B, state: cut}]
                    mock: {probe: silent}
                    answers: {ask: silent}
                    expect:
                      outcome: degraded
                      path: [probe: failed, ask, limit: skipped, tell: failed, mend: failed]
                      did: [qkd.link.probe, qkd.link.probe]
                      vars: {choice: keep}
                      notified: []
                      escalated: [chief]
                      decided: {ask: {option: keep, by: default}, tell: ''}
                      clocks: {nis2.early-warning: open}
                """)).isEmpty();
    }

    @Test
    void repliesAreUsedOneAfterTheOtherAndTheLastForEver() {
        assertThat(CUT.misses("""
                test: cut
                trials:
                  - trial: refused once
                    happens: [{at: 0s, link: A~B, state: cut}]
                    mock: {qkd.link.probe: [{refused: busy}, {result: {qber: 0.01}}]}
                    expect: {path: [probe: failed, probe: done], vars: {qber: 0.01}}
                """)).isEmpty();
    }

    @Test
    void whatLastsTooShortStartsNothing() {
        assertThat(CUT.misses("""
                test: cut
                trials:
                  - trial: a flap
                    happens:
                      - {at: 0s, link: A~B, state: cut}
                      - {at: 29s, link: A~B, state: up}
                    expect: {outcome: not-started, runs: 0}
                """)).isEmpty();
    }

    @Test
    void anAnswerOnTheLastInstantIsInTimeAndOneAfterwardsIsNot() {
        assertThat(CUT.misses("""
                test: cut
                trials:
                  - trial: in time
                    happens: [{at: 0s, link: A~B, state: cut}]
                    answers: {ask: {option: shed, after: 10m}}
                    expect: {decided: {ask: {option: shed, by: noc}}}
                  - trial: late
                    happens: [{at: 0s, link: A~B, state: cut}]
                    answers: {ask: {option: shed, after: 601s}}
                    expect: {decided: {ask: {option: keep, by: default}}}
                """)).isEmpty();
    }

    @Test
    void aTrialThatIsBrokenOffIsStillRunning() {
        assertThat(CUT.misses("""
                test: cut
                trials:
                  - trial: only the first minutes
                    happens: [{at: 0s, link: A~B, state: cut}]
                    until: 5m
                    expect: {outcome: running, never: [mend]}
                """)).isEmpty();
    }

    @Test
    void peopleStartAPlaybookWithInputsAndCalledOnesRunOrAreStoodInFor() {
        Tried called = Tried.of("""
                playbook: outer
                inputs: {node: {type: node}}
                vars: {found: nothing}
                steps:
                  - id: inner
                    call: inner
                    version: 1.0.0
                    with: {node: =inputs.node}
                    save: {found: result.found}
                    on_failure: [{end: failed}]
                  - end: restored
                """, """
                playbook: inner
                inputs: {node: {type: node}}
                vars: {found: unset}
                steps:
                  - id: look
                    if: node(inputs.node).up
                    then: [{set: {found: "'up'"}}]
                    else: [{set: {found: "'down'"}}]
                """);

        assertThat(called.misses("""
                test: outer
                common: {given: {inputs: {node: X}}}
                trials:
                  - trial: run
                    given: {nodes: {X: {state: down}}}
                    expect: {outcome: restored, path: [inner: entered, inner/look, inner: done], vars: {found: down}}
                  - trial: stood in for
                    mock: {inner: {outcome: degraded, result: {found: much}, after: 2h}}
                    expect: {outcome: restored, within: 2h, never: [inner/look], vars: {found: much}}
                  - trial: it fails
                    mock: {inner: {outcome: failed}}
                    expect: {outcome: failed, path: [inner: failed]}
                """)).isEmpty();
    }

    @Test
    void aidIsOfferedAcceptedDeployedAndGivenBack() {
        Tried aided = Tried.of("""
                playbook: aided
                inputs: {link: {type: link}}
                vars: {got: 0}
                roles: {chief: {kind: individual, title: Chief}}
                steps:
                  - id: relay
                    aid: {need: key-relay, for: =inputs.link, rate_bps: 2000, until: 48h}
                    ask: [near, far]
                    offers_within: 30m
                    accept: {role: chief, deadline: 15m, default: none}
                    deployed_within: 2h
                    save: {got: result.amount}
                    on_failure: continue
                  - return: relay
                    within: 4h
                  - end: restored
                """);

        assertThat(aided.misses("""
                test: aided
                common: {given: {inputs: {link: A~B}}}
                trials:
                  - trial: best of two
                    donors:
                      near: {offers: 1500, after: 5m, deployed_after: 1h, returned_after: 1h}
                      far: {offers: 900, after: 10m, deployed_after: 1h, returned_after: 5h}
                    answers: {relay: best}
                    expect:
                      vars: {got: 2000}
                      aid: {relay: {near: {state: settled, amount: 1500}, far: {state: settled, amount: 500}}}
                      clocks: {relay: missed}
                  - trial: one is chosen, the other sent away
                    donors: {near: {offers: 1500}, far: {offers: 900}}
                    answers: {relay: far}
                    expect: {vars: {got: 900}, aid: {relay: {near: rejected, far: settled}}, clocks: {relay: met}}
                  - trial: nobody chooses
                    donors: {near: {offers: 1500}}
                    expect: {path: [relay: failed], aid: {relay: {near: rejected, far: expired}}}
                  - trial: declined
                    donors: {near: {declines: no key}, far: {declines: no key, after: 1m}}
                    expect: {path: [relay: failed], vars: {got: 0}, aid: {relay: {near: declined}}}
                  - trial: never deployed
                    donors: {near: {offers: 1500, deployed_after: never}}
                    answers: {relay: best}
                    expect: {path: [relay: failed], vars: {got: 0}}
                  - trial: recalled while in use
                    donors: {near: {offers: 2000, returned_after: 10m}}
                    answers: {relay: {option: near, after: 0s}}
                    happens: [{at: 31m, aid: relay, from: near, state: recalled, reason: own need}]
                    expect: {vars: {got: 2000}, aid: {relay: {near: settled}}}
                """)).isEmpty();
    }

    @Test
    void theWorldIsWhatTheFileSays() {
        Tried looks = Tried.of("""
                playbook: looks
                vars: {a: none, b: 0, c: none, d: none, e: 0}
                steps:
                  - set:
                      a: link('A~B').store
                      b: link('A~B').level_bit
                      c: node('A').kms
                      d: service('BANK').state
                      e: domain().links_down
                """);

        assertThat(looks.misses("""
                test: looks
                trials:
                  - trial: sound
                    given: {inputs: {}, links: [A~B], services: [BANK]}
                    expect: {vars: {a: normal, b: 10000000, c: up, d: ok, e: 0}}
                  - trial: broken
                    given:
                      inputs: {}
                      links: {A~B: {state: cut, store: low, level_bit: 77}, C~D: {state: cut}}
                      nodes: {A: {kms: crashed}}
                      services: {BANK: {class: 2, state: starved}}
                    expect: {vars: {a: low, b: 77, c: crashed, d: starved, e: 2}}
                """)).isEmpty();
    }
}
