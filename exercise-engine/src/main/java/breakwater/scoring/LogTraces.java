package breakwater.scoring;

import breakwater.exercise.Countermeasure.ServiceAdapted;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.ExerciseEvent.DrillOpened;
import breakwater.exercise.ExerciseEvent.InjectReleased;
import breakwater.exercise.ExerciseEvent.LinkChanged;
import breakwater.exercise.ExerciseEvent.LinkDeclared;
import breakwater.exercise.ExerciseEvent.MaintenanceDeclared;
import breakwater.exercise.ExerciseEvent.OperatorDeclared;
import breakwater.exercise.ExerciseEvent.PathDeclared;
import breakwater.exercise.ExerciseEvent.RouteChosen;
import breakwater.exercise.ExerciseEvent.SegmentChanged;
import breakwater.exercise.ExerciseEvent.ServiceChanged;
import breakwater.exercise.ExerciseEvent.ServiceDeclared;
import breakwater.exercise.ExerciseEvent.StoreClosed;
import breakwater.exercise.LogEntry;
import breakwater.exercise.SimTime;
import breakwater.network.DomainId;
import breakwater.network.LinkId;
import breakwater.network.ServiceId;
import breakwater.network.ServiceState;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What scoring needs of a log, gathered in two passes: declarations first, since a neighbour may speak of them earlier.
 */
final class LogTraces {

    private final Map<DomainId, OperatorDeclared> operators = new TreeMap<>();
    private final Map<ServiceId, ServiceTrace> services = new TreeMap<>();
    private final Map<LinkId, LinkTrace> links = new TreeMap<>();
    private final Map<String, MaintenanceDeclared> maintenance = new HashMap<>();
    private final Map<String, LogEntry> released = new HashMap<>();
    private final Map<DomainId, List<StoreClosed>> accounts = new TreeMap<>();
    private @Nullable DrillOpened opened;

    private final RideThroughs rides = new RideThroughs();
    private AidLedger aid = new AidLedger(0);
    private AidUse aidUse = new AidUse(0);
    private long windowEnd;
    private long instant;

    private LogTraces() {}

    /** Throws when a log speaks of what it never declared or was never opened; the log reader refuses such a log. */
    static LogTraces of(Iterable<LogEntry> entries) {
        LogTraces traces = new LogTraces();
        entries.forEach(traces::takeDeclaration);
        traces.windowEnd = traces.opened().horizonMicros()
                / SimTime.MICROS_PER_SECOND
                * SimTime.MICROS_PER_SECOND;
        traces.aid = new AidLedger(traces.windowEnd);
        traces.aidUse = new AidUse(traces.windowEnd);
        entries.forEach(traces::takeHappening);
        traces.endOfInstant();
        traces.rides.close(traces.windowEnd);
        return traces;
    }

    DrillOpened opened() {
        if (opened == null) {
            throw new IllegalArgumentException("The log must begin with DrillOpened.");
        }
        return opened;
    }

    Map<DomainId, OperatorDeclared> operators() {
        return operators;
    }

    Collection<ServiceTrace> services() {
        return services.values();
    }

    Collection<LinkTrace> links() {
        return links.values();
    }

    /** Declared planned work by inject. */
    Map<String, MaintenanceDeclared> maintenance() {
        return maintenance;
    }

    /** First release of each inject. */
    Map<String, LogEntry> released() {
        return released;
    }

    /** Mutual aid. To be called once. */
    AidScores aid() {
        return AidScores.of(aid, aidUse, windowEnd);
    }

    List<StoreClosed> accountsOf(DomainId domain) {
        return accounts.getOrDefault(domain, List.of());
    }

    private void takeDeclaration(LogEntry entry) {
        ExerciseEvent event = entry.event();
        if (event instanceof ServiceDeclared declared) {
            services.put(declared.service(), new ServiceTrace(declared, entry.origin()));
        } else if (event instanceof LinkDeclared declared) {
            links.put(declared.link(), new LinkTrace(declared, entry.origin(), entry));
        } else if (event instanceof OperatorDeclared declared) {
            operators.put(entry.origin(), declared);
        } else if (event instanceof MaintenanceDeclared declared && entry.timeMicros() == 0) {
            maintenance.put(declared.inject().value(), declared);
        } else if (event instanceof InjectReleased inject) {
            released.putIfAbsent(inject.inject().value(), entry);
        } else if (event instanceof StoreClosed account) {
            accounts.computeIfAbsent(entry.origin(), d -> new ArrayList<>()).add(account);
        } else if (event instanceof DrillOpened first && opened == null) {
            opened = first;
        }
    }

    private void takeHappening(LogEntry entry) {
        if (entry.timeMicros() != instant) {
            endOfInstant();
            instant = entry.timeMicros();
        }
        aid.take(entry);
        aidUse.take(entry);
        ExerciseEvent event = entry.event();
        if (event instanceof SegmentChanged segment) {
            ServiceTrace service = touch(segment.service());
            service.segmentChanged(
                    entry, segment.route(), segment.rateBitPerSecond(), segment.flows());
        } else if (event instanceof RouteChosen route) {
            touch(route.service()).routeChosen(entry, route.route(), route.domains());
        } else if (event instanceof ServiceAdapted adapted) {
            service(adapted.service()).adapted(entry, adapted, windowEnd);
        } else if (event instanceof PathDeclared path) {
            service(path.service())
                    .pathDeclared(entry.origin(), path.route(), path.path(), path.links());
        } else if (event instanceof ServiceChanged changed) {
            if (changed.state() == ServiceState.SUSPENDED) {
                rides.shed(service(changed.service()));
            }
        } else if (event instanceof LinkChanged link) {
            linkChanged(entry, link);
        }
    }

    private void linkChanged(LogEntry entry, LinkChanged changed) {
        LinkTrace link = links.get(changed.link());
        if (link == null) {
            throw new IllegalArgumentException(
                    "The link (%s) was never declared.".formatted(changed.link()));
        }
        link.changed(entry, changed);
        rides.linkChanged(changed.link(), changed.generates());
    }

    private ServiceTrace touch(ServiceId id) {
        ServiceTrace service = service(id);
        rides.touch(service);
        return service;
    }

    private ServiceTrace service(ServiceId id) {
        ServiceTrace service = services.get(id);
        if (service == null) {
            throw new IllegalArgumentException(
                    "The service (%s) was never declared.".formatted(id));
        }
        return service;
    }

    private void endOfInstant() {
        if (instant <= windowEnd) {
            rides.endOfInstant(instant);
        }
    }
}
