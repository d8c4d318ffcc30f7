package breakwater.engine.plan;

import breakwater.network.GeoPoint;
import breakwater.scenario.Spell;

import java.util.List;

/**
 * One asset of a domain that a fault strikes, with what it does to it.
 *
 * @param effect what changes
 * @param asset its name in the log
 * @param links local link indices concerned
 * @param kmLinks local KM link indices concerned
 * @param node local node index concerned, or -1
 * @param limitBitPerSecond the quota of a gateway limit, 0 to close it; 0 for other effects
 * @param spell how long it lasts, or a crew's work
 * @param needsCrew whether hands must go there
 * @param place where a crew must go
 */
public record FaultTarget(
        Effect effect,
        String asset,
        List<Integer> links,
        List<Integer> kmLinks,
        int node,
        long limitBitPerSecond,
        Spell spell,
        boolean needsCrew,
        GeoPoint place) {

    /** What a fault does to an asset. */
    public enum Effect {
        CUT,
        GRID_LOSS,
        NODE_DOWN,
        KMS_CRASH,
        KMS_CRASH_STORES_LOST,
        QBER_ALARM,
        CONTROL_PARTITION,
        GATEWAY_LIMIT,
        MAINTENANCE
    }

    public FaultTarget {
        links = List.copyOf(links);
        kmLinks = List.copyOf(kmLinks);
    }
}
