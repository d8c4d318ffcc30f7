package breakwater.engine;

import breakwater.engine.LinkStates.Hindrance;
import breakwater.engine.plan.DomainPlan;
import breakwater.engine.plan.DomainPlan.Watcher;
import breakwater.engine.plan.Segment;
import breakwater.exercise.Countermeasure;
import breakwater.exercise.DomainState;
import breakwater.exercise.Envelope;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.SimTime;
import breakwater.network.KmsState;
import breakwater.network.NodeId;
import breakwater.network.NodeState;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Power and software of a domain's nodes and the state of their key management agents. Batteries are full again once
 * the grid is back (assumption).
 */
final class NodeStates {

    private static final String REASON_DOWN = "node-down";
    private static final String REASON_KMS = "kms-down";
    private static final String REASON_ISOLATED = "node-isolated";
    private static final String REASON_BACK = "node-relays";

    private final DomainPlan plan;
    private final Moment moment;
    private final Timers timers;
    private final LinkStates links;
    private final Relaying relaying;
    private final Segments segments;

    private final int[] gridLosses;
    private final int[] downs;
    private final boolean[] batteryEmpty;
    private final int[] crashes;
    private final NodeState[] state;
    private final KmsState[] kms;
    private final boolean[] isolated;
    private final boolean[] powered;
    private final List<List<Integer>> segmentsTouching = new ArrayList<>();

    NodeStates(
            DomainPlan plan,
            Moment moment,
            Timers timers,
            LinkStates links,
            Relaying relaying,
            Segments segments) {
        this.plan = plan;
        this.moment = moment;
        this.timers = timers;
        this.links = links;
        this.relaying = relaying;
        this.segments = segments;
        int count = plan.nodes().size();
        gridLosses = new int[count];
        downs = new int[count];
        batteryEmpty = new boolean[count];
        crashes = new int[count];
        state = new NodeState[count];
        Arrays.fill(state, NodeState.UP);
        kms = new KmsState[count];
        Arrays.fill(kms, KmsState.UP);
        isolated = new boolean[count];
        powered = new boolean[count];
        plan.nodes().forEach(node -> segmentsTouching.add(new ArrayList<>()));
        for (int i = 0; i < plan.segments().size(); i++) {
            Segment segment = plan.segments().get(i);
            if (segment.touchesOneNode()) {
                segmentsTouching.get(segment.fromVertex()).add(i);
            }
        }
    }

    /** The grid fails at a node (1) or is back (-1); faults may overlap. */
    void grid(int node, int delta) {
        gridLosses[node] += delta;
        if (delta > 0 && gridLosses[node] == 1) {
            long autonomy = SimTime.ofSeconds(plan.nodes().get(node).power().autonomySeconds());
            timers.set(Timers.Kind.BATTERY, node, moment.now + autonomy);
        } else if (gridLosses[node] == 0) {
            timers.cancel(Timers.Kind.BATTERY, node);
            batteryEmpty[node] = false;
            powered[node] = false;
        }
        update(node);
    }

    /** Whether the grid has failed at a node. */
    boolean isWithoutGrid(int node) {
        return gridLosses[node] > 0;
    }

    /** A generator feeds the node until the grid is back; its battery waits full. */
    void power(int node) {
        timers.cancel(Timers.Kind.BATTERY, node);
        batteryEmpty[node] = false;
        powered[node] = true;
        update(node);
    }

    boolean isPowered(int node) {
        return powered[node];
    }

    Set<NodeId> powered() {
        return namesOf(powered);
    }

    /** The battery of a node is empty. */
    void batteryDue(int node) {
        batteryEmpty[node] = true;
        update(node);
    }

    /** Something takes the node down (1) or lets it up (-1). */
    void down(int node, int delta) {
        downs[node] += delta;
        update(node);
    }

    private void update(int node) {
        NodeState next = downs[node] > 0 || batteryEmpty[node]
                ? NodeState.DOWN
                : gridLosses[node] == 0
                        ? NodeState.UP
                        : powered[node] ? NodeState.ON_GENERATOR : NodeState.ON_BATTERY;
        NodeState before = state[node];
        if (next == before) {
            return;
        }
        boolean relayedBefore = relays(node);
        state[node] = next;
        moment.record(new ExerciseEvent.NodeChanged(plan.nodes().get(node).id(), next));
        if (next == NodeState.DOWN) {
            plan.linksOfNode().get(node).forEach(link -> links.hinder(link, Hindrance.DARK));
            tellPeers(node);
        } else if (before == NodeState.DOWN) {
            plan.linksOfNode().get(node).forEach(link -> links.free(link, Hindrance.DARK));
            tellPeers(node);
        }
        announce(node, relayedBefore, REASON_DOWN);
    }

    /** The agent of a node crashes (1) or restarts (-1). */
    void crash(int node, int delta) {
        boolean relayedBefore = relays(node);
        crashes[node] += delta;
        if (crashes[node] > 0) {
            timers.cancel(Timers.Kind.KMS_RESYNC, node);
            enter(node, KmsState.CRASHED);
        } else {
            enter(node, KmsState.RESTORING);
            long resync = SimTime.ofSeconds(plan.nodes().get(node).kms().resyncSeconds());
            timers.set(Timers.Kind.KMS_RESYNC, node, moment.now + resync);
        }
        announce(node, relayedBefore, REASON_KMS);
    }

    /** The agent of a node is in step with its peers again. */
    void resyncDue(int node) {
        boolean relayedBefore = relays(node);
        enter(node, KmsState.UP);
        announce(node, relayedBefore, REASON_KMS);
    }

    private void enter(int node, KmsState next) {
        if (kms[node] != next) {
            boolean stopped = kms[node] == KmsState.UP;
            boolean resumed = next == KmsState.UP;
            kms[node] = next;
            moment.record(new ExerciseEvent.KmsChanged(plan.nodes().get(node).id(), next));
            if (stopped || resumed) {
                plan.linksOfNode().get(node).forEach(link -> links.pause(link, stopped ? 1 : -1));
                tellPeers(node);
            }
        }
    }

    /**
     * By order, the agent of a node takes no key in and relays none, or does again.
     *
     * @return whether that is new
     */
    boolean isolate(int node, boolean now) {
        if (isolated[node] == now) {
            return false;
        }
        boolean relayedBefore = relays(node);
        isolated[node] = now;
        moment.record(new Countermeasure.NodeIsolated(plan.nodes().get(node).id(), now));
        plan.linksOfNode().get(node).forEach(link -> links.pause(link, now ? 1 : -1));
        tellPeers(node);
        announce(node, relayedBefore, REASON_ISOLATED);
        return true;
    }

    Set<NodeId> isolated() {
        return namesOf(isolated);
    }

    private Set<NodeId> namesOf(boolean[] which) {
        Set<NodeId> now = new HashSet<>();
        for (int node = 0; node < which.length; node++) {
            if (which[node]) {
                now.add(plan.nodes().get(node).id());
            }
        }
        return now;
    }

    private boolean relays(int node) {
        return state[node] != NodeState.DOWN && takesKeyIn(node);
    }

    private boolean takesKeyIn(int node) {
        return kms[node] == KmsState.UP && !isolated[node];
    }

    private void announce(int node, boolean relayedBefore, String reason) {
        boolean relaysNow = relays(node);
        if (relaysNow == relayedBefore) {
            return;
        }
        for (int link : plan.linksOfNode().get(node)) {
            if (relaysNow) {
                relaying.unblock(link, REASON_BACK);
            } else {
                relaying.block(link, reason);
            }
        }
        for (int segment : segmentsTouching.get(node)) {
            segments.nodeBlocked(segment, relaysNow ? -1 : 1);
        }
    }

    Map<NodeId, DomainState.AtNode> look() {
        Map<NodeId, DomainState.AtNode> now = new HashMap<>();
        for (int node = 0; node < state.length; node++) {
            now.put(plan.nodes().get(node).id(), new DomainState.AtNode(state[node], kms[node]));
        }
        return now;
    }

    /** The owners of border links that end at the node are told what they cannot see themselves. */
    private void tellPeers(int node) {
        tellPeers(
                node,
                new Envelope.Content.GatewayNode(
                        plan.nodes().get(node).id(),
                        state[node] != NodeState.DOWN,
                        takesKeyIn(node)));
    }

    /** The agent of a node lost the key it held. */
    void storesLost(int node) {
        tellPeers(
                node,
                new Envelope.Content.GatewayStoresLost(plan.nodes().get(node).id()));
    }

    private void tellPeers(int node, Envelope.Content content) {
        for (Watcher watcher : plan.watchers()) {
            if (watcher.node() == node) {
                moment.send(watcher.peer(), content);
            }
        }
    }
}
