package breakwater.exercise;

import breakwater.network.DomainId;

import java.util.Comparator;

/**
 * An event with its place in the log.
 *
 * @param timeMicros when, since StartEx
 * @param origin who recorded it: a domain, or {@link #CONTROL}
 * @param sequence counts up from 0 per origin, without gaps
 * @param cause the inject this event goes back to, or {@link #NO_CAUSE}
 */
public record LogEntry(
        long timeMicros, DomainId origin, long sequence, String cause, ExerciseEvent event) {

    /** Exercise control (EXCON), which releases injects. No domain may have this name. */
    public static final DomainId CONTROL = new DomainId("control");

    /** Nothing went wrong to bring this about. */
    public static final String NO_CAUSE = "";

    /** The one order of a log: time, then origin by name with control first, then sequence. */
    public static final Comparator<LogEntry> ORDER = Comparator.comparingLong(LogEntry::timeMicros)
            .thenComparing(LogEntry::origin, LogEntry::compareOrigins)
            .thenComparingLong(LogEntry::sequence);

    private static int compareOrigins(DomainId left, DomainId right) {
        boolean leftControl = left.equals(CONTROL);
        boolean rightControl = right.equals(CONTROL);
        if (leftControl || rightControl) {
            return Boolean.compare(rightControl, leftControl);
        }
        return left.compareTo(right);
    }
}
