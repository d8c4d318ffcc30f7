package breakwater.engine;

import breakwater.engine.LinkStates.Hindrance;
import breakwater.engine.plan.DomainPlan;
import breakwater.engine.plan.DomainPlan.OwnLink;
import breakwater.engine.plan.DomainPlan.PeerGateway;
import breakwater.exercise.Envelope;
import breakwater.exercise.ExerciseEvent;
import breakwater.network.Gateway;
import breakwater.network.GatewayId;
import breakwater.network.GatewayState;
import breakwater.network.NodeId;

import java.util.Arrays;

/**
 * The borders of a domain: what the far side reports, and the limits either side sets. The stricter side counts; a
 * limit of 0 closes the border.
 */
final class Border {

    private static final String REASON_CLOSED = "gateway-closed";
    private static final String REASON_OPEN = "gateway-open";
    private static final String REASON_FAR = "far-node-down";
    private static final String REASON_FAR_BACK = "far-node-relays";

    private final DomainPlan plan;
    private final Moment moment;
    private final LinkStates links;
    private final Relaying relaying;
    private final Segments segments;

    private final boolean[] farDown;
    private final long[] ownLimit;
    private final long[] peerLimit;
    private final boolean[] closed;

    Border(DomainPlan plan, Moment moment, LinkStates links, Relaying relaying, Segments segments) {
        this.plan = plan;
        this.moment = moment;
        this.links = links;
        this.relaying = relaying;
        this.segments = segments;
        int count = plan.links().size();
        farDown = new boolean[count];
        closed = new boolean[count];
        ownLimit = new long[count];
        peerLimit = new long[count];
        Arrays.fill(ownLimit, Segments.NO_QUOTA);
        Arrays.fill(peerLimit, Segments.NO_QUOTA);
        for (int link = 0; link < count; link++) {
            long agreed = plan.links()
                    .get(link)
                    .gateway()
                    .map(Gateway::quotaBitPerSecond)
                    .orElse(0L);
            if (agreed > 0) {
                segments.limit(link, agreed);
            }
        }
    }

    /** The far node of own border links stopped or resumed relaying. */
    void farNode(NodeId node, boolean relays) {
        for (int link = 0; link < farDown.length; link++) {
            OwnLink own = plan.links().get(link);
            boolean concerned = own.b() == DomainPlan.PEER_NODE
                    && own.link().receiver().node().equals(node);
            if (!concerned || farDown[link] == !relays) {
                continue;
            }
            farDown[link] = !relays;
            if (relays) {
                links.free(link, Hindrance.DARK);
                relaying.unblock(link, REASON_FAR_BACK);
            } else {
                links.hinder(link, Hindrance.DARK);
                relaying.block(link, REASON_FAR);
            }
        }
    }

    /** This domain limits a border, or lifts its limit ({@link Segments#NO_QUOTA}). */
    void limitOwnSide(GatewayId gateway, long limit) {
        for (int link = 0; link < closed.length; link++) {
            if (isAt(link, gateway)) {
                ownLimit[link] = limit;
                apply(link);
            }
        }
        for (PeerGateway peer : plan.peerGateways()) {
            if (peer.gateway().id().equals(gateway)) {
                GatewayState state = stateOf(limit);
                long quota = limit == Segments.NO_QUOTA ? 0 : limit;
                moment.record(new ExerciseEvent.GatewayChanged(gateway, state, quota));
                moment.send(
                        peer.gateway().owner(),
                        new Envelope.Content.GatewayChanged(gateway, state, quota));
            }
        }
    }

    /** The far side limits a border this domain owns. */
    void limitFarSide(Envelope.Content.GatewayChanged change) {
        for (int link = 0; link < closed.length; link++) {
            if (isAt(link, change.gateway())) {
                peerLimit[link] = change.state() == GatewayState.OPEN
                        ? Segments.NO_QUOTA
                        : change.quotaBitPerSecond();
                apply(link);
            }
        }
    }

    private void apply(int link) {
        Gateway gateway = plan.links().get(link).gateway().orElseThrow();
        long agreed =
                gateway.quotaBitPerSecond() == 0 ? Segments.NO_QUOTA : gateway.quotaBitPerSecond();
        long limit = Math.min(Math.min(ownLimit[link], peerLimit[link]), agreed);
        segments.limit(link, limit == 0 ? agreed : limit);
        if (closed[link] != (limit == 0)) {
            closed[link] = limit == 0;
            if (closed[link]) {
                relaying.block(link, REASON_CLOSED);
            } else {
                relaying.unblock(link, REASON_OPEN);
            }
        }
        GatewayState state = limit == agreed ? GatewayState.OPEN : stateOf(limit);
        moment.record(new ExerciseEvent.GatewayChanged(
                gateway.id(), state, limit == Segments.NO_QUOTA ? 0 : limit));
    }

    private static GatewayState stateOf(long limit) {
        if (limit == Segments.NO_QUOTA) {
            return GatewayState.OPEN;
        }
        return limit == 0 ? GatewayState.CLOSED : GatewayState.THROTTLED;
    }

    private boolean isAt(int link, GatewayId gateway) {
        return plan.links()
                .get(link)
                .gateway()
                .filter(at -> at.id().equals(gateway))
                .isPresent();
    }
}
