package breakwater.network;

import java.util.List;

/**
 * A link of the classical key-management graph (KM link). It is a graph of its own: its route may differ from the
 * quantum channel's. Two agents that cannot reach each other over it can neither match nor relay the keys they hold.
 *
 * @param roundTripMillis not negative
 */
public record KmLink(KmLinkId id, NodeId a, NodeId b, double roundTripMillis, List<SrlgId> srlgs) {

    public KmLink {
        srlgs = List.copyOf(srlgs);
        if (!(roundTripMillis >= 0)) {
            throw new IllegalArgumentException(
                    "The roundTripMillis (%s) of KM link (%s) must not be negative."
                            .formatted(roundTripMillis, id));
        }
    }
}
