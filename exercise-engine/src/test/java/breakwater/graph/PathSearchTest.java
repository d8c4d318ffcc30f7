package breakwater.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

class PathSearchTest {

    static LongStream seeds() {
        return GraphOracle.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsTheDistancesOfJGraphT(long seed) {
        CsrGraph graph = GraphOracle.network(seed);
        var oracle = new DijkstraShortestPath<>(GraphOracle.undirected(graph));
        var search = new PathSearch(graph);
        var random = new SplittableRandom(seed);

        for (int query = 0; query < 20; query++) {
            int from = random.nextInt(graph.vertexCount());
            int to = random.nextInt(graph.vertexCount());
            int[] path = search.shortestPath(from, to);
            assertThat(GraphOracle.isSimplePath(graph, path, from, to))
                    .as("seed %d", seed)
                    .isTrue();
            assertThat(graph.weightOf(path))
                    .as("seed %d", seed)
                    .isEqualTo((long) oracle.getPathWeight(from, to))
                    .isEqualTo(search.distance(from, to));
        }
        int root = random.nextInt(graph.vertexCount());
        search.growTree(root);
        for (int v = 0; v < graph.vertexCount(); v++) {
            assertThat(search.distanceTo(v))
                    .as("seed %d", seed)
                    .isEqualTo((long) oracle.getPathWeight(root, v))
                    .isEqualTo(graph.weightOf(search.pathTo(v)));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsTheDistancesAroundBans(long seed) {
        CsrGraph graph = RandomGeometricGraph.of(30, seed).graph();
        var remaining = GraphOracle.undirected(graph);
        var search = new PathSearch(graph);
        var random = new SplittableRandom(seed);
        Set<Integer> banned = new HashSet<>();
        for (int ban = 0; ban < 12; ban++) {
            int edge = random.nextInt(graph.edgeCount());
            search.banEdge(edge);
            if (banned.add(edge)) {
                remaining.removeEdge(graph.firstVertex(edge), graph.secondVertex(edge));
            }
        }
        int vertex = random.nextInt(1, 30);
        search.banVertex(vertex);
        remaining.removeVertex(vertex);

        var oracle = new DijkstraShortestPath<Integer, DefaultWeightedEdge>(remaining);
        for (int to = 1; to < graph.vertexCount(); to++) {
            double expected = to == vertex ? Double.POSITIVE_INFINITY : oracle.getPathWeight(0, to);
            assertThat(search.distance(0, to))
                    .as("seed %d to %d", seed, to)
                    .isEqualTo(
                            Double.isInfinite(expected) ? PathSearch.UNREACHABLE : (long) expected);
        }
        search.liftBans();
        assertThat(search.distance(0, vertex)).isNotEqualTo(PathSearch.UNREACHABLE);
    }

    @Test
    void thePathToWhereItStartsIsEmpty() {
        var search = new PathSearch(CsrGraph.builder(2).edge(0, 1, 5).build());

        assertThat(search.shortestPath(1, 1)).isEmpty();
        assertThat(search.distance(1, 1)).isZero();
    }

    @Test
    void anIslandIsUnreachable() {
        var search = new PathSearch(CsrGraph.builder(3).edge(0, 1, 5).build());

        assertThat(search.shortestPath(0, 2)).isEmpty();
        assertThat(search.distance(0, 2)).isEqualTo(PathSearch.UNREACHABLE);
        search.growTree(0);
        assertThat(search.pathTo(1)).containsExactly(0);
        assertThat(search.distanceTo(2)).isEqualTo(PathSearch.UNREACHABLE);
    }

    @Test
    void takesTheLighterOfParallelEdges() {
        var search =
                new PathSearch(CsrGraph.builder(2).edge(0, 1, 5).edge(1, 0, 4).build());

        assertThat(search.shortestPath(0, 1)).containsExactly(1);
        search.banEdge(1);
        assertThat(search.shortestPath(0, 1)).containsExactly(0);
    }

    @Test
    void crossesALongChainOfTheHeaviestEdges() {
        int vertices = 100_000;
        CsrGraph.Builder builder = CsrGraph.builder(vertices);
        for (int v = 1; v < vertices; v++) {
            builder.edge(v - 1, v, CsrGraph.MAX_WEIGHT);
        }
        var search = new PathSearch(builder.build());

        assertThat(search.distance(0, vertices - 1))
                .isEqualTo((long) CsrGraph.MAX_WEIGHT * (vertices - 1));
    }
}
