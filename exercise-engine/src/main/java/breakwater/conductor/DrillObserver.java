package breakwater.conductor;

import breakwater.exercise.LogEntry;

import java.util.List;

/** Is told what happened, window by window, in the one order of the log. */
@FunctionalInterface
public interface DrillObserver {

    /**
     * A window is over.
     *
     * @param entries what happened in it; together over all calls, the log
     * @param untilMicros its end
     */
    void windowPlayed(List<LogEntry> entries, long untilMicros);
}
