package breakwater.graph;

import java.util.Arrays;

/**
 * Two paths without a common edge and of the least total weight: what a protected connection needs.
 *
 * <p>J. W. Suurballe, R. E. Tarjan, "A quick method for finding shortest pairs of disjoint paths", Networks 14 (1984)
 * 325-336, DOI 10.1002/net.3230140209. A second search runs on the weights reduced by the distances of the first, in
 * which the arcs of the first path are gone and their reverse arcs are free; arcs that both take in opposite directions
 * cancel out. Whole weights keep the reduced weights exact. Costs two searches of the whole graph.
 *
 * <p>A workspace for one thread; keeps to the bans of its {@link PathSearch}.
 */
public final class DisjointPair {

    private static final int NO_ARC = -1;

    private final PathSearch search;
    private final CsrGraph graph;

    // The second search; an entry counts only if it bears the number of the query.
    private final long[] distances;
    private final int[] parentArcs;
    private final int[] reachedIn;
    private int query;

    /** For each arc, the last query in which one of the paths uses it. */
    private final int[] usedIn;

    /** Finds pairs with {@code search}, which may be used for other queries in between. */
    public DisjointPair(PathSearch search) {
        this.search = search;
        graph = search.graph();
        distances = new long[graph.vertexCount()];
        parentArcs = new int[graph.vertexCount()];
        reachedIn = new int[graph.vertexCount()];
        usedIn = new int[2 * graph.edgeCount()];
    }

    /**
     * The two paths, the lighter first; empty if there are no two without a common edge, or if they would start where
     * they end. They may share vertices.
     */
    public int[][] find(int from, int to) {
        beginQuery();
        search.growTree(from);
        if (from == to || search.distanceTo(to) == PathSearch.UNREACHABLE) {
            return new int[0][];
        }
        for (int v = to; v != from; v = graph.tailOf(search.parentArc(v))) {
            usedIn[search.parentArc(v)] = query;
        }
        if (!searchReduced(from, to)) {
            return new int[0][];
        }
        for (int v = to; v != from; v = graph.tailOf(parentArcs[v])) {
            int arc = parentArcs[v];
            boolean cancels = usedIn[arc ^ 1] == query;
            usedIn[cancels ? arc ^ 1 : arc] = cancels ? 0 : query;
        }
        int[][] pair = {takePath(from, to), takePath(from, to)};
        if (graph.weightOf(pair[0]) > graph.weightOf(pair[1])) {
            int[] heavier = pair[0];
            pair[0] = pair[1];
            pair[1] = heavier;
        }
        return pair;
    }

    private void beginQuery() {
        if (++query == Integer.MAX_VALUE) {
            Arrays.fill(reachedIn, 0);
            Arrays.fill(usedIn, 0);
            query = 1;
        }
    }

    /** The second search; true if it reached the target. */
    private boolean searchReduced(int from, int to) {
        SearchHeap heap = search.heap;
        heap.clear();
        reach(from, 0, NO_ARC);
        heap.push(from);
        while (!heap.isEmpty()) {
            long key = heap.pop();
            int vertex = (int) key & PathSearch.VERTEX_MASK;
            if (key >>> PathSearch.VERTEX_BITS > distances[vertex]) {
                continue;
            }
            if (vertex == to) {
                return true;
            }
            relax(vertex, heap);
        }
        return false;
    }

    private void relax(int vertex, SearchHeap heap) {
        long distance = distances[vertex];
        long potential = search.distanceTo(vertex);
        for (int i = graph.offsets[vertex]; i < graph.offsets[vertex + 1]; i++) {
            int arc = graph.arcs[i];
            int head = graph.heads[i];
            if (usedIn[arc] == query || search.isBanned(arc >> 1, head)) {
                continue;
            }
            boolean free = usedIn[arc ^ 1] == query;
            long reduced = free ? 0 : graph.weights[arc >> 1] + potential - search.distanceTo(head);
            long candidate = distance + reduced;
            if (reachedIn[head] != query || candidate < distances[head]) {
                reach(head, candidate, arc);
                heap.push(candidate << PathSearch.VERTEX_BITS | head);
            }
        }
    }

    private void reach(int vertex, long distance, int arc) {
        reachedIn[vertex] = query;
        distances[vertex] = distance;
        parentArcs[vertex] = arc;
    }

    /** Follows used arcs to the target and takes them out. */
    private int[] takePath(int from, int to) {
        int[] edges = new int[16];
        int length = 0;
        int vertex = from;
        while (vertex != to) {
            int arc = usedArcFrom(vertex);
            usedIn[arc] = 0;
            if (length == edges.length) {
                edges = Arrays.copyOf(edges, 2 * length);
            }
            edges[length++] = arc >> 1;
            vertex = graph.headOf(arc);
        }
        return Arrays.copyOf(edges, length);
    }

    private int usedArcFrom(int vertex) {
        for (int i = graph.offsets[vertex]; i < graph.offsets[vertex + 1]; i++) {
            if (usedIn[graph.arcs[i]] == query) {
                return graph.arcs[i];
            }
        }
        throw new IllegalStateException("No used arc leaves vertex (%d).".formatted(vertex));
    }
}
