package breakwater.playbook.trial.play;

import breakwater.exercise.LogEntry;

import java.util.List;

/**
 * What came of a trial.
 *
 * @param log all that was recorded, in order
 * @param runs whose steps the log is about
 * @param ordered the activities that had something done, in the order of their first command
 * @param endless whether it was given up because it would not end
 */
public record Played(List<LogEntry> log, RunsSeen runs, List<String> ordered, boolean endless) {

    public Played {
        log = List.copyOf(log);
        ordered = List.copyOf(ordered);
    }
}
