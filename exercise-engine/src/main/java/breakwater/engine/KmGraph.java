package breakwater.engine;

import breakwater.engine.plan.DomainPlan;
import breakwater.engine.plan.DomainPlan.OwnKmLink;
import breakwater.engine.plan.DomainPlan.OwnLink;

/**
 * The classical key-management graph of a domain: two agents that cannot reach each other over it relay nothing. A
 * domain without any KM link is taken to have an ideal one.
 */
final class KmGraph {

    private static final String LOST = "km-unreachable";
    private static final String BACK = "km-reachable";

    private final DomainPlan plan;
    private final Relaying relaying;
    private final int[] cuts;
    private final int[] root;
    private final boolean[] separated;
    private boolean stale;

    KmGraph(DomainPlan plan, Relaying relaying) {
        this.plan = plan;
        this.relaying = relaying;
        cuts = new int[plan.kmLinks().size()];
        root = new int[plan.kmVertexCount()];
        separated = new boolean[plan.links().size()];
        stale = !plan.kmLinks().isEmpty();
    }

    /** A KM link is cut once more (1) or once less (-1). */
    void cut(int kmLink, int delta) {
        cuts[kmLink] += delta;
        stale = true;
    }

    /** Recomputes who reaches whom when something changed: one pass of union-find over the domain. */
    void settle() {
        if (!stale) {
            return;
        }
        stale = false;
        for (int vertex = 0; vertex < root.length; vertex++) {
            root[vertex] = vertex;
        }
        for (int i = 0; i < cuts.length; i++) {
            if (cuts[i] == 0) {
                OwnKmLink link = plan.kmLinks().get(i);
                root[find(link.a())] = find(link.b());
            }
        }
        for (int link = 0; link < separated.length; link++) {
            OwnLink own = plan.links().get(link);
            boolean now = find(own.kmA()) != find(own.kmB());
            if (now != separated[link]) {
                separated[link] = now;
                if (now) {
                    relaying.block(link, LOST);
                } else {
                    relaying.unblock(link, BACK);
                }
            }
        }
    }

    private int find(int vertex) {
        int at = vertex;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }
}
