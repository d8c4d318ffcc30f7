package breakwater.engine;

import breakwater.engine.LinkStates.Hindrance;
import breakwater.engine.plan.DomainPlan;
import breakwater.engine.plan.DomainPlan.OwnLink;
import breakwater.engine.plan.DomainPlan.PeerGateway;
import breakwater.exercise.DomainState;
import breakwater.exercise.Envelope;
import breakwater.exercise.ExerciseEvent;
import breakwater.network.Gateway;
import breakwater.network.GatewayId;
import breakwater.network.GatewayState;
import breakwater.network.NodeId;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * The borders of a domain: what the far side reports, and the limits either side sets. The stricter side counts; a
 * limit of 0 closes the border.
 */
final class Border {

    private static final String REASON_CLOSED = "gateway-closed";
    private static final String REASON_OPEN = "gateway-open";
    private static final String REASON_FAR = "far-node-down";
    private static final String REASON_FAR_KMS = "far-kms-down";
    private static final String REASON_FAR_BACK = "far-node-relays";

    private final DomainPlan plan;
    private final Moment moment;
    private final LinkStates links;
    private final Relaying relaying;
    private final Segments segments;
    private final KeyStores stores;

    private final boolean[] farPowered;
    private final boolean[] farKmsRunning;
    private final long[] ownLimit;
    private final Map<GatewayId, List<Long>> ownLimits = new HashMap<>();
    private final Map<GatewayId, Long> ordered = new HashMap<>();
    private final long[] peerLimit;
    private final boolean[] closed;

    /** What aid adds to the agreed quota, by link. */
    private final long[] aided;

    /** What a border acts on. */
    record Sides(LinkStates links, Relaying relaying, Segments segments, KeyStores stores) {}

    Border(DomainPlan plan, Moment moment, Sides sides) {
        this.plan = plan;
        this.moment = moment;
        this.links = sides.links();
        this.relaying = sides.relaying();
        this.segments = sides.segments();
        this.stores = sides.stores();
        int count = plan.links().size();
        farPowered = new boolean[count];
        farKmsRunning = new boolean[count];
        Arrays.fill(farPowered, true);
        Arrays.fill(farKmsRunning, true);
        closed = new boolean[count];
        aided = new long[count];
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

    /** The far node of own border links changed. */
    void farNode(Envelope.Content.GatewayNode far) {
        forEachLinkTo(far.node(), link -> {
            boolean relayedBefore = farPowered[link] && farKmsRunning[link];
            if (farPowered[link] && !far.powered()) {
                links.hinder(link, Hindrance.DARK);
            } else if (!farPowered[link] && far.powered()) {
                links.free(link, Hindrance.DARK);
            }
            if (farKmsRunning[link] != far.kmsRunning()) {
                links.pause(link, far.kmsRunning() ? -1 : 1);
            }
            farPowered[link] = far.powered();
            farKmsRunning[link] = far.kmsRunning();
            boolean relaysNow = far.powered() && far.kmsRunning();
            if (relaysNow && !relayedBefore) {
                relaying.unblock(link, REASON_FAR_BACK);
            } else if (!relaysNow && relayedBefore) {
                relaying.block(link, far.powered() ? REASON_FAR_KMS : REASON_FAR);
            }
        });
    }

    /** The far agent lost its half of the key in the stores between. */
    void farStoresLost(NodeId node) {
        forEachLinkTo(node, this::loseStore);
    }

    /** All key of a store becomes unusable: one end lost its half. */
    void loseStore(int link) {
        if (stores.voidAll(link)) {
            relaying.storeJudged(link);
        }
    }

    private void forEachLinkTo(NodeId farNode, IntConsumer action) {
        for (int link = 0; link < closed.length; link++) {
            OwnLink own = plan.links().get(link);
            if (own.b() == DomainPlan.PEER_NODE && own.link().receiver().node().equals(farNode)) {
                action.accept(link);
            }
        }
    }

    /** This domain limits a border, or lifts one such limit; of several the least counts. */
    void limitOwnSide(GatewayId gateway, long limitBitPerSecond, boolean lifted) {
        List<Long> limits = ownLimits.computeIfAbsent(gateway, first -> new ArrayList<>(1));
        long before = leastOf(limits);
        if (lifted) {
            limits.remove(limitBitPerSecond);
        } else {
            limits.add(limitBitPerSecond);
        }
        long limit = leastOf(limits);
        if (limit == before) {
            return;
        }
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

    /** Whether this domain has a side of the border. */
    boolean hasGateway(GatewayId gateway) {
        for (int link = 0; link < closed.length; link++) {
            if (isAt(link, gateway)) {
                return true;
            }
        }
        return plan.peerGateways().stream().anyMatch(peer -> peer.gateway().id().equals(gateway));
    }

    /**
     * The operator limits its side, in place of what it ordered before; empty lifts it.
     *
     * @return whether that is new
     */
    boolean limitByOrder(GatewayId gateway, Optional<Long> limitBitPerSecond) {
        Long before = ordered.get(gateway);
        if (Optional.ofNullable(before).equals(limitBitPerSecond)) {
            return false;
        }
        limitBitPerSecond.ifPresentOrElse(
                limit -> {
                    ordered.put(gateway, limit);
                    limitOwnSide(gateway, limit, false);
                },
                () -> ordered.remove(gateway));
        if (before != null) {
            limitOwnSide(gateway, before, true);
        }
        return true;
    }

    private static long leastOf(List<Long> limits) {
        return limits.stream().mapToLong(Long::longValue).min().orElse(Segments.NO_QUOTA);
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
        long agreed = agreedOf(link, gateway);
        long limit = limitOf(link);
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

    /** The borders that are not as agreed: own ones as they are, those of peers as limited from here. */
    Map<GatewayId, DomainState.AtGateway> look() {
        Map<GatewayId, DomainState.AtGateway> now = new HashMap<>();
        for (int link = 0; link < closed.length; link++) {
            if (plan.links().get(link).gateway().isPresent()) {
                Gateway gateway = plan.links().get(link).gateway().orElseThrow();
                put(now, gateway.id(), agreedOf(link, gateway), limitOf(link));
            }
        }
        for (PeerGateway peer : plan.peerGateways()) {
            GatewayId id = peer.gateway().id();
            put(now, id, Segments.NO_QUOTA, leastOf(ownLimits.getOrDefault(id, List.of())));
        }
        return now;
    }

    private static void put(
            Map<GatewayId, DomainState.AtGateway> into, GatewayId id, long agreed, long limit) {
        if (limit != agreed) {
            into.put(id, new DomainState.AtGateway(stateOf(limit), limit));
        }
    }

    private static GatewayState stateOf(long limit) {
        if (limit == Segments.NO_QUOTA) {
            return GatewayState.OPEN;
        }
        return limit == 0 ? GatewayState.CLOSED : GatewayState.THROTTLED;
    }

    private long agreedOf(int link, Gateway gateway) {
        return gateway.quotaBitPerSecond() == 0
                ? Segments.NO_QUOTA
                : gateway.quotaBitPerSecond() + aided[link];
    }

    /** Whether this domain owns the border's link. */
    boolean owns(GatewayId gateway) {
        return findOwn(gateway) >= 0;
    }

    private int findOwn(GatewayId gateway) {
        for (int link = 0; link < closed.length; link++) {
            if (isAt(link, gateway)) {
                return link;
            }
        }
        return -1;
    }

    private int getOwn(GatewayId gateway) {
        int link = findOwn(gateway);
        if (link < 0) {
            throw new IllegalArgumentException(
                    "The gateway (%s) is not owned by (%s).".formatted(gateway, plan.id()));
        }
        return link;
    }

    /** Aid adds to the agreed quota of an own border, or takes it back; without a quota there is nothing to add to. */
    void extend(GatewayId gateway, long deltaBitPerSecond) {
        int link = getOwn(gateway);
        aided[link] += deltaBitPerSecond;
        apply(link);
    }

    /** Whether an own border relays as much as was agreed. */
    boolean isAsAgreed(GatewayId gateway) {
        int link = getOwn(gateway);
        Gateway agreed = plan.links().get(link).gateway().orElseThrow();
        return !relaying.isBlocked(link) && limitOf(link) >= agreedOf(link, agreed);
    }

    /** Key of a reserve comes into the store of an own border. Returns how many bits fit in. */
    long lend(GatewayId gateway, long bits) {
        int link = getOwn(gateway);
        long taken = stores.lend(link, bits);
        if (stores.judge(link)) {
            relaying.storeJudged(link);
        }
        return taken;
    }

    /** Lent key leaves the store of an own border, as much as is there above its upper mark. Returns how many bits. */
    long payBack(GatewayId gateway, long bits) {
        return stores.payBack(getOwn(gateway), bits);
    }

    private long limitOf(int link) {
        Gateway gateway = plan.links().get(link).gateway().orElseThrow();
        return Math.min(Math.min(ownLimit[link], peerLimit[link]), agreedOf(link, gateway));
    }

    private boolean isAt(int link, GatewayId gateway) {
        return plan.links()
                .get(link)
                .gateway()
                .filter(at -> at.id().equals(gateway))
                .isPresent();
    }
}
