package breakwater.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.SplittableRandom;
import java.util.stream.LongStream;

class MaxFlowTest {

    static LongStream seeds() {
        return GraphOracle.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void hasTheValueOfJGraphTAndFillsACut(long seed) {
        CsrGraph graph = GraphOracle.network(seed);
        var random = new SplittableRandom(seed);
        long[] capacities = random.longs(graph.edgeCount(), 0, 101).toArray();
        var oracle = new PushRelabelMFImpl<>(merged(graph, capacities));
        var maxFlow = new MaxFlow(graph);

        for (int query = 0; query < 10; query++) {
            int from = random.nextInt(graph.vertexCount());
            int to = (from + random.nextInt(1, graph.vertexCount())) % graph.vertexCount();
            long value = maxFlow.solve(capacities, from, to);

            assertThat(value).as("seed %d", seed).isEqualTo((long)
                    oracle.getMaximumFlowValue(from, to));
            checkConservation(graph, capacities, maxFlow, new long[] {from, to, value, seed});
            assertThat(cutCapacity(graph, capacities, maxFlow))
                    .as("seed %d", seed)
                    .isEqualTo(value);
            assertThat(maxFlow.isOnSourceSide(from)).isTrue();
            assertThat(maxFlow.isOnSourceSide(to)).isFalse();
        }
    }

    private static void checkConservation(
            CsrGraph graph, long[] capacities, MaxFlow maxFlow, long[] fromToValueSeed) {
        long[] surplus = new long[graph.vertexCount()];
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            long flow = maxFlow.flowOn(edge);
            assertThat(Math.abs(flow)).isLessThanOrEqualTo(capacities[edge]);
            surplus[graph.firstVertex(edge)] -= flow;
            surplus[graph.secondVertex(edge)] += flow;
        }
        surplus[(int) fromToValueSeed[0]] += fromToValueSeed[2];
        surplus[(int) fromToValueSeed[1]] -= fromToValueSeed[2];
        assertThat(surplus).as("seed %d", fromToValueSeed[3]).containsOnly(0);
    }

    private static long cutCapacity(CsrGraph graph, long[] capacities, MaxFlow maxFlow) {
        long sum = 0;
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            if (maxFlow.isOnSourceSide(graph.firstVertex(edge))
                    != maxFlow.isOnSourceSide(graph.secondVertex(edge))) {
                sum += capacities[edge];
            }
        }
        return sum;
    }

    /** JGraphT's flows want simple graphs: parallel edges become one with their joint capacity. */
    private static SimpleWeightedGraph<Integer, DefaultWeightedEdge> merged(
            CsrGraph graph, long[] capacities) {
        var merged =
                new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        for (int v = 0; v < graph.vertexCount(); v++) {
            merged.addVertex(v);
        }
        for (int e = 0; e < graph.edgeCount(); e++) {
            int from = graph.firstVertex(e);
            int to = graph.secondVertex(e);
            DefaultWeightedEdge edge = merged.getEdge(from, to);
            double before = 0;
            if (edge == null) {
                edge = merged.addEdge(from, to);
            } else {
                before = merged.getEdgeWeight(edge);
            }
            merged.setEdgeWeight(edge, before + capacities[e]);
        }
        return merged;
    }

    @Test
    void isZeroBetweenIslands() {
        var maxFlow = new MaxFlow(CsrGraph.builder(3).edge(0, 1, 1).build());

        assertThat(maxFlow.solve(new long[] {5}, 0, 2)).isZero();
    }

    @Test
    void refusesWhatIsNoFlowProblem() {
        var maxFlow = new MaxFlow(CsrGraph.builder(2).edge(0, 1, 1).build());

        assertThatThrownBy(() -> maxFlow.solve(new long[] {5}, 1, 1))
                .hasMessageContaining("(1), (1)");
        assertThatThrownBy(() -> maxFlow.solve(new long[0], 0, 1)).hasMessageContaining("(0)");
        assertThatThrownBy(() -> maxFlow.solve(new long[] {-5}, 0, 1)).hasMessageContaining("(-5)");
    }
}
