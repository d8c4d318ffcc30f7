package breakwater.playbook.trial.play;

import breakwater.document.SourceFile;
import breakwater.exercise.Countermeasure;
import breakwater.exercise.ExerciseEvent;
import breakwater.network.DomainId;
import breakwater.playbook.Playbook;
import breakwater.playbook.Step;
import breakwater.playbook.Value;
import breakwater.playbook.Verb;
import breakwater.playbook.check.CheckedPlaybook;
import breakwater.playbook.check.PlaybookChecker;
import breakwater.playbook.check.Surroundings;
import breakwater.playbook.trial.Given;
import breakwater.playbook.yaml.PlaybookReader;
import breakwater.problem.Problems;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A playbook that people start is, on the bench, one that another calls: one of a single step, at a word of ours. */
final class StartedByHand {

    private static final String WORD = "start by hand";

    private static final String TEXT = """
            playbook: by-hand
            version: 1.0.0
            title: Started by hand
            types: [investigation]
            tlp: clear
            owner: any
            triggers: [{event: notice.received, when: event.notice == '%s'}]
            steps: [{wait: 1s}]
            """.formatted(WORD);

    private StartedByHand() {}

    /** What starts it. */
    static ExerciseEvent word(DomainId domain) {
        return new Countermeasure.NoticeReceived(WORD, domain, "");
    }

    /** One that starts {@code playbook} with these inputs when the word comes. */
    static CheckedPlaybook of(Playbook playbook, Given.Inputs inputs) {
        Problems none = new Problems();
        SourceFile file =
                new SourceFile("by-hand", "by-hand", TEXT.getBytes(StandardCharsets.UTF_8));
        CheckedPlaybook frame = PlaybookReader.read(file, none)
                .flatMap(read -> PlaybookChecker.check(read, Surroundings.UNKNOWN, none))
                .orElseThrow(() -> new IllegalStateException(
                        "The frame is wrong: (%s).".formatted(none.inFileOrder())));
        Map<String, Value> with = new TreeMap<>();
        inputs.values()
                .forEach((name, value) -> with.put(name, new Value.Literal(value, inputs.at())));
        Step call = new Step(
                "start",
                "start",
                "",
                new Verb.Call(playbook.id(), playbook.version(), with, inputs.at()),
                Step.Modifiers.NONE,
                inputs.at());
        return new CheckedPlaybook(
                Playbooks.withSteps(frame.playbook(), List.of(call)),
                frame.hash(),
                frame.programs());
    }
}
