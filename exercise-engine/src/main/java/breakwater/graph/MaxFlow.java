package breakwater.graph;

import java.util.Arrays;

/**
 * The most that can flow between two vertices, and the cut that limits it.
 *
 * <p>E. A. Dinic's algorithm (1970): levels by breadth-first search, then a blocking flow along arcs that lead one
 * level up, until the target is out of reach. At worst O(V² E), in networks like ours far below that.
 *
 * <p>A workspace for one thread; a query allocates nothing.
 */
public final class MaxFlow {

    private static final int UNSEEN = -1;

    private final CsrGraph graph;

    /** What each arc can carry still. */
    private final long[] residuals;

    private final int[] levels;
    private final int[] cursors;
    private final int[] queue;
    private final int[] path;
    private long[] capacities;

    public MaxFlow(CsrGraph graph) {
        this.graph = graph;
        residuals = new long[2 * graph.edgeCount()];
        levels = new int[graph.vertexCount()];
        cursors = new int[graph.vertexCount()];
        queue = new int[graph.vertexCount()];
        path = new int[graph.vertexCount()];
        capacities = new long[graph.edgeCount()];
    }

    /**
     * The value of the largest flow.
     *
     * @param capacity per edge, at least 0, usable in either direction; what all edges of a vertex can carry together
     *     must fit a long
     * @throws IllegalArgumentException if both vertices are the same, or a capacity is missing or negative
     */
    public long solve(long[] capacity, int from, int to) {
        if (from == to || capacity.length != graph.edgeCount()) {
            throw new IllegalArgumentException(
                    "Expected two different vertices and (%d) capacities, found (%d), (%d) and (%d)."
                            .formatted(graph.edgeCount(), from, to, capacity.length));
        }
        for (int edge = 0; edge < capacity.length; edge++) {
            if (capacity[edge] < 0) {
                throw new IllegalArgumentException(
                        "The capacity (%d) of edge (%d) must not be negative."
                                .formatted(capacity[edge], edge));
            }
            capacities[edge] = capacity[edge];
            residuals[2 * edge] = capacity[edge];
            residuals[2 * edge + 1] = capacity[edge];
        }
        long total = 0;
        while (findLevels(from, to)) {
            total += blockingFlow(from, to);
        }
        return total;
    }

    /** The flow over {@code edge} in the last solution: positive from its first to its second vertex. */
    public long flowOn(int edge) {
        return capacities[edge] - residuals[2 * edge];
    }

    /**
     * Whether {@code vertex} lies on the source's side of the smallest cut found by the last query: the edges that
     * leave this side are full, and together they are the limit.
     */
    public boolean isOnSourceSide(int vertex) {
        return levels[vertex] != UNSEEN;
    }

    private boolean findLevels(int from, int to) {
        Arrays.fill(levels, UNSEEN);
        levels[from] = 0;
        queue[0] = from;
        int queued = 1;
        for (int next = 0; next < queued; next++) {
            int vertex = queue[next];
            for (int i = graph.offsets[vertex]; i < graph.offsets[vertex + 1]; i++) {
                int head = graph.heads[i];
                if (levels[head] == UNSEEN && residuals[graph.arcs[i]] > 0) {
                    levels[head] = levels[vertex] + 1;
                    if (head == to) {
                        return true;
                    }
                    queue[queued++] = head;
                }
            }
        }
        return false;
    }

    /** Augments along level-rising arcs until none leads to the target; each arc is given up at most once. */
    private long blockingFlow(int from, int to) {
        System.arraycopy(graph.offsets, 0, cursors, 0, cursors.length);
        long total = 0;
        int depth = 0;
        int vertex = from;
        while (true) {
            if (vertex == to) {
                long pushed = push(depth);
                total += pushed;
                depth = firstFullArc(depth);
                vertex = graph.tailOf(path[depth]);
            } else if (cursors[vertex] == graph.offsets[vertex + 1]) {
                if (depth == 0) {
                    return total;
                }
                depth--;
                vertex = graph.tailOf(path[depth]);
                cursors[vertex]++;
            } else {
                int arc = graph.arcs[cursors[vertex]];
                int head = graph.heads[cursors[vertex]];
                if (residuals[arc] > 0 && levels[head] == levels[vertex] + 1) {
                    path[depth++] = arc;
                    vertex = head;
                } else {
                    cursors[vertex]++;
                }
            }
        }
    }

    private long push(int depth) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < depth; i++) {
            least = Math.min(least, residuals[path[i]]);
        }
        for (int i = 0; i < depth; i++) {
            residuals[path[i]] -= least;
            residuals[path[i] ^ 1] += least;
        }
        return least;
    }

    private int firstFullArc(int depth) {
        int place = 0;
        while (place < depth - 1 && residuals[path[place]] > 0) {
            place++;
        }
        return place;
    }
}
