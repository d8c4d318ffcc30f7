package breakwater.replay;

import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.LogEntry;
import breakwater.exercise.PathFlow;
import breakwater.network.DomainId;
import breakwater.network.LinkId;
import breakwater.network.LinkState;
import breakwater.network.NodeId;
import breakwater.network.NodeState;
import breakwater.network.ServiceId;
import breakwater.network.ServiceState;
import breakwater.network.StoreState;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All domains of a drill as the log tells them: give it the entries in order with {@link #apply}, then ask. The fold of
 * the log, independent of the engine. Not thread-safe.
 */
public final class ReplayedNetwork {

    private final Map<LinkId, ReplayedStore> stores = new LinkedHashMap<>();
    private final Map<LinkId, LinkState> links = new LinkedHashMap<>();
    private final Map<LinkId, Boolean> relaying = new LinkedHashMap<>();
    private final Map<LinkId, StoreState> storeStates = new LinkedHashMap<>();
    private final Map<NodeId, NodeState> nodes = new LinkedHashMap<>();
    private final Map<ServiceId, ServiceState> services = new LinkedHashMap<>();
    private final Map<PathKey, List<LinkId>> paths = new LinkedHashMap<>();
    private final Map<SegmentKey, List<PathFlow>> flows = new LinkedHashMap<>();

    /** A domain's share of one route of a service. */
    public record SegmentKey(DomainId domain, ServiceId service, int route) {}

    private record PathKey(SegmentKey segment, int path) {}

    /**
     * Takes in the next entry.
     *
     * @throws IllegalArgumentException when it speaks of a link or path that was never declared
     */
    public void apply(LogEntry entry) {
        long now = entry.timeMicros();
        ExerciseEvent event = entry.event();
        if (event instanceof ExerciseEvent.LinkDeclared declared) {
            stores.put(
                    declared.link(),
                    new ReplayedStore(
                            declared.capacityBit(),
                            declared.initialBit(),
                            declared.rateBitPerSecond()));
            links.put(declared.link(), LinkState.UP);
            relaying.put(declared.link(), true);
            storeStates.put(
                    declared.link(),
                    declared.initialBit() < declared.lowWaterBit()
                            ? StoreState.LOW
                            : StoreState.NORMAL);
        } else if (event instanceof ExerciseEvent.NodeDeclared declared) {
            nodes.put(declared.node(), NodeState.UP);
        } else if (event instanceof ExerciseEvent.ServiceDeclared declared) {
            services.put(declared.service(), ServiceState.OK);
        } else if (event instanceof ExerciseEvent.NodeChanged changed) {
            nodes.put(changed.node(), changed.state());
        } else if (event instanceof ExerciseEvent.ServiceChanged changed) {
            services.put(changed.service(), changed.state());
        } else if (event instanceof ExerciseEvent.PathDeclared declared) {
            SegmentKey segment =
                    new SegmentKey(entry.origin(), declared.service(), declared.route());
            paths.put(new PathKey(segment, declared.path()), declared.links());
        } else if (event instanceof ExerciseEvent.SegmentChanged changed) {
            carry(
                    now,
                    new SegmentKey(entry.origin(), changed.service(), changed.route()),
                    changed.flows());
        } else {
            applyToLink(now, event);
        }
    }

    private void applyToLink(long now, ExerciseEvent event) {
        if (event instanceof ExerciseEvent.LinkChanged changed) {
            links.put(changed.link(), changed.state());
            getStore(changed.link()).generates(now, changed.rateBitPerSecond());
        } else if (event instanceof ExerciseEvent.RelayChanged changed) {
            relaying.put(changed.link(), changed.usable());
        } else if (event instanceof ExerciseEvent.StoreChanged changed) {
            storeStates.put(changed.link(), changed.state());
            getStore(changed.link()).advance(now);
        } else if (event instanceof ExerciseEvent.StoreVoided voided) {
            getStore(voided.link()).voidAll(now);
        } else if (event instanceof ExerciseEvent.StoreClosed closed) {
            getStore(closed.link()).advance(now);
        }
    }

    private void carry(long now, SegmentKey segment, List<PathFlow> next) {
        for (PathFlow flow : flows.getOrDefault(segment, List.of())) {
            draw(now, segment, flow.path(), -flow.rateBitPerSecond());
        }
        for (PathFlow flow : next) {
            draw(now, segment, flow.path(), flow.rateBitPerSecond());
        }
        flows.put(segment, next);
    }

    private void draw(long now, SegmentKey segment, int path, long deltaBitPerSecond) {
        List<LinkId> taken = paths.get(new PathKey(segment, path));
        if (taken == null) {
            throw new IllegalArgumentException(
                    "Path %d of %s was used before it was declared.".formatted(path, segment));
        }
        taken.forEach(link -> getStore(link).addConsumption(now, deltaBitPerSecond));
    }

    /** The store of a link; throws when the link was never declared. */
    public ReplayedStore getStore(LinkId link) {
        return Optional.ofNullable(stores.get(link))
                .orElseThrow(() -> new IllegalArgumentException(
                        "The link (%s) was never declared.".formatted(link)));
    }

    public Map<LinkId, ReplayedStore> stores() {
        return Collections.unmodifiableMap(stores);
    }

    public Map<LinkId, LinkState> links() {
        return Collections.unmodifiableMap(links);
    }

    public Map<LinkId, StoreState> storeStates() {
        return Collections.unmodifiableMap(storeStates);
    }

    public Map<NodeId, NodeState> nodes() {
        return Collections.unmodifiableMap(nodes);
    }

    public Map<ServiceId, ServiceState> services() {
        return Collections.unmodifiableMap(services);
    }

    /** What every segment carries by path; empty lists for those that carry nothing. */
    public Map<SegmentKey, List<PathFlow>> flows() {
        return Collections.unmodifiableMap(flows);
    }

    /** Whether a link can be relayed over: both ends work and its store is not exhausted. */
    public boolean isRelaying(LinkId link) {
        return relaying.getOrDefault(link, false) && storeStates.get(link) != StoreState.EXHAUSTED;
    }

    /** The links of a declared path; empty when it was never declared. */
    public List<LinkId> linksOf(SegmentKey segment, int path) {
        return paths.getOrDefault(new PathKey(segment, path), List.of());
    }
}
