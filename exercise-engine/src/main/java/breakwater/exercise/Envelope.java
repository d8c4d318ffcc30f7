package breakwater.exercise;

import breakwater.network.DomainId;
import breakwater.network.GatewayId;
import breakwater.network.GatewayState;
import breakwater.network.NodeId;
import breakwater.network.ServiceId;

/**
 * What one domain tells another. It arrives one signalling latency after it was sent and carries only what a border
 * may know: gateways, rates of key-relay segments, never sites or links inside.
 *
 * @param sequence counts up per sender; with time and sender it orders simultaneous arrivals
 */
public record Envelope(
        long sentMicros,
        long arrivesMicros,
        DomainId from,
        DomainId to,
        long sequence,
        String cause,
        Content content) {

    /** The declared list of what may cross. */
    public sealed interface Content {

        /**
         * The far node of a gateway changed.
         *
         * @param powered whether it runs at all: without it the link between has no light
         * @param kmsRunning whether its agent takes key in and relays
         */
        record GatewayNode(NodeId node, boolean powered, boolean kmsRunning) implements Content {}

        /** The agent of the far node of a gateway lost the key it held: the other half is worth nothing. */
        record GatewayStoresLost(NodeId node) implements Content {}

        /** The peer's side of a gateway changed. */
        record GatewayChanged(GatewayId gateway, GatewayState state, long quotaBitPerSecond)
                implements Content {}

        /** An outage that the sender tells all others of. */
        record OutageNotice(String notice, String text) implements Content {}

        /**
         * A step of mutual aid; the fields are those of {@link MutualAid.AidMoved}.
         *
         * @param reason in a request, what it is for
         */
        record Aid(
                String aid,
                AidState state,
                AidResource resource,
                long amount,
                long untilMicros,
                String reason)
                implements Content {}

        /** A transit or far domain to the home domain: what this segment of the service can carry now. */
        record SegmentOffer(ServiceId service, int route, long rateBitPerSecond)
                implements Content {}

        /** The home domain to the others: whether the service takes this route, and how much of it is really used. */
        record SegmentUse(ServiceId service, int route, boolean selected, long rateBitPerSecond)
                implements Content {}
    }
}
