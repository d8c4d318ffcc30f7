package breakwater.graph;

import java.util.Arrays;

/**
 * Candidate paths that share few edges: after each search the weight of every edge on the path found is doubled, so
 * that the next search keeps away from it where it can.
 *
 * <p>Services routed on such paths reach a markedly higher total rate than on as many shortest paths, which differ in
 * an edge or two. The method is examined in V. Akgün, E. Erkut, R. Batta, "On finding dissimilar paths", European
 * Journal of Operational Research 121 (2000) 232-246, DOI 10.1016/S0377-2217(99)00214-3. Costs up to 3k searches.
 *
 * <p>A workspace for one thread; keeps to the bans of its {@link PathSearch}.
 */
public final class DiversePaths {

    /** Searches per path asked for; where few paths exist, most searches find an old one again. */
    private static final int TRIES_PER_PATH = 3;

    private final PathSearch search;
    private final CsrGraph graph;

    /** The weights of the graph, penalties included while a query runs. */
    private final int[] weights;

    /** Finds paths with {@code search}, which may be used for other queries in between. */
    public DiversePaths(PathSearch search) {
        this.search = search;
        graph = search.graph();
        weights = graph.weights.clone();
    }

    /**
     * Up to {@code count} distinct paths, the shortest first, by true weight; paths of equal weight in the order found.
     * No vertex occurs twice on a path. Empty if there is no path or it would start where it ends.
     */
    public int[][] find(int from, int to, int count) {
        int[][] paths = new int[count][];
        int found = 0;
        int tries = TRIES_PER_PATH * count;
        while (found < count && tries-- > 0) {
            search.search(from, to, weights);
            int[] path = search.pathTo(to);
            if (path.length == 0) {
                break;
            }
            if (!contains(paths, found, path)) {
                paths[found++] = path;
            }
            penalize(path);
        }
        for (int i = 0; i < found; i++) {
            restore(paths[i]);
        }
        return sortedByWeight(Arrays.copyOf(paths, found));
    }

    private void penalize(int[] path) {
        for (int edge : path) {
            weights[edge] = Math.min(2 * weights[edge], CsrGraph.MAX_WEIGHT);
        }
    }

    private void restore(int[] path) {
        for (int edge : path) {
            weights[edge] = graph.weights[edge];
        }
    }

    private static boolean contains(int[][] paths, int found, int[] path) {
        for (int i = 0; i < found; i++) {
            if (Arrays.equals(paths[i], path)) {
                return true;
            }
        }
        return false;
    }

    /** Insertion sort: there are few paths, and it keeps the order of equals. */
    private int[][] sortedByWeight(int[][] paths) {
        for (int i = 1; i < paths.length; i++) {
            int[] path = paths[i];
            long weight = graph.weightOf(path);
            int place = i;
            while (place > 0 && graph.weightOf(paths[place - 1]) > weight) {
                paths[place] = paths[place - 1];
                place--;
            }
            paths[place] = path;
        }
        return paths;
    }
}
