package breakwater.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.jgrapht.alg.shortestpath.SuurballeKDisjointShortestPaths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

class DisjointPairTest {

    static LongStream seeds() {
        return GraphOracle.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void hasTheTotalWeightOfJGraphT(long seed) {
        CsrGraph graph = GraphOracle.network(seed);
        var oracle = new SuurballeKDisjointShortestPaths<>(GraphOracle.bothArcs(graph));
        var pairs = new DisjointPair(new PathSearch(graph));
        var random = new SplittableRandom(seed);

        for (int query = 0; query < 10; query++) {
            int from = random.nextInt(graph.vertexCount());
            int to = (from + random.nextInt(1, graph.vertexCount())) % graph.vertexCount();
            int[][] pair = pairs.find(from, to);
            var expected = oracle.getPaths(from, to, 2);

            assertThat(pair.length).as("seed %d", seed).isEqualTo(expected.size() == 2 ? 2 : 0);
            if (pair.length == 2) {
                assertThat(graph.weightOf(pair[0]) + graph.weightOf(pair[1]))
                        .as("seed %d", seed)
                        .isEqualTo(expected.stream()
                                .mapToLong(p -> (long) p.getWeight())
                                .sum());
                assertThat(graph.weightOf(pair[0])).isLessThanOrEqualTo(graph.weightOf(pair[1]));
                assertThat(Arrays.stream(pair))
                        .as("seed %d", seed)
                        .allMatch(path -> GraphOracle.isSimplePath(graph, path, from, to));
                assertThat(IntStream.concat(Arrays.stream(pair[0]), Arrays.stream(pair[1])))
                        .as("seed %d", seed)
                        .doesNotHaveDuplicates();
            }
        }
    }

    /** The shortest path 0-1-2-3 blocks both others; the pair must give its middle edge up. */
    @Test
    void givesUpTheShortestPathWhereItIsInTheWay() {
        CsrGraph graph = CsrGraph.builder(4)
                .edge(0, 1, 1)
                .edge(1, 2, 1)
                .edge(2, 3, 1)
                .edge(0, 2, 5)
                .edge(1, 3, 5)
                .build();

        assertThat(new DisjointPair(new PathSearch(graph)).find(0, 3))
                .isDeepEqualTo(new int[][] {{0, 4}, {3, 2}});
    }

    @Test
    void isNoneAcrossABridge() {
        var pairs = new DisjointPair(
                new PathSearch(CsrGraph.builder(3).edge(0, 1, 1).edge(1, 2, 1).build()));

        assertThat(pairs.find(0, 2)).isEmpty();
        assertThat(pairs.find(1, 1)).isEmpty();
    }

    @Test
    void usesParallelEdges() {
        var graph = CsrGraph.builder(2).edge(0, 1, 3).edge(1, 0, 2).build();

        assertThat(new DisjointPair(new PathSearch(graph)).find(0, 1))
                .isDeepEqualTo(new int[][] {{1}, {0}});
    }

    @Test
    void keepsToTheBansOfTheSearch() {
        var graph =
                CsrGraph.builder(2).edge(0, 1, 3).edge(1, 0, 2).edge(0, 1, 9).build();
        var search = new PathSearch(graph);
        search.banEdge(1);

        assertThat(new DisjointPair(search).find(0, 1)).isDeepEqualTo(new int[][] {{0}, {2}});
    }
}
