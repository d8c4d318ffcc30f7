package breakwater.playbook.run;

import breakwater.exercise.DomainState;
import breakwater.exercise.LogEntry;
import breakwater.network.DomainId;
import breakwater.network.LinkId;
import breakwater.network.LinkState;
import breakwater.network.NodeId;
import breakwater.network.NodeState;
import breakwater.network.ServiceId;
import breakwater.network.ServiceState;
import breakwater.playbook.expression.ExpressionFailure;
import breakwater.playbook.expression.Snapshot;
import breakwater.replay.DomainTally;
import breakwater.replay.ReplayedDomain;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The own domain as its entries tell it. Entries are folded only when somebody looks, for most are never asked for. */
final class DomainView {

    /** No store in use empties sooner than never. */
    private static final long LONG_SECONDS = 100L * 24 * 3600;

    private final ReplayedDomain domain;
    private final List<LogEntry> waiting = new ArrayList<>();
    private long nowMicros;

    /** Null when something that it counts may have changed since. */
    private @Nullable DomainTally tally;

    DomainView(DomainId id) {
        domain = new ReplayedDomain(id);
    }

    void add(LogEntry entry) {
        waiting.add(entry);
    }

    /** Nothing after this is known yet. */
    void at(long micros) {
        nowMicros = micros;
    }

    private ReplayedDomain now() {
        for (LogEntry entry : waiting) {
            domain.apply(entry);
            if (DomainTally.isChangedBy(entry.event())) {
                tally = null;
            }
        }
        waiting.clear();
        return domain;
    }

    private DomainTally tally() {
        ReplayedDomain whole = now();
        if (tally == null) {
            tally = whole.tally();
        }
        return tally;
    }

    /** One field of a snapshot. */
    Object snapshot(Snapshot kind, String id, String field) {
        return switch (kind) {
            case LINK -> ofLink(field, found(kind, id, now().linkAt(new LinkId(id), nowMicros)));
            case NODE ->
                ofNode(field, new NodeId(id), found(kind, id, now().findNode(new NodeId(id))));
            case SERVICE -> ofService(field, found(kind, id, now().findService(new ServiceId(id))));
            case PATH -> ofPath(field, id);
            case DOMAIN -> ofDomain(field, tally());
        };
    }

    private static <T> T found(Snapshot kind, String id, Optional<T> value) {
        return value.orElseThrow(
                () -> new ExpressionFailure("Expected a %s of the own network, but '%s' is none."
                        .formatted(kind.function(), id)));
    }

    private static Object ofLink(String field, DomainState.OnLink link) {
        return switch (field) {
            case "up" -> link.state() == LinkState.UP;
            case "state" -> Happenings.lower(link.state());
            case "relays" -> link.relays();
            case "store" -> Happenings.lower(link.store());
            case "level_bit" -> link.level().bits();
            case "generation_bps" -> link.generationBitPerSecond();
            case "consumption_bps" -> link.consumptionBitPerSecond();
            default -> throw unknown(field);
        };
    }

    private Object ofNode(String field, NodeId id, DomainState.AtNode node) {
        return switch (field) {
            case "up" -> node.state() != NodeState.DOWN;
            case "state" -> Happenings.lower(node.state());
            case "kms" -> Happenings.lower(node.kms());
            case "links" ->
                now().linkIds().stream()
                        .filter(link -> now().otherEnd(link, id).isPresent())
                        .map(LinkId::value)
                        .sorted()
                        .toList();
            default -> throw unknown(field);
        };
    }

    private static Object ofService(String field, DomainState.OfService service) {
        return switch (field) {
            case "ok" -> service.state() == ServiceState.OK;
            case "state" -> Happenings.lower(service.state());
            case "rate_bps" -> service.rateBitPerSecond();
            default -> throw unknown(field);
        };
    }

    private static Object ofDomain(String field, DomainTally tally) {
        return switch (field) {
            case "nodes_on_battery" -> tally.nodesOnBattery();
            case "nodes_down" -> tally.nodesDown();
            case "links_down" -> tally.linksDown();
            case "services_starved" -> tally.servicesStarved();
            case "crews_idle" -> tally.crewsIdle();
            default -> throw unknown(field);
        };
    }

    /** Breadth first over the own links that serve; bounded by their number. */
    private Object ofPath(String field, String ids) {
        String[] ends = ids.split(" ", 2);
        found(Snapshot.NODE, ends[0], now().findNode(new NodeId(ends[0])));
        found(Snapshot.NODE, ends[1], now().findNode(new NodeId(ends[1])));
        Map<NodeId, Long> leastLevel = new LinkedHashMap<>();
        Map<NodeId, Long> hops = new HashMap<>();
        Deque<NodeId> next = new ArrayDeque<>();
        NodeId from = new NodeId(ends[0]);
        leastLevel.put(from, Long.MAX_VALUE);
        hops.put(from, 0L);
        next.add(from);
        while (!next.isEmpty()) {
            NodeId at = next.remove();
            for (LinkId id : now().linkIds()) {
                Optional<NodeId> other = now().otherEnd(id, at);
                DomainState.OnLink link = now().linkAt(id, nowMicros).orElseThrow();
                if (other.isPresent() && link.serves() && !hops.containsKey(other.get())) {
                    hops.put(other.get(), hops.getOrDefault(at, 0L) + 1);
                    leastLevel.put(
                            other.get(),
                            Math.min(
                                    leastLevel.getOrDefault(at, 0L),
                                    link.level().bits()));
                    next.add(other.get());
                }
            }
        }
        NodeId to = new NodeId(ends[1]);
        return switch (field) {
            case "usable" -> hops.containsKey(to);
            case "hops" -> hops.getOrDefault(to, 0L);
            case "min_level_bit" ->
                hops.containsKey(to) ? leastLevel.getOrDefault(to, 0L) : (Object) 0L;
            default -> throw unknown(field);
        };
    }

    private static IllegalArgumentException unknown(String field) {
        return new IllegalArgumentException("No snapshot has a field (%s).".formatted(field));
    }

    /** How long until the first store in use is empty, if all goes on as now; 100 days for never. */
    Duration keyBufferRuntime() {
        double least = LONG_SECONDS;
        for (LinkId id : now().linkIds()) {
            DomainState.OnLink link = now().linkAt(id, nowMicros).orElseThrow();
            long net = link.consumptionBitPerSecond() - link.generationBitPerSecond();
            if (net > 0) {
                least = Math.min(least, (double) link.level().bits() / net);
            }
        }
        return Duration.of((long) least, ChronoUnit.SECONDS);
    }
}
