package breakwater.log;

import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.ExerciseEvent.KmsChanged;
import breakwater.exercise.ExerciseEvent.LinkChanged;
import breakwater.exercise.ExerciseEvent.LinkDeclared;
import breakwater.exercise.ExerciseEvent.NodeChanged;
import breakwater.exercise.ExerciseEvent.NodeDeclared;
import breakwater.exercise.ExerciseEvent.PathDeclared;
import breakwater.exercise.ExerciseEvent.RelayChanged;
import breakwater.exercise.ExerciseEvent.RouteChosen;
import breakwater.exercise.ExerciseEvent.SegmentChanged;
import breakwater.exercise.ExerciseEvent.ServiceChanged;
import breakwater.exercise.ExerciseEvent.ServiceDeclared;
import breakwater.exercise.ExerciseEvent.StoreChanged;
import breakwater.exercise.ExerciseEvent.StoreClosed;
import breakwater.exercise.ExerciseEvent.StoreVoided;
import breakwater.exercise.LogEntry;
import breakwater.log.LogReader.Finding;
import breakwater.network.LinkId;
import breakwater.network.NodeId;
import breakwater.network.ServiceId;
import breakwater.problem.Nearest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whether what the events speak of was declared. Judged at the end: at one instant a domain may name what another,
 * later in the order, declares.
 */
final class LogReferences {

    private final TreeSet<NodeId> nodes = new TreeSet<>();
    private final TreeSet<LinkId> links = new TreeSet<>();
    private final TreeSet<ServiceId> services = new TreeSet<>();
    private final Map<Object, Integer> firstUse = new LinkedHashMap<>();

    void take(LogEntry entry, int line) {
        ExerciseEvent event = entry.event();
        if (event instanceof NodeDeclared declared) {
            nodes.add(declared.node());
        } else if (event instanceof LinkDeclared declared) {
            links.add(declared.link());
            use(declared.a(), line);
            use(declared.b(), line);
        } else if (event instanceof ServiceDeclared declared) {
            services.add(declared.service());
            use(declared.from(), line);
            use(declared.to(), line);
        } else if (event instanceof PathDeclared path) {
            use(path.service(), line);
            path.links().forEach(link -> use(link, line));
        } else {
            takeHappening(event, line);
        }
    }

    private void takeHappening(ExerciseEvent event, int line) {
        if (event instanceof SegmentChanged segment) {
            use(segment.service(), line);
        } else if (event instanceof ServiceChanged service) {
            use(service.service(), line);
        } else if (event instanceof RouteChosen route) {
            use(route.service(), line);
        } else if (event instanceof LinkChanged link) {
            use(link.link(), line);
        } else if (event instanceof StoreChanged store) {
            use(store.link(), line);
        } else if (event instanceof StoreVoided store) {
            use(store.link(), line);
        } else if (event instanceof StoreClosed store) {
            use(store.link(), line);
        } else if (event instanceof RelayChanged relay) {
            use(relay.link(), line);
        } else if (event instanceof NodeChanged node) {
            use(node.node(), line);
        } else if (event instanceof KmsChanged kms) {
            use(kms.node(), line);
        }
    }

    List<Finding> unknown() {
        List<Finding> found = new ArrayList<>();
        firstUse.forEach((id, line) -> {
            if (id instanceof NodeId node && !nodes.contains(node)) {
                found.add(unknown(line, "node", id, nodes));
            } else if (id instanceof LinkId link && !links.contains(link)) {
                found.add(unknown(line, "link", id, links));
            } else if (id instanceof ServiceId service && !services.contains(service)) {
                found.add(unknown(line, "service", id, services));
            }
        });
        return found;
    }

    private void use(Object id, int line) {
        firstUse.putIfAbsent(id, line);
    }

    private static Finding unknown(int line, String what, Object id, SortedSet<?> declared) {
        List<String> names = declared.stream().map(Object::toString).toList();
        return new Finding(
                line,
                "unknown-reference",
                "Expected a %s that is declared in the log, but found '%s'.".formatted(what, id),
                Nearest.adviceAmong(names, id.toString()));
    }
}
