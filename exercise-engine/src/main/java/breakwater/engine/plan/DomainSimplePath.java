package breakwater.engine.plan;

import breakwater.graph.CsrGraph;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The shortest path that enters no domain twice: a search over (vertex, domains crossed so far).
 *
 * <p>For services the cheap search finds none for, because the shortest way leaves a domain and comes back. Exact; a
 * state is dropped when a shorter one at the same vertex crossed no other domains. In theory exponential in the number
 * of domains, so it gives up after {@value #STATES_MAX} states: the 27 domains of the EU need some hundred.
 */
final class DomainSimplePath {

    private static final int STATES_MAX = 100_000;

    private final CsrGraph graph;
    private final int[] domainOfVertex;
    private final PriorityQueue<State> open = new PriorityQueue<>(
            Comparator.comparingLong(State::distance).thenComparingLong(State::number));
    private final List<List<BitSet>> settled = new ArrayList<>();
    private long states;

    /** A way to a vertex; {@code before} is null at its start. */
    private record State(
            int vertex,
            long distance,
            BitSet crossed,
            @Nullable State before,
            int edge,
            long number) {}

    private DomainSimplePath(CsrGraph graph, int[] domainOfVertex) {
        this.graph = graph;
        this.domainOfVertex = domainOfVertex;
        for (int vertex = 0; vertex < graph.vertexCount(); vertex++) {
            settled.add(new ArrayList<>(1));
        }
    }

    /**
     * The edges of the path, or empty when there is none.
     *
     * @param forbidden domains it must not enter
     */
    static int[] find(CsrGraph graph, int[] domainOfVertex, int from, int to, BitSet forbidden) {
        return new DomainSimplePath(graph, domainOfVertex).search(from, to, forbidden);
    }

    private int[] search(int from, int to, BitSet forbidden) {
        BitSet crossed = (BitSet) forbidden.clone();
        crossed.set(domainOfVertex[from]);
        open.add(new State(from, 0, crossed, null, -1, states++));
        while (!open.isEmpty() && states < STATES_MAX) {
            State state = open.remove();
            if (state.vertex() == to) {
                return edgesOf(state);
            }
            if (settle(state)) {
                grow(state);
            }
        }
        return new int[0];
    }

    private boolean settle(State state) {
        for (BitSet shorter : settled.get(state.vertex())) {
            BitSet more = (BitSet) shorter.clone();
            more.andNot(state.crossed());
            if (more.isEmpty()) {
                return false;
            }
        }
        settled.get(state.vertex()).add(state.crossed());
        return true;
    }

    private void grow(State state) {
        int here = domainOfVertex[state.vertex()];
        for (int i = 0; i < graph.degree(state.vertex()); i++) {
            int edge = graph.edgeAt(state.vertex(), i);
            int next = graph.opposite(edge, state.vertex());
            int domain = domainOfVertex[next];
            BitSet crossed = state.crossed();
            if (domain != here) {
                if (crossed.get(domain)) {
                    continue;
                }
                crossed = (BitSet) crossed.clone();
                crossed.set(domain);
            }
            open.add(new State(
                    next, state.distance() + graph.weight(edge), crossed, state, edge, states++));
        }
    }

    private static int[] edgesOf(State last) {
        Deque<Integer> edges = new ArrayDeque<>();
        State state = last;
        while (state != null && state.before() != null) {
            edges.addFirst(state.edge());
            state = state.before();
        }
        return edges.stream().mapToInt(Integer::intValue).toArray();
    }
}
