package breakwater.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.YenKShortestPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

class LooplessPathsTest {

    static LongStream seeds() {
        return GraphOracle.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void haveTheWeightsOfJGraphT(long seed) {
        CsrGraph graph = GraphOracle.network(seed);
        // On a graph with parallel edges, JGraphT leaves paths out; in this copy none are parallel.
        var oracle = new YenKShortestPath<>(GraphOracle.bothArcs(graph));
        var loopless = new LooplessPaths(graph);
        var random = new SplittableRandom(seed);

        for (int query = 0; query < 5; query++) {
            int from = random.nextInt(graph.vertexCount());
            int to = (from + random.nextInt(1, graph.vertexCount())) % graph.vertexCount();
            int count = random.nextInt(1, 13);
            int[][] paths = loopless.find(from, to, count);

            assertThat(Arrays.stream(paths).mapToLong(graph::weightOf).toArray())
                    .as("seed %d", seed)
                    .containsExactly(oracle.getPaths(from, to, count).stream()
                            .mapToLong(LooplessPathsTest::weightOf)
                            .toArray());
            assertThat(Arrays.stream(paths))
                    .as("seed %d", seed)
                    .allMatch(path -> GraphOracle.isSimplePath(graph, path, from, to));
            assertThat(Arrays.stream(paths).map(Arrays::toString).distinct())
                    .as("seed %d", seed)
                    .hasSize(paths.length);
        }
    }

    private static long weightOf(GraphPath<?, ?> path) {
        return (long) path.getWeight();
    }

    @Test
    void endWhenThereAreNoMore() {
        CsrGraph graph =
                CsrGraph.builder(3).edge(0, 1, 1).edge(1, 2, 1).edge(0, 2, 9).build();

        assertThat(new LooplessPaths(graph).find(0, 2, 10))
                .isDeepEqualTo(new int[][] {{0, 1}, {2}});
    }

    @Test
    void areNoneWhereNothingLeads() {
        var loopless = new LooplessPaths(CsrGraph.builder(3).edge(0, 1, 1).build());

        assertThat(loopless.find(0, 2, 4)).isEmpty();
        assertThat(loopless.find(1, 1, 4)).isEmpty();
    }
}
