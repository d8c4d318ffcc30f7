package breakwater.report;

import breakwater.exercise.Countermeasure.ServiceAdapted;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.ExerciseEvent.CrewChanged;
import breakwater.exercise.ExerciseEvent.GatewayChanged;
import breakwater.exercise.ExerciseEvent.KmsChanged;
import breakwater.exercise.ExerciseEvent.LinkChanged;
import breakwater.exercise.ExerciseEvent.LinkDeclared;
import breakwater.exercise.ExerciseEvent.NodeChanged;
import breakwater.exercise.ExerciseEvent.NodeDeclared;
import breakwater.exercise.ExerciseEvent.OperatorDeclared;
import breakwater.exercise.ExerciseEvent.RelayChanged;
import breakwater.exercise.ExerciseEvent.ServiceChanged;
import breakwater.exercise.ExerciseEvent.ServiceDeclared;
import breakwater.exercise.ExerciseEvent.ShedChanged;
import breakwater.exercise.ExerciseEvent.StoreChanged;
import breakwater.exercise.LogEntry;
import breakwater.network.DomainId;
import breakwater.network.LinkId;
import breakwater.network.NodeId;
import breakwater.network.ServiceId;
import breakwater.scoring.EntryRef;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The log by subject: what was declared, and the history of each thing, in time order. */
final class LogIndex {

    private final List<LogEntry> entries;
    private final Map<EntryRef, LogEntry> byRef = new HashMap<>();
    private final Map<NodeId, NodeDeclared> nodes = new TreeMap<>();
    private final Map<LinkId, LinkDeclared> links = new TreeMap<>();
    private final Map<ServiceId, ServiceDeclared> services = new TreeMap<>();
    private final Map<DomainId, OperatorDeclared> operators = new TreeMap<>();
    private final Map<NodeId, DomainId> domainOfNode = new HashMap<>();
    private final Map<Object, List<LogEntry>> histories = new HashMap<>();
    private final RouteBook routes = new RouteBook();

    LogIndex(List<LogEntry> entries) {
        this.entries = List.copyOf(entries);
        for (LogEntry entry : entries) {
            byRef.put(EntryRef.to(entry), entry);
            declare(entry);
            Object subject = subject(entry.event());
            if (subject != null) {
                histories.computeIfAbsent(subject, s -> new ArrayList<>()).add(entry);
            }
            routes.take(entry);
        }
    }

    private void declare(LogEntry entry) {
        ExerciseEvent event = entry.event();
        if (event instanceof NodeDeclared node) {
            nodes.put(node.node(), node);
            domainOfNode.put(node.node(), entry.origin());
        } else if (event instanceof LinkDeclared link) {
            links.put(link.link(), link);
        } else if (event instanceof ServiceDeclared service) {
            services.put(service.service(), service);
        } else if (event instanceof OperatorDeclared operator) {
            operators.put(entry.origin(), operator);
        }
    }

    private static @Nullable Object subject(ExerciseEvent event) {
        if (event instanceof NodeChanged node) {
            return node.node();
        } else if (event instanceof KmsChanged kms) {
            return kms.node();
        } else if (event instanceof LinkChanged link) {
            return link.link();
        } else if (event instanceof StoreChanged store) {
            return store.link();
        } else if (event instanceof RelayChanged relay) {
            return relay.link();
        } else if (event instanceof ShedChanged shed) {
            return shed.link();
        } else if (event instanceof GatewayChanged gateway) {
            return gateway.gateway();
        } else if (event instanceof CrewChanged crew) {
            return crew.job();
        } else if (event instanceof ServiceChanged service) {
            return service.service();
        } else if (event instanceof ServiceAdapted adapted) {
            return adapted.service();
        }
        return null;
    }

    List<LogEntry> entries() {
        return entries;
    }

    Map<NodeId, NodeDeclared> nodes() {
        return nodes;
    }

    Map<LinkId, LinkDeclared> links() {
        return links;
    }

    RouteBook routes() {
        return routes;
    }

    ServiceDeclared service(ServiceId id) {
        return known(services.get(id), id);
    }

    /** What a service demands at a moment, in bit/s. */
    long demandAt(ServiceId id, long timeMicros) {
        LogEntry last = findLast(id, timeMicros, ServiceAdapted.class::isInstance);
        return last != null && last.event() instanceof ServiceAdapted adapted
                ? adapted.demandBitPerSecond()
                : service(id).demandBitPerSecond();
    }

    NodeDeclared node(NodeId id) {
        return known(nodes.get(id), id);
    }

    LinkDeclared link(LinkId id) {
        return known(links.get(id), id);
    }

    DomainId domainOf(NodeId node) {
        return known(domainOfNode.get(node), node);
    }

    LogEntry entry(EntryRef ref) {
        return known(byRef.get(ref), ref);
    }

    private static <T> T known(@Nullable T found, Object id) {
        if (found == null) {
            throw new IllegalArgumentException("The log does not declare (%s).".formatted(id));
        }
        return found;
    }

    String operatorName(DomainId domain) {
        OperatorDeclared declared = operators.get(domain);
        return declared == null ? domain.value() : declared.name();
    }

    /** All that happened to a node, link, gateway, service or repair job. */
    List<LogEntry> history(Object id) {
        return histories.getOrDefault(id, List.of());
    }

    /** The last entry about {@code id} up to a moment that is of this kind; null when there is none. */
    @Nullable LogEntry findLast(Object id, long untilMicros, Predicate<ExerciseEvent> kind) {
        List<LogEntry> history = history(id);
        for (int i = history.size() - 1; i >= 0; i--) {
            LogEntry entry = history.get(i);
            if (entry.timeMicros() <= untilMicros && kind.test(entry.event())) {
                return entry;
            }
        }
        return null;
    }
}
