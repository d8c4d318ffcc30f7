package breakwater.scoring;

import breakwater.exercise.LogEntry;
import breakwater.network.DomainId;

/** Where in the log something stands: enough for anybody to look it up. */
public record EntryRef(DomainId origin, long sequence) {

    public static EntryRef to(LogEntry entry) {
        return new EntryRef(entry.origin(), entry.sequence());
    }

    /** {@code ES#412}. */
    @Override
    public String toString() {
        return origin + "#" + sequence;
    }
}
