package breakwater.playbook.run;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.conductor.DefaultResponders;
import breakwater.exercise.LogEntry;
import breakwater.network.DomainId;
import breakwater.playbook.check.CheckedPlaybook;
import breakwater.playbook.team.Teams;
import breakwater.responder.Responder;
import breakwater.scenario.Exercise;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.Function;

/**
 * The one who answers for XA is killed after some entry of its log, at every one in turn. A new one is shown the log so
 * far, asks for what its predecessor had asked for, and goes on to the same log.
 */
class KilledAndResumedTest {

    private static final DomainId XA = new DomainId("XA");

    /** All verbs, with everything in flight that can be: alarms, commands, questions, branches, loops, calls. */
    static final String EVERYTHING = PlayedPlaybook.HEAD + """
            vars: {up: true, n: 0, choice: ''}
            roles: {noc: {kind: group, title: Shift}, crisis: {kind: group, title: Crisis}}
            defaults: {timeout: 30m}
            steps:
              - id: probe
                do: qkd.link.probe
                with: {link: =inputs.link, samples: 3}
                timeout: 2m
                retry: {max: 2, every: 20s}
                save: {up: result.up}
              - id: sides
                parallel:
                  limit:
                    - id: limit
                      do: kms.consumption.limit
                      with: {link: =inputs.link, class: bulk}
                      undo: {do: kms.consumption.restore, with: {link: =inputs.link}}
                  ask:
                    - id: ask
                      decide: Isolate {{ inputs.link }}?
                      role: crisis
                      options: {no: Leave it, yes: Isolate it}
                      deadline: 10m
                      default: no
                      escalate: [{after: 2m, to: noc}]
                      save: {choice: result.option}
                  refused:
                    - {id: recall, do: crew.recall, with: {job: none/none}, retry: {max: 1, every: 1m}, on_failure: continue}
              - id: loop
                while: vars.n < 3
                every: 5m
                max: 5
                steps:
                  - set: {n: vars.n + 1}
                  - do: qkd.reroute
              - id: inner
                call: helper
                version: 1.0.0
              - id: warn
                notify: nis2.early-warning
                to: national-csirt
                role: crisis
                due: {within: 24h, from: run.aware_at}
              - id: mended
                wait: {until: link(inputs.link).up}
                timeout: 24h
              - end: restored
            finally:
              - {do: kms.consumption.restore, with: {link: =inputs.link}, on_failure: continue}
            """;

    static final String HELPER = """
            playbook: helper
            version: 1.0.0
            title: Called
            types: [mitigation]
            tlp: green
            owner: XA
            roles: {noc: {kind: group, title: Shift}}
            steps:
              - {id: phone, task: Tell the neighbours., role: noc, timeout: 1h}
            """;

    private final Exercise exercise = PlayedPlaybook.exercise(
            "tried",
            "{role: noc, median: 3 min, p95: 15 min}",
            "{role: crisis, median: 6 min, p95: 20 min}");
    private final List<CheckedPlaybook> playbooks =
            PlayedPlaybook.check(List.of(EVERYTHING, HELPER));

    private Function<DomainId, Responder> teams() {
        return new Teams(exercise, playbooks, new DefaultResponders(exercise), 1);
    }

    @Test
    void theLogIsTheSameWhereverItHappens() {
        List<LogEntry> whole = PlayedPlaybook.log(exercise, teams());
        long entries = whole.stream().filter(entry -> entry.origin().equals(XA)).count();
        assertThat(entries).isGreaterThan(150);

        for (int after = 0; after <= entries; after++) {
            int killedAfter = after;
            List<LogEntry> resumed = PlayedPlaybook.log(
                    exercise,
                    domain -> domain.equals(XA)
                            ? new Killed(() -> teams().apply(XA), killedAfter)
                            : teams().apply(domain));
            assertThat(resumed).as("killed after entry %d", after).isEqualTo(whole);
        }
    }
}
