package breakwater.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The k shortest paths without a repeated vertex.
 *
 * <p>J. Y. Yen, "Finding the K shortest loopless paths in a network", Management Science 17 (1971) 712-716, DOI
 * 10.1287/mnsc.17.11.712, with E. L. Lawler's remark (1972) that spurs before the vertex where a path left its parent
 * need not be searched again. A first search backwards from the target gives exact distances; bans only lengthen paths,
 * so these guide every later search almost straight to the target.
 *
 * <p>A workspace for one thread. Parallel edges make different paths. Costs one search of the whole graph and, for each
 * path found, one guided search per vertex of it.
 */
public final class LooplessPaths {

    /** Paths of equal weight come in the order in which they were found. */
    private static final Comparator<Candidate> ORDER =
            Comparator.comparingLong(Candidate::weight).thenComparingInt(Candidate::found);

    private final CsrGraph graph;
    private final PathSearch search;
    private final long[] distancesToTarget;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Candidate(int[] edges, long weight, int spur, int found) {}

    public LooplessPaths(CsrGraph graph) {
        this.graph = graph;
        search = new PathSearch(graph);
        distancesToTarget = new long[graph.vertexCount()];
    }

    /**
     * Up to {@code count} paths, the shortest first. Empty if there is no path or it would start where it ends.
     *
     * @param count at least 1
     */
    public int[][] find(int from, int to, int count) {
        search.liftBans();
        search.growTree(to);
        for (int v = 0; v < distancesToTarget.length; v++) {
            distancesToTarget[v] = search.distanceTo(v);
        }
        if (from == to || distancesToTarget[from] == PathSearch.UNREACHABLE) {
            return new int[0][];
        }
        search.searchTowards(to, from, distancesToTarget);
        var waiting = new PriorityQueue<>(ORDER);
        waiting.add(candidate(search.pathTo(to), 0, 0));
        List<int[]> accepted = new ArrayList<>();
        int found = 1;
        while (accepted.size() < count && !waiting.isEmpty()) {
            Candidate next = waiting.remove();
            accepted.add(next.edges);
            if (accepted.size() < count) {
                found = addDeviations(next, from, to, new Round(accepted, waiting, found));
            }
        }
        return accepted.toArray(new int[0][]);
    }

    /** What one acceptance may add to: the paths accepted, those waiting, and how many were found so far. */
    private record Round(List<int[]> accepted, PriorityQueue<Candidate> waiting, int found) {}

    /** Searches, from each vertex of the path, the best way on that no accepted path takes. */
    private int addDeviations(Candidate parent, int from, int to, Round round) {
        int found = round.found;
        int[] edges = parent.edges;
        int vertex = from;
        for (int spur = 0; spur < edges.length; spur++) {
            if (spur >= parent.spur) {
                banForSpur(round.accepted, edges, spur, from);
                search.searchTowards(to, vertex, distancesToTarget);
                int[] rest = search.pathTo(to);
                if (rest.length > 0) {
                    round.waiting.add(candidate(joined(edges, spur, rest), spur, found++));
                }
            }
            vertex = graph.opposite(edges[spur], vertex);
        }
        return found;
    }

    /** Bans the vertices before the spur, and the next edge of every accepted path that begins the same way. */
    private void banForSpur(List<int[]> accepted, int[] edges, int spur, int from) {
        search.liftBans();
        int vertex = from;
        for (int i = 0; i < spur; i++) {
            search.banVertex(vertex);
            vertex = graph.opposite(edges[i], vertex);
        }
        for (int[] path : accepted) {
            if (path.length > spur && Arrays.equals(path, 0, spur, edges, 0, spur)) {
                search.banEdge(path[spur]);
            }
        }
    }

    private Candidate candidate(int[] edges, int spur, int found) {
        return new Candidate(edges, graph.weightOf(edges), spur, found);
    }

    private static int[] joined(int[] edges, int prefixLength, int[] rest) {
        int[] path = Arrays.copyOf(edges, prefixLength + rest.length);
        System.arraycopy(rest, 0, path, prefixLength, rest.length);
        return path;
    }
}
