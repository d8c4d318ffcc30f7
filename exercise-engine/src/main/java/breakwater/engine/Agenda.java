package breakwater.engine;

import breakwater.exercise.LogEntry;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Named times that share one timer, set to the first; what is due at one instant comes in the order in which it was
 * set, each in a turn of its own.
 */
final class Agenda {

    private final Moment moment;
    private final Timers timers;
    private final Timers.Kind kind;

    private final TreeMap<Due, String> due = new TreeMap<>();
    private final Map<String, Due> dueOf = new HashMap<>();
    private long order;

    /** A place in the queue; {@code cause} is the inject it goes back to. */
    private record Due(long timeMicros, long order, String cause) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = Long.compare(timeMicros, other.timeMicros);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    Agenda(Moment moment, Timers timers, Timers.Kind kind) {
        this.moment = moment;
        this.timers = timers;
        this.kind = kind;
    }

    /** Sets a time, in place of what it was before. */
    void set(String name, long atMicros) {
        cancel(name);
        Due at = new Due(atMicros, order++, moment.cause);
        due.put(at, name);
        dueOf.put(name, at);
        setTimer();
    }

    void cancel(String name) {
        Due at = dueOf.remove(name);
        if (at != null) {
            due.remove(at);
            setTimer();
        }
    }

    /** Takes the first, which is due now; the present cause is that of who set it. */
    String take() {
        Map.@Nullable Entry<Due, String> first = due.pollFirstEntry();
        if (first == null) {
            throw new IllegalStateException(
                    "A timer (%s) was due, but nothing waits.".formatted(kind));
        }
        dueOf.remove(first.getValue());
        moment.cause = LogEntry.NO_CAUSE;
        setTimer();
        moment.cause = first.getKey().cause();
        return first.getValue();
    }

    private void setTimer() {
        if (due.isEmpty()) {
            timers.cancel(kind, 0);
        } else {
            timers.set(kind, 0, due.firstKey().timeMicros());
        }
    }
}
