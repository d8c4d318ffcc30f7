package breakwater.playbook.bench;

import breakwater.bench.Contestant;
import breakwater.document.SourceFile;
import breakwater.exercise.Dialogue;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.Intent;
import breakwater.exercise.LogEntry;
import breakwater.exercise.Responding;
import breakwater.exercise.StepState;
import breakwater.network.DomainId;
import breakwater.network.LinkId;
import breakwater.network.LinkState;
import breakwater.network.NodeId;
import breakwater.playbook.check.CheckedPlaybook;
import breakwater.playbook.check.PlaybookChecker;
import breakwater.playbook.check.Surroundings;
import breakwater.playbook.run.PlaybookResponder;
import breakwater.playbook.yaml.PlaybookReader;
import breakwater.problem.Problems;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/** One run of a playbook that loops, before an engine that does nothing but answer. */
final class SteppedPlaybook implements Contestant {

    private static final int PASSES = 20_000;
    private static final int PASSES_OF_PROOF = 100;
    private static final long LATENCY_MICROS = 5_000_000;
    private static final long SEED = 7;
    private static final DomainId XA = new DomainId("XA");
    private static final LinkId LINK = new LinkId("A~B");

    private static final String PLAYBOOK = """
            playbook: stepped
            version: 1.0.0
            title: Steps as fast as they come
            types: [mitigation]
            tlp: green
            owner: XA
            triggers: [{event: link.down}]
            inputs: {link: {type: link, from: event.link.id}}
            vars: {count: 0, up: false, choice: ''}
            roles: {noc: {kind: group, title: Shift}}
            defaults: {timeout: 10m}
            steps:
              - id: loop
                while: vars.count < %s
                every: 1m
                max: 100000
                steps:
                  - set: {count: vars.count + 1}
                  - id: probe
                    do: qkd.link.probe
                    with: {link: =inputs.link, samples: 3}
                    save: {up: result.up}
                  - if: vars.up && vars.count %% 2 == 0
                    then: [{set: {choice: "'even'"}}]
                    else: [{set: {choice: "'odd'"}}]
                  - id: sides
                    parallel:
                      ask:
                        - id: ask
                          decide: Shed bulk traffic on {{ inputs.link }}?
                          role: noc
                          options: {shed: Shed it, hold: Ride it out}
                          deadline: 10m
                          default: hold
                          save: {choice: result.option}
                      plan:
                        - {id: plan, do: qkd.reroute, on_failure: continue}
                  - id: limit
                    when: vars.choice == 'shed'
                    do: kms.consumption.limit
                    with: {link: =inputs.link, class: bulk}
                    undo: {do: kms.consumption.restore, with: {link: =inputs.link}}
                  - id: settle
                    wait: 1s
              - end: restored
            """;

    private final CheckedPlaybook checked = check(PASSES);
    private long steps;
    private long entries;
    private long checksum;

    /** What is said to the responder later. */
    private record Later(long atMicros, long number, ExerciseEvent event) {

        private static final Comparator<Later> ORDER =
                Comparator.comparingLong(Later::atMicros).thenComparingLong(Later::number);
    }

    private static CheckedPlaybook check(int passes) {
        byte[] bytes = PLAYBOOK.formatted(passes).getBytes(StandardCharsets.UTF_8);
        Problems problems = new Problems();
        return PlaybookReader.read(
                        new SourceFile("s.playbook.yaml", "s.playbook.yaml", bytes), problems)
                .flatMap(
                        playbook -> PlaybookChecker.check(playbook, Surroundings.UNKNOWN, problems))
                .orElseThrow(
                        () -> new IllegalStateException(problems.inFileOrder().toString()));
    }

    /** How many entries the log of the playbook has for each of its steps. */
    static double entriesPerStep() {
        SteppedPlaybook played = new SteppedPlaybook();
        played.play(check(PASSES_OF_PROOF));
        return (double) played.entries / played.steps;
    }

    @Override
    public String proof() {
        play(check(PASSES_OF_PROOF));
        return steps + " steps, " + entries + " entries, " + checksum;
    }

    @Override
    public int rounds() {
        return 20;
    }

    @Override
    public long round(int number) {
        long before = steps;
        play(checked);
        return steps - before;
    }

    /** Every pass has as many steps, and two stand around them: the loop itself and the end. */
    @Override
    public String complaint() {
        SteppedPlaybook few = new SteppedPlaybook();
        few.play(check(PASSES_OF_PROOF));
        long expected = (few.steps - 2) / PASSES_OF_PROOF * PASSES + 2;
        return steps % expected == 0
                ? ""
                : "%s steps are no multiple of %s".formatted(steps, expected);
    }

    private void play(CheckedPlaybook playbook) {
        var responder = new PlaybookResponder(
                XA, List.of(playbook), List.of(playbook), LATENCY_MICROS, SEED);
        PriorityQueue<Later> later = new PriorityQueue<>(Later.ORDER);
        Deque<LogEntry> now = new ArrayDeque<>();
        now.add(entry(0, new ExerciseEvent.OperatorDeclared("XA", 1)));
        for (String node : List.of("A", "B")) {
            now.add(entry(
                    0,
                    new ExerciseEvent.NodeDeclared(new NodeId(node), node, "trusted", 0, 0, 3600)));
        }
        now.add(entry(
                0,
                new ExerciseEvent.LinkDeclared(
                        LINK, new NodeId("A"), new NodeId("B"), 50, 2000, 1000, 1000, 100, 200)));
        now.add(entry(0, new ExerciseEvent.LinkChanged(LINK, LinkState.CUT, 0)));
        long number = 0;
        while (!now.isEmpty() || !later.isEmpty()) {
            Later due = now.isEmpty() ? later.remove() : null;
            LogEntry next = due == null ? now.remove() : entry(due.atMicros(), due.event());
            for (Intent.Addressed intent : responder.answer(List.of(next))) {
                ExerciseEvent answer = answerTo(intent);
                if (answer instanceof Responding noted) {
                    now.add(entry(intent.timeMicros(), answer));
                    count(noted);
                } else if (answer != null) {
                    later.add(new Later(timeOf(intent), number++, answer));
                }
            }
        }
    }

    private void count(Responding event) {
        entries++;
        if (event instanceof Responding.StepMoved moved) {
            steps += moved.state() == StepState.ENTERED ? 0 : 1;
            checksum = checksum * 31 + moved.step().length();
        }
    }

    private static LogEntry entry(long atMicros, ExerciseEvent event) {
        return new LogEntry(atMicros, XA, 0, "", event);
    }

    private static long timeOf(Intent.Addressed intent) {
        return intent.intent() instanceof Intent.SetAlarm alarm
                ? alarm.atMicros()
                : intent.timeMicros();
    }

    /** What the log says of an intent that is carried out at once; null when that is of no interest. */
    private static @Nullable ExerciseEvent answerTo(Intent.Addressed intent) {
        if (intent.intent() instanceof Intent.Note note) {
            return note.event();
        }
        if (intent.intent() instanceof Intent.SetAlarm alarm) {
            // Limits are not reached; what is rung for is the next pass and the end of a wait.
            boolean rings = !alarm.alarm().endsWith("!timeout");
            return rings ? new Dialogue.AlarmRang(alarm.alarm()) : null;
        }
        if (intent.intent() instanceof Intent.AskQuestion asked) {
            return new Dialogue.QuestionAnswered(
                    asked.question(), asked.options().get(asked.question().length() % 2), "noc");
        }
        return intent.command().isEmpty()
                ? null
                : new Dialogue.CommandAnswered(
                        intent.command(), true, "", List.of("up=true", "qber=0.01"));
    }
}
