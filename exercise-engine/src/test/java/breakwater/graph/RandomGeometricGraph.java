package breakwater.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Connected random networks that look like fibre networks: points in the unit square joined by a minimum spanning tree
 * and by short further edges, three edge ends to a vertex on average.
 *
 * <p>Candidate edges join points at most three cells apart on a grid with sqrt(V / 2) cells per side. After the tree,
 * the 3E shortest remaining candidates are shuffled and added until E = 1.5 V. Weights are lengths, scaled so that they
 * do not depend on V: 1 + floor(distance x 1000 x sqrt(V)).
 *
 * @param x position of each vertex, 0 to 1
 * @param y position of each vertex, 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent") // test data, compared by nobody
public record RandomGeometricGraph(CsrGraph graph, double[] x, double[] y) {

    private static final int CELLS_APART = 3;

    private record Candidate(int from, int to, double length) {}

    /** The network with {@code vertexCount} vertices (at least 2) for this seed. */
    public static RandomGeometricGraph of(int vertexCount, long seed) {
        var random = new SplittableRandom(seed);
        double[] x = random.doubles(vertexCount).toArray();
        double[] y = random.doubles(vertexCount).toArray();
        List<Candidate> candidates = candidates(x, y);
        candidates.sort(Comparator.comparingDouble(Candidate::length));

        int edgeCount = vertexCount * 3 / 2;
        var chosen = new ArrayList<Candidate>();
        var rest = new ArrayList<Candidate>();
        splitBySpanningTree(vertexCount, candidates, chosen, rest);
        List<Candidate> shortest = rest.subList(0, Math.min(3 * edgeCount, rest.size()));
        Collections.shuffle(shortest, new Random(random.nextLong()));
        for (Candidate candidate : shortest) {
            if (chosen.size() < edgeCount) {
                chosen.add(candidate);
            }
        }

        CsrGraph.Builder builder = CsrGraph.builder(vertexCount);
        double scale = 1_000 * Math.sqrt(vertexCount);
        chosen.forEach(c -> builder.edge(c.from, c.to, 1 + (int) (c.length * scale)));
        return new RandomGeometricGraph(builder.build(), x, y);
    }

    private static List<Candidate> candidates(double[] x, double[] y) {
        int cells = Math.max(1, (int) Math.sqrt(x.length / 2.0));
        var found = new ArrayList<Candidate>();
        for (int a = 0; a < x.length; a++) {
            for (int b = a + 1; b < x.length; b++) {
                int dx = Math.abs((int) (x[a] * cells) - (int) (x[b] * cells));
                int dy = Math.abs((int) (y[a] * cells) - (int) (y[b] * cells));
                if (dx <= CELLS_APART && dy <= CELLS_APART) {
                    found.add(new Candidate(a, b, Math.hypot(x[a] - x[b], y[a] - y[b])));
                }
            }
        }
        return found;
    }

    private static void splitBySpanningTree(
            int vertexCount, List<Candidate> sorted, List<Candidate> tree, List<Candidate> rest) {
        int[] roots = new int[vertexCount];
        for (int v = 0; v < vertexCount; v++) {
            roots[v] = v;
        }
        for (Candidate candidate : sorted) {
            int from = root(roots, candidate.from);
            int to = root(roots, candidate.to);
            roots[from] = to;
            (from == to ? rest : tree).add(candidate);
        }
        if (tree.size() != vertexCount - 1) {
            throw new IllegalStateException("The candidates of (%d) points join only (%d) of them."
                    .formatted(vertexCount, tree.size() + 1));
        }
    }

    private static int root(int[] roots, int vertex) {
        int v = vertex;
        while (roots[v] != v) {
            roots[v] = roots[roots[v]];
            v = roots[v];
        }
        return v;
    }
}
