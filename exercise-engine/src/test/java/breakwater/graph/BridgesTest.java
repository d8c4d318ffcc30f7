package breakwater.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

class BridgesTest {

    static LongStream seeds() {
        return GraphOracle.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void areThoseOfJGraphT(long seed) {
        CsrGraph graph = thinned(seed);
        var copy = GraphOracle.undirected(graph);
        var oracle = new BiconnectivityInspector<>(copy);
        Set<Set<Integer>> expectedBridges = new HashSet<>();
        oracle.getBridges()
                .forEach(e ->
                        expectedBridges.add(Set.of(copy.getEdgeSource(e), copy.getEdgeTarget(e))));

        Bridges bridges = Bridges.of(graph);

        Set<Set<Integer>> found = new HashSet<>();
        IntStream.range(0, graph.edgeCount())
                .filter(bridges::isBridge)
                .forEach(e -> found.add(Set.of(graph.firstVertex(e), graph.secondVertex(e))));
        assertThat(found).as("seed %d", seed).isEqualTo(expectedBridges);
        assertThat(IntStream.range(0, graph.vertexCount())
                        .filter(bridges::isCutVertex)
                        .boxed())
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(oracle.getCutpoints());
    }

    /** Some edges taken out, so that there are bridges and islands. */
    private static CsrGraph thinned(long seed) {
        CsrGraph whole = GraphOracle.network(seed);
        var random = new SplittableRandom(seed);
        CsrGraph.Builder builder = CsrGraph.builder(whole.vertexCount());
        for (int e = 0; e < whole.edgeCount(); e++) {
            if (random.nextInt(4) > 0) {
                builder.edge(whole.firstVertex(e), whole.secondVertex(e), whole.weight(e));
            }
        }
        return builder.build();
    }

    @Test
    void parallelEdgesAreNoBridges() {
        Bridges bridges = Bridges.of(
                CsrGraph.builder(3).edge(0, 1, 1).edge(1, 0, 1).edge(1, 2, 1).build());

        assertThat(bridges.isBridge(0)).isFalse();
        assertThat(bridges.isBridge(1)).isFalse();
        assertThat(bridges.isBridge(2)).isTrue();
        assertThat(bridges.isCutVertex(1)).isTrue();
        assertThat(bridges.isCutVertex(0)).isFalse();
    }

    @Test
    void everyEdgeOfALongChainIsABridge() {
        int vertices = 200_000;
        CsrGraph.Builder builder = CsrGraph.builder(vertices);
        for (int v = 1; v < vertices; v++) {
            builder.edge(v - 1, v, 1);
        }

        Bridges bridges = Bridges.of(builder.build());

        assertThat(IntStream.range(0, vertices - 1)).allMatch(bridges::isBridge);
        assertThat(IntStream.range(0, vertices).filter(bridges::isCutVertex).count())
                .isEqualTo(vertices - 2);
    }
}
