package breakwater.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CsrGraphTest {

    @Test
    void listsTheEdgesOfAVertexInTheOrderTheyWereAdded() {
        CsrGraph graph =
                CsrGraph.builder(4).edge(2, 0, 7).edge(0, 1, 3).edge(1, 0, 4).build();

        assertThat(graph.vertexCount()).isEqualTo(4);
        assertThat(graph.edgeCount()).isEqualTo(3);
        assertThat(graph.degree(0)).isEqualTo(3);
        assertThat(graph.degree(3)).isZero();
        assertThat(new int[] {graph.edgeAt(0, 0), graph.edgeAt(0, 1), graph.edgeAt(0, 2)})
                .containsExactly(0, 1, 2);
        assertThat(graph.opposite(0, 0)).isEqualTo(2);
        assertThat(graph.firstVertex(0)).isEqualTo(2);
        assertThat(graph.secondVertex(0)).isZero();
        assertThat(graph.weightOf(new int[] {0, 2})).isEqualTo(11);
    }

    @Test
    void theReverseOfAnArcLeadsBack() {
        CsrGraph graph = RandomGeometricGraph.of(50, 3).graph();

        for (int arc = 0; arc < 2 * graph.edgeCount(); arc++) {
            assertThat(graph.headOf(arc)).isEqualTo(graph.tailOf(arc ^ 1));
            assertThat(graph.opposite(arc >> 1, graph.headOf(arc))).isEqualTo(graph.tailOf(arc));
        }
    }

    @Test
    void keepsWhatWasBuiltWhenTheBuilderGoesOn() {
        CsrGraph.Builder builder = CsrGraph.builder(3).edge(0, 1, 1);
        CsrGraph first = builder.build();

        builder.edge(1, 2, 1);

        assertThat(first.edgeCount()).isEqualTo(1);
        assertThat(first.degree(2)).isZero();
        assertThat(builder.build().edgeCount()).isEqualTo(2);
    }

    @Test
    void refusesWhatIsNoEdge() {
        CsrGraph.Builder builder = CsrGraph.builder(2).edge(0, 1, 1);

        assertThatThrownBy(() -> builder.edge(1, 1, 5)).hasMessageContaining("(1, 1) of edge (1)");
        assertThatThrownBy(() -> builder.edge(0, 2, 5)).hasMessageContaining("(0, 2)");
        assertThatThrownBy(() -> builder.edge(-1, 0, 5)).hasMessageContaining("(-1, 0)");
        assertThatThrownBy(() -> builder.edge(0, 1, 0)).hasMessageContaining("weight (0)");
        assertThatThrownBy(() -> builder.edge(0, 1, CsrGraph.MAX_WEIGHT + 1))
                .hasMessageContaining("weight (4194304)");
        assertThatThrownBy(() -> CsrGraph.builder(-1)).hasMessageContaining("(-1)");
    }
}
