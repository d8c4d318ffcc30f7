package breakwater.playbook.bench;

import breakwater.document.SourceFile;

import java.nio.charset.StandardCharsets;

/** A playbook of {@link #LINES} lines without a fault: blocks that have most verbs, with conditions of their own. */
final class LongPlaybook {

    static final int LINES = 500;

    private static final String HEAD = """
            playbook: long-one
            version: 1.0.0
            title: Everything that a playbook can have, over and over
            types: [mitigation]
            tlp: green
            owner: any
            triggers:
              - event: link.down
                when: event.link.state == 'cut' && event.lasted >= duration('30s')
            inputs: {link: {type: link, from: event.link.id}}
            vars: {up: false, qber: 0.0, count: 0, runtime: 0s, choice: ''}
            const: {interval: 1h, first: [A, B, C]}
            roles:
              noc: {kind: group, title: NOC shift lead}
              crisis: {kind: group, title: Crisis manager}
            defaults: {timeout: 10m}
            steps:
            """;

    private static final String BLOCK = """
              - id: probe-@
                do: qkd.link.probe
                with: {link: =inputs.link, samples: 3}
                timeout: 2m
                retry: {max: 2, every: 20s}
                save: {up: result.up, qber: result.qber}
                on_failure: continue
              - id: contain-@
                when: '!vars.up && vars.qber < 0.0@'
                parallel:
                  limit:
                    - id: limit-@
                      do: kms.consumption.limit
                      with: {link: =inputs.link, class: bulk}
                      undo: {do: kms.consumption.restore, with: {link: =inputs.link}}
                  reroute:
                    - id: reroute-@
                      do: qkd.reroute
                      save: {runtime: result.key_buffer_runtime}
                      on_failure: continue
              - id: ask-@
                decide: Buffers last {{ vars.runtime }}. Shed bulk traffic on {{ inputs.link }}?
                role: crisis
                options: {shed: Shed it, hold: Ride it out}
                deadline: 10m
                default: hold
                escalate: [{after: 5m, to: noc}]
                save: {choice: result.option}
              - id: choose-@
                if: vars.choice == 'shed' && link(inputs.link).level_bit < 10000@
                then:
                  - set: {count: vars.count + 1}
                else:
                  - id: tell-@
                    task: Tell the neighbours that {{ inputs.link }} is down.
                    role: noc
              - id: loop-@
                while: '!link(inputs.link).up && vars.count < 10@'
                every: 5m
                max: 12
                steps:
                  - set: {count: vars.count + @, qber: vars.qber / @.0}
                  - id: again-@
                    do: qkd.reroute
                    on_failure: continue
              - id: pause-@
                wait: 5m
              - id: sort-@
                switch: vars.choice
                cases:
                  shed: [{escalate: noc}]
                  hold: [{set: {runtime: "vars.runtime + duration('@m')"}}]
                default: [{set: {choice: "'none'"}}]
            """;

    private static final String LAST = """
              - end: restored
            """;

    private static final String FILLER = """
              - set: {count: vars.count + 1}
            """;

    private LongPlaybook() {}

    static SourceFile file() {
        StringBuilder text = new StringBuilder(HEAD);
        int last = (int) LAST.lines().count();
        int block = (int) BLOCK.lines().count();
        int lines = (int) HEAD.lines().count();
        for (int number = 1; lines + block + last <= LINES; number++) {
            text.append(BLOCK.replace("@", String.valueOf(number)));
            lines += block;
        }
        for (; lines + last < LINES; lines++) {
            text.append(FILLER);
        }
        byte[] bytes = text.append(LAST).toString().getBytes(StandardCharsets.UTF_8);
        return new SourceFile("long.playbook.yaml", "long.playbook.yaml", bytes);
    }
}
