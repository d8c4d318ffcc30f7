package breakwater.playbook.trial.play;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is still to come. At one instant the world changes first, then answers come, then times are up: who answers on
 * the last instant is in time, as in a drill. Among equals the order is that in which they were set.
 */
final class Agenda {

    /** In their order at one instant. */
    enum Rank {
        WORLD,
        ANSWER,
        TIME_IS_UP
    }

    private final TreeMap<Place, Runnable> due = new TreeMap<>();
    private final Map<String, Place> named = new HashMap<>();
    private long order;

    private record Place(long atMicros, Rank rank, long order) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byTime = Long.compare(atMicros, other.atMicros);
            int byRank = byTime != 0 ? byTime : rank.compareTo(other.rank);
            return byRank != 0 ? byRank : Long.compare(order, other.order);
        }
    }

    void add(long atMicros, Rank rank, Runnable what) {
        due.put(new Place(atMicros, rank, order++), what);
    }

    /** As {@link #add}, in place of what was set under this name before. */
    void set(String name, long atMicros, Rank rank, Runnable what) {
        cancel(name);
        Place place = new Place(atMicros, rank, order++);
        due.put(place, what);
        named.put(name, place);
    }

    void cancel(String name) {
        Place place = named.remove(name);
        if (place != null) {
            due.remove(place);
        }
    }

    /** When the first is due; {@link Long#MAX_VALUE} for never. */
    long firstMicros() {
        return due.isEmpty() ? Long.MAX_VALUE : due.firstKey().atMicros();
    }

    /** Takes the first; null when nothing is to come. */
    @Nullable Runnable take() {
        Map.@Nullable Entry<Place, Runnable> first = due.pollFirstEntry();
        return first == null ? null : first.getValue();
    }
}
