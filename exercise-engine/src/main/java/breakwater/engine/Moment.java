package breakwater.engine;

import breakwater.exercise.Envelope;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.LogEntry;
import breakwater.network.DomainId;

import java.util.ArrayList;
import java.util.List;

/**
 * The instant a domain is at: its time, the inject everything now happening goes back to, and what was recorded and
 * sent since the last window.
 */
final class Moment {

    long now;
    String cause = LogEntry.NO_CAUSE;

    private final DomainId origin;
    private final long signallingLatencyMicros;
    private ArrayList<LogEntry> recorded = new ArrayList<>();
    private List<Envelope> sent = new ArrayList<>();
    private long sequence;
    private long envelopes;

    Moment(DomainId origin, long signallingLatencyMicros) {
        this.origin = origin;
        this.signallingLatencyMicros = signallingLatencyMicros;
    }

    void record(ExerciseEvent event) {
        recorded.add(new LogEntry(now, origin, sequence++, cause, event));
    }

    /** About so many entries follow: growing a list of a thousand by halves would copy it many times. */
    void expect(int entries) {
        recorded.ensureCapacity(recorded.size() + entries);
    }

    int recordedCount() {
        return recorded.size();
    }

    /** Takes back what was recorded since there were {@code count} entries, and records this in its place. */
    void replace(int count, ExerciseEvent event) {
        sequence -= recorded.size() - count;
        recorded.subList(count, recorded.size()).clear();
        record(event);
    }

    void send(DomainId to, Envelope.Content content) {
        sent.add(new Envelope(
                now, now + signallingLatencyMicros, origin, to, envelopes++, cause, content));
    }

    List<LogEntry> takeRecorded() {
        List<LogEntry> taken = recorded;
        recorded = new ArrayList<>();
        return taken;
    }

    List<Envelope> takeSent() {
        List<Envelope> taken = sent;
        sent = new ArrayList<>();
        return taken;
    }
}
