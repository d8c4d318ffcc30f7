package breakwater.graph;

import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.jgrapht.graph.WeightedMultigraph;

import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** The same graphs for JGraphT, against which the algorithms of this package are checked. */
final class GraphOracle {

    private GraphOracle() {}

    static LongStream seeds() {
        Long replay = Long.getLong("seed");
        return replay == null ? LongStream.range(0, 200) : LongStream.of(replay);
    }

    /** A network of 2 to 60 vertices, in every third seed with some parallel edges. */
    static CsrGraph network(long seed) {
        var random = new SplittableRandom(seed);
        CsrGraph plain = RandomGeometricGraph.of(random.nextInt(2, 61), seed).graph();
        if (seed % 3 != 0) {
            return plain;
        }
        CsrGraph.Builder builder = CsrGraph.builder(plain.vertexCount());
        for (int e = 0; e < plain.edgeCount(); e++) {
            builder.edge(plain.firstVertex(e), plain.secondVertex(e), plain.weight(e));
            if (random.nextInt(5) == 0) {
                int weight = Math.max(1, plain.weight(e) + random.nextInt(-20, 20));
                builder.edge(plain.secondVertex(e), plain.firstVertex(e), weight);
            }
        }
        return builder.build();
    }

    static Graph<Integer, DefaultWeightedEdge> undirected(CsrGraph graph) {
        var copy = new WeightedMultigraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        for (int v = 0; v < graph.vertexCount(); v++) {
            copy.addVertex(v);
        }
        for (int e = 0; e < graph.edgeCount(); e++) {
            add(copy, graph.firstVertex(e), graph.secondVertex(e), graph.weight(e));
        }
        return copy;
    }

    /**
     * Both arcs of each edge, for the algorithms of JGraphT that need direction. Each arc leads through a vertex of its
     * own, because these algorithms refuse parallel edges too.
     */
    static Graph<Integer, DefaultWeightedEdge> bothArcs(CsrGraph graph) {
        var copy = new SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge>(
                DefaultWeightedEdge.class);
        int vertices = graph.vertexCount();
        for (int v = 0; v < vertices + 2 * graph.edgeCount(); v++) {
            copy.addVertex(v);
        }
        for (int arc = 0; arc < 2 * graph.edgeCount(); arc++) {
            add(copy, graph.tailOf(arc), vertices + arc, graph.weight(arc >> 1));
            add(copy, vertices + arc, graph.headOf(arc), 0);
        }
        return copy;
    }

    private static void add(
            Graph<Integer, DefaultWeightedEdge> copy, int from, int to, double weight) {
        DefaultWeightedEdge edge = copy.addEdge(from, to);
        copy.setEdgeWeight(edge, weight);
    }

    /** True if {@code edges} leads from one vertex to the other without meeting a vertex twice. */
    static boolean isSimplePath(CsrGraph graph, int[] edges, int from, int to) {
        boolean[] met = new boolean[graph.vertexCount()];
        int at = from;
        met[at] = true;
        for (int edge : edges) {
            if (graph.firstVertex(edge) != at && graph.secondVertex(edge) != at) {
                return false;
            }
            at = graph.opposite(edge, at);
            if (met[at]) {
                return false;
            }
            met[at] = true;
        }
        return at == to;
    }
}
