package breakwater.engine.plan;

import java.util.List;

/**
 * The domains a service crosses, home first, with the nodes where it enters and leaves each.
 *
 * @param hops one per domain, at least one; no domain twice
 */
public record ServiceRoute(List<Hop> hops) {

    /** No border link on this side: the service begins or ends in the domain. */
    public static final int NO_LINK = -1;

    public ServiceRoute {
        hops = List.copyOf(hops);
    }

    /**
     * One domain on the way; all values are indices of the topology.
     *
     * @param entryLink the border link it comes in by, or {@link #NO_LINK}
     * @param exitLink the border link it leaves by, or {@link #NO_LINK}
     */
    public record Hop(int domain, int entryNode, int exitNode, int entryLink, int exitLink) {}
}
