package breakwater.playbook.trial.play;

import breakwater.network.DomainId;
import breakwater.playbook.check.CheckedPlaybook;
import breakwater.playbook.run.PlaybookResponder;
import breakwater.playbook.trial.Given;
import breakwater.playbook.trial.Reply;
import breakwater.playbook.trial.Trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Plays trials with the runtime that drills use. Pure: the same trial is played the same. */
public final class Player {

    /** Answers come at once, so that the times of a trial are those that its file names. */
    private static final long LATENCY_MICROS = 0;

    /** Nothing in a trial is left to chance. */
    private static final long SEED = 1;

    private final Map<String, CheckedPlaybook> playbooks;

    /** With these playbooks, by id: those that are tested, and those that they call. */
    public Player(Map<String, CheckedPlaybook> playbooks) {
        this.playbooks = new TreeMap<>(playbooks);
    }

    /** Plays a trial of the playbook {@code tested}, which must be one of those known. */
    public Played play(String tested, Trial trial) {
        List<CheckedPlaybook> all = new ArrayList<>();
        for (CheckedPlaybook one : playbooks.values()) {
            Reply.ToCall reply = trial.calls().get(one.playbook().id());
            all.add(reply == null ? one : Playbooks.standIn(one.playbook(), reply));
        }
        CheckedPlaybook first = Optional.ofNullable(playbooks.get(tested))
                .orElseThrow(() -> new IllegalArgumentException(
                        "The playbook (%s) is not known.".formatted(tested)));
        Optional<Given.Inputs> inputs = trial.given().inputs();
        if (inputs.isPresent()) {
            first = StartedByHand.of(first.playbook(), inputs.get());
            all.add(first);
        }
        RunsSeen runs = new RunsSeen(all.stream().map(CheckedPlaybook::playbook).toList());
        Bench bench = new Bench(trial, runs);
        var log = bench.play(new PlaybookResponder(
                new DomainId(trial.given().operator()), List.of(first), all, LATENCY_MICROS, SEED));
        return new Played(log, runs, bench.ordered(), bench.isEndless());
    }
}
