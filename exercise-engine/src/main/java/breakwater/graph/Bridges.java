package breakwater.graph;

import java.util.Arrays;

/**
 * What a graph cannot do without: the edges (bridges) and vertices (cut vertices) whose loss breaks a connected part in
 * two. Parallel edges are no bridges.
 *
 * <p>R. Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1 (1972) 146-160, DOI
 * 10.1137/0201010, with a stack of its own, so that a long chain does not exhaust the thread's. Immutable.
 */
public final class Bridges {

    private static final int NO_EDGE = -1;

    private final CsrGraph graph;
    private final boolean[] bridges;
    private final boolean[] cutVertices;

    // Only while the graph is searched: when a vertex was met, and the earliest vertex its subtree
    // reaches back to.
    private final int[] numbers;
    private final int[] lows;
    private int met;

    private Bridges(CsrGraph graph) {
        this.graph = graph;
        bridges = new boolean[graph.edgeCount()];
        cutVertices = new boolean[graph.vertexCount()];
        numbers = new int[graph.vertexCount()];
        lows = new int[graph.vertexCount()];
    }

    /** Finds the bridges and cut vertices of {@code graph}, in time linear in its size. */
    public static Bridges of(CsrGraph graph) {
        var bridges = new Bridges(graph);
        var stack = new int[graph.vertexCount()];
        var parentEdges = new int[graph.vertexCount()];
        int[] cursors = Arrays.copyOf(graph.offsets, graph.vertexCount());
        for (int root = 0; root < graph.vertexCount(); root++) {
            if (bridges.numbers[root] == 0) {
                bridges.searchFrom(root, stack, parentEdges, cursors);
            }
        }
        return bridges;
    }

    public boolean isBridge(int edge) {
        return bridges[edge];
    }

    public boolean isCutVertex(int vertex) {
        return cutVertices[vertex];
    }

    private void searchFrom(int root, int[] stack, int[] parentEdges, int[] cursors) {
        int depth = 0;
        int rootChildren = 0;
        stack[0] = root;
        parentEdges[root] = NO_EDGE;
        meet(root);
        while (depth >= 0) {
            int vertex = stack[depth];
            if (cursors[vertex] < graph.offsets[vertex + 1]) {
                int place = cursors[vertex]++;
                int edge = graph.arcs[place] >> 1;
                int head = graph.heads[place];
                if (numbers[head] == 0) {
                    meet(head);
                    parentEdges[head] = edge;
                    stack[++depth] = head;
                } else if (edge != parentEdges[vertex]) {
                    lows[vertex] = Math.min(lows[vertex], numbers[head]);
                }
            } else {
                depth--;
                if (depth >= 0) {
                    int parent = stack[depth];
                    finish(vertex, parent, parentEdges[vertex]);
                    rootChildren += parent == root ? 1 : 0;
                }
            }
        }
        // The root was marked by its first child already; with one child it is none.
        cutVertices[root] = rootChildren > 1;
    }

    private void meet(int vertex) {
        numbers[vertex] = ++met;
        lows[vertex] = met;
    }

    private void finish(int vertex, int parent, int parentEdge) {
        lows[parent] = Math.min(lows[parent], lows[vertex]);
        bridges[parentEdge] = lows[vertex] > numbers[parent];
        cutVertices[parent] |= lows[vertex] >= numbers[parent];
    }
}
