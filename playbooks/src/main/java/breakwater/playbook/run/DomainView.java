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
import breakwater.replay.ReplayedDomain;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The own domain as its entries tell it. Entries are folded only when somebody looks, for most are never asked for. */
final class DomainView {

    /** No store in use empties sooner than never. */
    private static final long LONG_SECONDS = 100L * 24 * 3600;

    private final ReplayedDomain domain;
    private final List<LogEntry> waiting = new ArrayList<>();

    DomainView(DomainId id) {
        domain = new ReplayedDomain(id);
    }

    void add(LogEntry entry) {
        waiting.add(entry);
    }

    private ReplayedDomain now() {
        waiting.forEach(domain::apply);
        waiting.clear();
        return domain;
    }

    /** One field of a snapshot. */
    Object snapshot(Snapshot kind, String id, String field, long atMicros) {
        return switch (kind) {
            case LINK -> ofLink(field, found(kind, id, now().linkAt(new LinkId(id), atMicros)));
            case NODE -> ofNode(field, found(kind, id, now().findNode(new NodeId(id))));
            case SERVICE -> ofService(field, found(kind, id, now().findService(new ServiceId(id))));
        };
    }

    private static <T> T found(Snapshot kind, String id, Optional<T> value) {
        return value.orElseThrow(() -> new ExpressionFailure(
                "Expected a %s of the own network, but '%s' is none.".formatted(kind.function(), id)));
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

    private static Object ofNode(String field, DomainState.AtNode node) {
        return switch (field) {
            case "up" -> node.state() != NodeState.DOWN;
            case "state" -> Happenings.lower(node.state());
            case "kms" -> Happenings.lower(node.kms());
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

    private static IllegalArgumentException unknown(String field) {
        return new IllegalArgumentException("No snapshot has a field (%s).".formatted(field));
    }

    /** How long until the first store in use is empty, if all goes on as now; 100 days for never. */
    Duration keyBufferRuntime(long atMicros) {
        double least = LONG_SECONDS;
        for (LinkId id : now().linkIds()) {
            DomainState.OnLink link = now().linkAt(id, atMicros).orElseThrow();
            long net = link.consumptionBitPerSecond() - link.generationBitPerSecond();
            if (net > 0) {
                least = Math.min(least, (double) link.level().bits() / net);
            }
        }
        return Duration.of((long) least, ChronoUnit.SECONDS);
    }
}
