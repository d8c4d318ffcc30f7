package breakwater.tabletop.sites;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Which vertices hang together. Linear in vertices and edges. */
final class Parts {

    private static final int UNSEEN = -1;

    private Parts() {}

    /** For each vertex the lowest vertex it is joined with, itself included. */
    static int[] of(List<List<Integer>> neighbours) {
        return of(neighbours, new int[neighbours.size()]);
    }

    /** As {@link #of(List)}, but only over edges between vertices of the same colour. */
    static int[] of(List<List<Integer>> neighbours, int[] colour) {
        int[] part = new int[neighbours.size()];
        Arrays.fill(part, UNSEEN);
        for (int start = 0; start < part.length; start++) {
            if (part[start] == UNSEEN) {
                visit(start, neighbours, colour, part);
            }
        }
        return part;
    }

    private static void visit(int start, List<List<Integer>> neighbours, int[] colour, int[] part) {
        Deque<Integer> open = new ArrayDeque<>();
        part[start] = start;
        open.add(start);
        while (!open.isEmpty()) {
            int at = open.remove();
            for (int next : neighbours.get(at)) {
                if (part[next] == UNSEEN && colour[next] == colour[start]) {
                    part[next] = start;
                    open.add(next);
                }
            }
        }
    }
}
