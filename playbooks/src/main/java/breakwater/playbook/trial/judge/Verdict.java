package breakwater.playbook.trial.judge;

import breakwater.playbook.check.CheckedPlaybook;
import breakwater.playbook.trial.Trial;
import breakwater.playbook.trial.TrialFile;
import breakwater.playbook.trial.play.Played;
import breakwater.playbook.trial.play.Player;
import breakwater.problem.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What came of a trial.
 *
 * @param misses what was not as expected, each where the file expects it; nothing when the trial is passed
 * @param outcome of the first run, as a test file writes it
 * @param lastedMicros from the begin of the first run to its end; empty when it had not ended
 * @param course what the run did, line by line
 */
public record Verdict(
        Trial trial,
        Played played,
        List<Problem> misses,
        String outcome,
        OptionalLong lastedMicros,
        List<String> course) {

    public Verdict {
        misses = List.copyOf(misses);
        course = List.copyOf(course);
    }

    /** Whether all was as expected. */
    public boolean isPassed() {
        return misses.isEmpty();
    }

    /** Plays and judges all trials of a file, in its order, with these playbooks by id, the tested one among them. */
    public static List<Verdict> all(TrialFile file, Map<String, CheckedPlaybook> playbooks) {
        Player player = new Player(playbooks);
        List<Verdict> verdicts = new ArrayList<>();
        for (Trial trial : file.trials()) {
            Played played = player.play(file.playbook(), trial);
            Course course = Course.of(file.playbook(), played);
            CheckedPlaybook tested = playbooks.get(file.playbook());
            verdicts.add(new Verdict(
                    trial,
                    played,
                    tested == null
                            ? List.of()
                            : Judge.misses(tested.playbook(), trial, played, course),
                    course.outcome(),
                    course.lastedMicros(),
                    course.lines()));
        }
        return verdicts;
    }
}
