package breakwater.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

class DiversePathsTest {

    static LongStream seeds() {
        return GraphOracle.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void areDistinctSimpleAndSortedWithTheShortestFirst(long seed) {
        CsrGraph graph = GraphOracle.network(seed);
        var search = new PathSearch(graph);
        var diverse = new DiversePaths(search);
        var random = new SplittableRandom(seed);

        for (int query = 0; query < 10; query++) {
            int from = random.nextInt(graph.vertexCount());
            int to = random.nextInt(graph.vertexCount());
            int[][] paths = diverse.find(from, to, 4);

            assertThat(Arrays.stream(paths).map(Arrays::toString).distinct())
                    .as("seed %d", seed)
                    .hasSize(paths.length);
            assertThat(paths.length).as("seed %d", seed).isBetween(from == to ? 0 : 1, 4);
            assertThat(Arrays.stream(paths))
                    .as("seed %d", seed)
                    .allMatch(path -> GraphOracle.isSimplePath(graph, path, from, to));
            assertThat(Arrays.stream(paths).mapToLong(graph::weightOf).toArray())
                    .as("seed %d", seed)
                    .isSorted();
            if (paths.length > 0) {
                // Also shows that the penalties of the query before are gone.
                assertThat(graph.weightOf(paths[0]))
                        .as("seed %d", seed)
                        .isEqualTo(search.distance(from, to));
            }
        }
    }

    /** Two routes of 10 + 10, one of 12 + 12, one of 16 + 16, all without a common edge. */
    @Test
    void preferRoutesWithoutCommonEdges() {
        CsrGraph graph = CsrGraph.builder(5)
                .edge(0, 1, 10)
                .edge(1, 4, 10)
                .edge(0, 2, 12)
                .edge(2, 4, 12)
                .edge(0, 3, 16)
                .edge(3, 4, 16)
                .edge(1, 2, 1)
                .build();

        int[][] paths = new DiversePaths(new PathSearch(graph)).find(0, 4, 3);

        assertThat(paths).isDeepEqualTo(new int[][] {{0, 1}, {2, 3}, {4, 5}});
    }

    @Test
    void keepToTheBansOfTheSearch() {
        CsrGraph graph =
                CsrGraph.builder(3).edge(0, 1, 1).edge(1, 2, 1).edge(0, 2, 9).build();
        var search = new PathSearch(graph);
        search.banEdge(0);

        assertThat(new DiversePaths(search).find(0, 2, 4)).isDeepEqualTo(new int[][] {{2}});
    }

    @Test
    void areNoneWhereNothingLeads() {
        var search = new PathSearch(CsrGraph.builder(3).edge(0, 1, 1).build());

        assertThat(new DiversePaths(search).find(0, 2, 4)).isEmpty();
        assertThat(new DiversePaths(search).find(0, 0, 4)).isEmpty();
    }
}
