package breakwater.graph;

import java.util.Arrays;

/**
 * An undirected graph in compressed sparse rows. Vertices and edges are numbered from 0; parallel edges are allowed.
 *
 * <p>Edge e has two arcs: 2e from its first vertex to its second, 2e + 1 back. So the reverse of arc a is {@code a ^ 1}
 * and its edge {@code a >> 1}. Immutable, so one graph serves all threads.
 */
public final class CsrGraph {

    /** Vertex numbers take 20 bits of a packed search key. */
    public static final int MAX_VERTICES = 1 << 20;

    /** So small that the sum of two paths' weights still fits the 43 bits beside a vertex number. */
    public static final int MAX_WEIGHT = (1 << 22) - 1;

    /** The arcs out of vertex v stand at offsets[v] to offsets[v + 1] - 1, in the order of their edges. */
    final int[] offsets;

    final int[] heads;
    final int[] arcs;
    final int[] weights;

    /** The vertex that arc a leads to. */
    private final int[] arcHeads;

    private CsrGraph(int vertexCount, int[] tails, int[] edgeHeads, int[] weights) {
        int edgeCount = weights.length;
        this.weights = weights;
        offsets = new int[vertexCount + 1];
        heads = new int[2 * edgeCount];
        arcs = new int[2 * edgeCount];
        arcHeads = new int[2 * edgeCount];
        for (int edge = 0; edge < edgeCount; edge++) {
            offsets[tails[edge] + 1]++;
            offsets[edgeHeads[edge] + 1]++;
            arcHeads[2 * edge] = edgeHeads[edge];
            arcHeads[2 * edge + 1] = tails[edge];
        }
        for (int vertex = 0; vertex < vertexCount; vertex++) {
            offsets[vertex + 1] += offsets[vertex];
        }
        int[] next = Arrays.copyOf(offsets, vertexCount);
        for (int arc = 0; arc < 2 * edgeCount; arc++) {
            int place = next[arcHeads[arc ^ 1]]++;
            arcs[place] = arc;
            heads[place] = arcHeads[arc];
        }
    }

    /**
     * Starts a graph without edges.
     *
     * @param vertexCount 0 to {@value #MAX_VERTICES}
     */
    public static Builder builder(int vertexCount) {
        return new Builder(vertexCount);
    }

    public int vertexCount() {
        return offsets.length - 1;
    }

    public int edgeCount() {
        return weights.length;
    }

    /** The vertex that was given first for {@code edge}. */
    public int firstVertex(int edge) {
        return arcHeads[2 * edge + 1];
    }

    /** The vertex that was given second for {@code edge}. */
    public int secondVertex(int edge) {
        return arcHeads[2 * edge];
    }

    /** The other end of {@code edge} seen from {@code vertex}, which must be one of its ends. */
    public int opposite(int edge, int vertex) {
        return arcHeads[2 * edge] ^ arcHeads[2 * edge + 1] ^ vertex;
    }

    public int weight(int edge) {
        return weights[edge];
    }

    /** How many edges end at {@code vertex}. */
    public int degree(int vertex) {
        return offsets[vertex + 1] - offsets[vertex];
    }

    /**
     * One of the edges at a vertex, in the order in which they were added.
     *
     * @param index 0 to {@link #degree} - 1
     */
    public int edgeAt(int vertex, int index) {
        return arcs[offsets[vertex] + index] >> 1;
    }

    /** The vertex that {@code arc} leads to. */
    int headOf(int arc) {
        return arcHeads[arc];
    }

    /** The vertex that {@code arc} comes from. */
    int tailOf(int arc) {
        return arcHeads[arc ^ 1];
    }

    /** The sum of the weights of {@code edges}. */
    public long weightOf(int[] edges) {
        long sum = 0;
        for (int edge : edges) {
            sum += weights[edge];
        }
        return sum;
    }

    /** Collects edges; the first edge added is edge 0. */
    public static final class Builder {

        private final int vertexCount;
        private int[] tails = new int[16];
        private int[] heads = new int[16];
        private int[] weights = new int[16];
        private int edgeCount;

        private Builder(int vertexCount) {
            if (vertexCount < 0 || vertexCount > MAX_VERTICES) {
                throw new IllegalArgumentException("The vertexCount (%d) must be 0 to %d."
                        .formatted(vertexCount, MAX_VERTICES));
            }
            this.vertexCount = vertexCount;
        }

        /**
         * Adds an edge between two different vertices.
         *
         * @param weight 1 to {@link #MAX_WEIGHT}
         * @throws IllegalArgumentException for a loop, an unknown vertex or a weight out of range
         */
        public Builder edge(int from, int to, int weight) {
            if (!isVertex(from) || !isVertex(to) || from == to) {
                throw new IllegalArgumentException(
                        "The ends (%d, %d) of edge (%d) must be two different vertices of 0 to %d."
                                .formatted(from, to, edgeCount, vertexCount - 1));
            }
            if (weight < 1 || weight > MAX_WEIGHT) {
                throw new IllegalArgumentException("The weight (%d) of edge (%d) must be 1 to %d."
                        .formatted(weight, edgeCount, MAX_WEIGHT));
            }
            if (edgeCount == weights.length) {
                tails = Arrays.copyOf(tails, 2 * edgeCount);
                heads = Arrays.copyOf(heads, 2 * edgeCount);
                weights = Arrays.copyOf(weights, 2 * edgeCount);
            }
            tails[edgeCount] = from;
            heads[edgeCount] = to;
            weights[edgeCount] = weight;
            edgeCount++;
            return this;
        }

        private boolean isVertex(int vertex) {
            return vertex >= 0 && vertex < vertexCount;
        }

        /** The graph of the edges added so far. */
        public CsrGraph build() {
            return new CsrGraph(vertexCount, tails, heads, Arrays.copyOf(weights, edgeCount));
        }
    }
}
