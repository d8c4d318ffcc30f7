package breakwater.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Integral over time of the largest value among overlapping pieces: the users of services that share a home node are
 * taken for the same people, so that overlaps count once.
 */
final class UnionOfUsers {

    private final List<Edge> edges = new ArrayList<>();

    private record Edge(long time, long value, int step) {}

    void add(long from, long until, long value) {
        if (until > from && value > 0) {
            edges.add(new Edge(from, value, 1));
            edges.add(new Edge(until, value, -1));
        }
    }

    /** Largest value x time, added to {@code sum}. O(n log n). */
    void addIntegralTo(ExactSum sum) {
        edges.sort(Comparator.comparingLong(Edge::time));
        TreeMap<Long, Integer> active = new TreeMap<>();
        long since = 0;
        for (Edge edge : edges) {
            if (edge.time() > since && !active.isEmpty()) {
                sum.addProduct(active.lastKey(), edge.time() - since);
            }
            since = edge.time();
            active.merge(
                    edge.value(),
                    edge.step(),
                    (count, step) -> count + step == 0 ? null : count + step);
        }
    }
}
