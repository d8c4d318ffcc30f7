package breakwater.log;

import breakwater.exercise.ExerciseEvent.DrillClosed;
import breakwater.exercise.ExerciseEvent.DrillOpened;
import breakwater.exercise.LogEntry;
import breakwater.exercise.SimTime;
import breakwater.log.LogReader.Finding;
import breakwater.network.DomainId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether entries come in the one order, without gaps, opened first and closed. */
final class LogOrder {

    private final Map<DomainId, Long> nextSequence = new HashMap<>();
    private @Nullable LogEntry last;
    private boolean anythingRead;
    private boolean lost;
    private boolean closed;
    private boolean gapFound;
    private long horizonMicros = SimTime.NEVER - 1;
    private long entriesRead;

    List<Finding> check(LogEntry entry) {
        List<Finding> found = new ArrayList<>();
        checkFirst(entry, found);
        checkEnd(entry, found);
        if (last != null && LogEntry.ORDER.compare(last, entry) >= 0) {
            found.add(
                    Finding.of(
                            "order",
                            "Expected an entry after (t %s, %s, seq %s), but found (t %s, %s, seq %s)."
                                    .formatted(
                                            last.timeMicros(),
                                            last.origin(),
                                            last.sequence(),
                                            entry.timeMicros(),
                                            entry.origin(),
                                            entry.sequence()),
                            "Maybe lines were moved or copied: a log is ordered by t, domain (control first) and seq."));
        }
        checkSequence(entry, found);
        closed |= entry.event() instanceof DrillClosed;
        last = entry;
        return found;
    }

    /** After a line that could not be read the next gap of each origin is that line's fault. */
    void lineLost() {
        lost = true;
        anythingRead = true;
    }

    Optional<String> findUnfinished() {
        return closed
                ? Optional.empty()
                : Optional.of("Expected the log to hold 'drill-closed', but it has none.");
    }

    private void checkFirst(LogEntry entry, List<Finding> found) {
        if (!anythingRead && !(entry.event() instanceof DrillOpened)) {
            found.add(Finding.of("first-line", "Expected 'drill-opened' in the first line.", null));
        } else if (anythingRead && entry.event() instanceof DrillOpened) {
            found.add(Finding.of(
                    "first-line", "Expected 'drill-opened' in the first line only.", null));
        }
        anythingRead = true;
        if (entry.event() instanceof DrillOpened opened) {
            horizonMicros = Math.min(opened.horizonMicros(), SimTime.NEVER - 1);
            if (opened.schemaVersion() != LogFormat.SCHEMA_VERSION) {
                found.add(Finding.of(
                        "schema-version",
                        "Expected schema version %s, but found %s."
                                .formatted(LogFormat.SCHEMA_VERSION, opened.schemaVersion()),
                        "Maybe the log was written by another version of Breakwater."));
            }
        }
    }

    /** 'drill-closed' is the last line, comes a microsecond after EndEx, and knows how many lines there are. */
    private void checkEnd(LogEntry entry, List<Finding> found) {
        entriesRead++;
        if (closed) {
            found.add(Finding.of(
                    "after-end", "Expected no line after 'drill-closed', but found one.", null));
        } else if (entry.event() instanceof DrillClosed end) {
            if (entry.timeMicros() != horizonMicros + 1) {
                found.add(Finding.of(
                        "after-end",
                        "Expected 'drill-closed' at t %s, a microsecond after the horizon, but found it at t %s."
                                .formatted(horizonMicros + 1, entry.timeMicros()),
                        null));
            }
            if (end.events() != entriesRead && !lost && !gapFound) {
                found.add(Finding.of(
                        "event-count",
                        "Expected as many lines as 'drill-closed' counts, %s, but found %s."
                                .formatted(end.events(), entriesRead),
                        "Maybe lines were taken out or put in."));
            }
        } else if (entry.timeMicros() > horizonMicros) {
            found.add(Finding.of(
                    "after-end",
                    "Expected a 't' of at most the horizon, %s, but found %s."
                            .formatted(horizonMicros, entry.timeMicros()),
                    null));
        }
    }

    private void checkSequence(LogEntry entry, List<Finding> found) {
        long expected = nextSequence.getOrDefault(entry.origin(), 0L);
        boolean ahead = entry.sequence() > expected;
        if (entry.sequence() != expected && !(ahead && lost)) {
            gapFound = true;
            found.add(Finding.of(
                    "sequence",
                    "Expected seq %s of %s, but found %s."
                            .formatted(expected, entry.origin(), entry.sequence()),
                    ahead ? "Maybe lines are missing." : "Maybe a line is there twice."));
        }
        nextSequence.put(entry.origin(), entry.sequence() + 1);
    }
}
