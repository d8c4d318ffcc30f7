package breakwater.analysis;

import org.jgrapht.Graph;

import java.util.Arrays;
import java.util.BitSet;

/** Which vertices hang together when some edges are gone: a forest over their numbers, each root a piece. */
final class Pieces {

    private final int[] parents;

    private Pieces(int vertices) {
        parents = new int[vertices];
        Arrays.setAll(parents, vertex -> vertex);
    }

    /** The pieces of a graph whose vertices are numbered from 0. Near-linear in its size. */
    static Pieces of(Graph<Integer, Integer> graph, BitSet goneEdges) {
        Pieces pieces = new Pieces(graph.vertexSet().size());
        for (int edge : graph.edgeSet()) {
            if (!goneEdges.get(edge)) {
                int source = pieces.rootOf(graph.getEdgeSource(edge));
                pieces.parents[source] = pieces.rootOf(graph.getEdgeTarget(edge));
            }
        }
        return pieces;
    }

    boolean join(int a, int b) {
        return rootOf(a) == rootOf(b);
    }

    private int rootOf(int vertex) {
        int root = vertex;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }
}
