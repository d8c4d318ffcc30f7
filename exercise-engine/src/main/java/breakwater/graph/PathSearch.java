package breakwater.graph;

import java.util.Arrays;

/**
 * Shortest paths by Dijkstra's algorithm, with edges and vertices that may be banned.
 *
 * <p>A workspace for one thread: queries clear nothing (an entry counts only if it bears the number of the current
 * query) and allocate nothing but the path they return. Among paths of equal weight the choice is fixed by the
 * numbering of vertices and edges. A query takes O(E log E); it ends as soon as the target is settled.
 */
public final class PathSearch {

    /** The distance of a vertex that no path leads to. */
    public static final long UNREACHABLE = Long.MAX_VALUE;

    static final int VERTEX_BITS = 20;
    static final int VERTEX_MASK = CsrGraph.MAX_VERTICES - 1;
    private static final int NO_ARC = -1;
    private static final int NO_VERTEX = -1;

    private final CsrGraph graph;
    final SearchHeap heap = new SearchHeap();
    private final long[] distances;
    private final int[] parentArcs;
    private final int[] reachedIn;
    private int query;
    private final int[] edgeBannedIn;
    private final int[] vertexBannedIn;
    private int banRound = 1;

    /** A workspace on {@code graph} without bans. */
    public PathSearch(CsrGraph graph) {
        this.graph = graph;
        int vertices = graph.vertexCount();
        distances = new long[vertices];
        parentArcs = new int[vertices];
        reachedIn = new int[vertices];
        vertexBannedIn = new int[vertices];
        edgeBannedIn = new int[graph.edgeCount()];
    }

    /** The graph that is searched. */
    public CsrGraph graph() {
        return graph;
    }

    /** Keeps all later queries off {@code edge}. */
    public void banEdge(int edge) {
        edgeBannedIn[edge] = banRound;
    }

    /** Keeps all later queries from entering {@code vertex}; a query may still start there. */
    public void banVertex(int vertex) {
        vertexBannedIn[vertex] = banRound;
    }

    /** Lifts all bans, in constant time. */
    public void liftBans() {
        if (++banRound == Integer.MAX_VALUE) {
            Arrays.fill(edgeBannedIn, 0);
            Arrays.fill(vertexBannedIn, 0);
            banRound = 1;
        }
    }

    /** The edges of a shortest path; empty if there is none, or if it starts where it ends. */
    public int[] shortestPath(int from, int to) {
        search(from, to, graph.weights);
        return pathTo(to);
    }

    /** The weight of a shortest path, or {@link #UNREACHABLE}. */
    public long distance(int from, int to) {
        search(from, to, graph.weights);
        return distanceTo(to);
    }

    /** Finds the shortest paths from one vertex to all others, for {@link #distanceTo} and {@link #pathTo}. */
    public void growTree(int from) {
        search(from, NO_VERTEX, graph.weights);
    }

    /**
     * The distance found by the last query, or {@link #UNREACHABLE}. Final only for the target of the query, and for
     * all vertices after {@link #growTree}.
     */
    public long distanceTo(int vertex) {
        return reachedIn[vertex] == query ? distances[vertex] : UNREACHABLE;
    }

    /** The edges of the path found by the last query; empty if it did not reach the vertex or started there. */
    public int[] pathTo(int vertex) {
        if (reachedIn[vertex] != query) {
            return new int[0];
        }
        int length = 0;
        for (int v = vertex; parentArcs[v] != NO_ARC; v = graph.tailOf(parentArcs[v])) {
            length++;
        }
        int[] edges = new int[length];
        for (int v = vertex; parentArcs[v] != NO_ARC; v = graph.tailOf(parentArcs[v])) {
            edges[--length] = parentArcs[v] >> 1;
        }
        return edges;
    }

    /** The arc by which the last query reached {@code vertex}; -1 at its start. */
    int parentArc(int vertex) {
        return parentArcs[vertex];
    }

    boolean isBanned(int edge, int head) {
        return edgeBannedIn[edge] == banRound || vertexBannedIn[head] == banRound;
    }

    /** Dijkstra with these weights per edge, until {@code to} is settled. */
    void search(int from, int to, int[] weights) {
        begin(from, 0);
        while (!heap.isEmpty()) {
            long key = heap.pop();
            int vertex = (int) key & VERTEX_MASK;
            long distance = key >>> VERTEX_BITS;
            if (distance > distances[vertex]) {
                continue; // pushed again with a shorter distance since
            }
            if (vertex == to) {
                return;
            }
            for (int i = graph.offsets[vertex]; i < graph.offsets[vertex + 1]; i++) {
                int arc = graph.arcs[i];
                int head = graph.heads[i];
                long candidate = distance + weights[arc >> 1];
                if (improves(head, candidate) && !isBanned(arc >> 1, head)) {
                    reach(head, candidate, arc);
                    heap.push(candidate << VERTEX_BITS | head);
                }
            }
        }
    }

    /**
     * A* with a lower bound of the remaining distance per vertex, which must be consistent. A vertex with the bound
     * {@link #UNREACHABLE} is never entered.
     */
    void searchTowards(int to, int from, long[] bounds) {
        begin(from, bounds[from]);
        while (!heap.isEmpty()) {
            long key = heap.pop();
            int vertex = (int) key & VERTEX_MASK;
            long distance = distances[vertex];
            if (key >>> VERTEX_BITS > distance + bounds[vertex]) {
                continue;
            }
            if (vertex == to) {
                return;
            }
            for (int i = graph.offsets[vertex]; i < graph.offsets[vertex + 1]; i++) {
                int arc = graph.arcs[i];
                int head = graph.heads[i];
                long candidate = distance + graph.weights[arc >> 1];
                if (improves(head, candidate)
                        && !isBanned(arc >> 1, head)
                        && bounds[head] != UNREACHABLE) {
                    reach(head, candidate, arc);
                    heap.push((candidate + bounds[head]) << VERTEX_BITS | head);
                }
            }
        }
    }

    private void begin(int from, long bound) {
        if (++query == Integer.MAX_VALUE) {
            Arrays.fill(reachedIn, 0);
            query = 1;
        }
        heap.clear();
        reach(from, 0, NO_ARC);
        heap.push(bound << VERTEX_BITS | from);
    }

    private boolean improves(int vertex, long distance) {
        return reachedIn[vertex] != query || distance < distances[vertex];
    }

    private void reach(int vertex, long distance, int arc) {
        reachedIn[vertex] = query;
        distances[vertex] = distance;
        parentArcs[vertex] = arc;
    }
}
