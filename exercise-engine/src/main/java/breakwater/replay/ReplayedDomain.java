package breakwater.replay;

import breakwater.exercise.CrewId;
import breakwater.exercise.DomainState;
import breakwater.exercise.DomainState.AtGateway;
import breakwater.exercise.DomainState.AtNode;
import breakwater.exercise.DomainState.OfCrew;
import breakwater.exercise.DomainState.OfFault;
import breakwater.exercise.DomainState.OfService;
import breakwater.exercise.DomainState.OnLink;
import breakwater.exercise.DomainState.OnSegment;
import breakwater.exercise.DomainState.SegmentId;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.LogEntry;
import breakwater.exercise.PathFlow;
import breakwater.network.ControllerState;
import breakwater.network.CrewState;
import breakwater.network.DomainId;
import breakwater.network.GatewayId;
import breakwater.network.GatewayState;
import breakwater.network.KmsState;
import breakwater.network.LinkId;
import breakwater.network.NodeId;
import breakwater.network.NodeState;
import breakwater.network.ServiceId;
import breakwater.network.ServiceState;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One domain as its own entries tell it. */
final class ReplayedDomain {

    private final DomainId id;
    private boolean operator;
    private ControllerState controller = ControllerState.LEADER;
    private final Map<NodeId, AtNode> nodes = new LinkedHashMap<>();
    private final Map<LinkId, ReplayedLink> links = new LinkedHashMap<>();
    private final Map<GatewayId, AtGateway> gateways = new HashMap<>();
    private final Map<CrewId, OfCrew> crews = new HashMap<>();
    private final Set<String> openJobs = new HashSet<>();
    private final Set<OfFault> faults = new HashSet<>();
    private final Map<ServiceId, ServiceState> services = new LinkedHashMap<>();
    private final Map<ServiceId, ExerciseEvent.RouteChosen> routes = new HashMap<>();
    private final Map<SegmentId, OnSegment> segments = new HashMap<>();
    private final Map<PathKey, List<LinkId>> paths = new HashMap<>();

    private record PathKey(SegmentId segment, int path) {}

    ReplayedDomain(DomainId id) {
        this.id = id;
    }

    boolean isOperator() {
        return operator;
    }

    Optional<ReplayedLink> findLink(LinkId link) {
        return Optional.ofNullable(links.get(link));
    }

    List<LinkId> linksOf(SegmentId segment, int path) {
        return paths.getOrDefault(new PathKey(segment, path), List.of());
    }

    void apply(LogEntry entry) {
        long now = entry.timeMicros();
        ExerciseEvent event = entry.event();
        boolean known = declares(event)
                || isAboutKeyOf(now, event)
                || isAboutServices(now, event)
                || isAboutHands(event)
                || isAboutNodesAndControl(event);
        if (!known && operator) {
            // Answers to responders and plans change no state; what follows from them is recorded.
            boolean stateless = event instanceof ExerciseEvent.IntentAccepted
                    || event instanceof ExerciseEvent.IntentRefused
                    || event instanceof ExerciseEvent.PlanSolved;
            if (!stateless) {
                throw new IllegalArgumentException(
                        "Expected of domain (%s) only events of domains, but found (%s)."
                                .formatted(id, event));
            }
        }
    }

    private boolean declares(ExerciseEvent event) {
        if (event instanceof ExerciseEvent.OperatorDeclared declared) {
            operator = true;
            for (int crew = 1; crew <= declared.crews(); crew++) {
                crews.put(CrewId.of(id, crew), OfCrew.IDLE);
            }
        } else if (event instanceof ExerciseEvent.LinkDeclared declared) {
            links.put(declared.link(), new ReplayedLink(declared));
        } else if (event instanceof ExerciseEvent.NodeDeclared declared) {
            nodes.put(declared.node(), new AtNode(NodeState.UP, KmsState.UP));
        } else if (event instanceof ExerciseEvent.ServiceDeclared declared) {
            services.put(declared.service(), ServiceState.OK);
        } else if (event instanceof ExerciseEvent.PathDeclared declared) {
            SegmentId segment = new SegmentId(declared.service(), declared.route());
            paths.put(new PathKey(segment, declared.path()), declared.links());
        } else {
            return false;
        }
        return true;
    }

    private boolean isAboutKeyOf(long now, ExerciseEvent event) {
        if (event instanceof ExerciseEvent.LinkChanged changed) {
            getLink(changed.link()).changed(now, changed);
        } else if (event instanceof ExerciseEvent.RelayChanged changed) {
            getLink(changed.link()).relays(changed.usable());
        } else if (event instanceof ExerciseEvent.ShedChanged changed) {
            getLink(changed.link()).sheds(changed.fromClass());
        } else if (event instanceof ExerciseEvent.StoreChanged changed) {
            getLink(changed.link()).storeChanged(now, changed);
        } else if (event instanceof ExerciseEvent.StoreVoided voided) {
            getLink(voided.link()).store().voidAll(now);
        } else if (event instanceof ExerciseEvent.StoreClosed closed) {
            getLink(closed.link()).store().advance(now);
        } else {
            return false;
        }
        return true;
    }

    private boolean isAboutServices(long now, ExerciseEvent event) {
        if (event instanceof ExerciseEvent.ServiceChanged changed) {
            services.put(changed.service(), changed.state());
        } else if (event instanceof ExerciseEvent.RouteChosen chosen) {
            routes.put(chosen.service(), chosen);
        } else if (event instanceof ExerciseEvent.SegmentChanged changed) {
            carry(now, changed);
        } else {
            return false;
        }
        return true;
    }

    private boolean isAboutHands(ExerciseEvent event) {
        if (event instanceof ExerciseEvent.RepairOpened opened) {
            openJobs.add(opened.job());
        } else if (event instanceof ExerciseEvent.RepairClosed closed) {
            openJobs.remove(closed.job());
        } else if (event instanceof ExerciseEvent.CrewChanged changed) {
            crews.put(
                    changed.crew(),
                    changed.state() == CrewState.IDLE
                            ? OfCrew.IDLE
                            : new OfCrew(changed.state(), changed.job(), changed.untilMicros()));
        } else {
            return false;
        }
        return true;
    }

    private boolean isAboutNodesAndControl(ExerciseEvent event) {
        if (event instanceof ExerciseEvent.FaultBegan began) {
            faults.add(new OfFault(began.inject(), began.kind(), began.asset()));
        } else if (event instanceof ExerciseEvent.FaultEnded ended) {
            faults.remove(new OfFault(ended.inject(), ended.kind(), ended.asset()));
        } else if (event instanceof ExerciseEvent.NodeChanged changed) {
            nodes.put(
                    changed.node(),
                    new AtNode(changed.state(), getNode(changed.node()).kms()));
        } else if (event instanceof ExerciseEvent.KmsChanged changed) {
            nodes.put(changed.node(), new AtNode(getNode(changed.node()).state(), changed.state()));
        } else if (event instanceof ExerciseEvent.ControllerChanged changed) {
            controller = changed.state();
        } else if (event instanceof ExerciseEvent.GatewayChanged changed) {
            if (changed.state() == GatewayState.OPEN) {
                gateways.remove(changed.gateway());
            } else {
                gateways.put(
                        changed.gateway(),
                        new AtGateway(changed.state(), changed.quotaBitPerSecond()));
            }
        } else {
            return false;
        }
        return true;
    }

    private void carry(long now, ExerciseEvent.SegmentChanged changed) {
        SegmentId segment = new SegmentId(changed.service(), changed.route());
        OnSegment before = segments.getOrDefault(segment, new OnSegment(0, List.of()));
        for (PathFlow flow : before.flows()) {
            draw(now, segment, flow.path(), -flow.rateBitPerSecond());
        }
        for (PathFlow flow : changed.flows()) {
            draw(now, segment, flow.path(), flow.rateBitPerSecond());
        }
        if (changed.rateBitPerSecond() == 0) {
            segments.remove(segment);
        } else {
            segments.put(segment, new OnSegment(changed.rateBitPerSecond(), changed.flows()));
        }
    }

    private void draw(long now, SegmentId segment, int path, long deltaBitPerSecond) {
        List<LinkId> taken = paths.get(new PathKey(segment, path));
        if (taken == null) {
            throw new IllegalArgumentException(
                    "Path %d of %s was used before it was declared.".formatted(path, segment));
        }
        taken.forEach(link -> getLink(link).store().addConsumption(now, deltaBitPerSecond));
    }

    private ReplayedLink getLink(LinkId link) {
        return findLink(link)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The link (%s) was never declared by (%s).".formatted(link, id)));
    }

    private AtNode getNode(NodeId node) {
        return Optional.ofNullable(nodes.get(node))
                .orElseThrow(() -> new IllegalArgumentException(
                        "The node (%s) was never declared by (%s).".formatted(node, id)));
    }

    DomainState stateAt(long timeMicros) {
        Map<LinkId, OnLink> linksNow = new HashMap<>();
        links.forEach((link, replayed) -> linksNow.put(link, replayed.at(timeMicros)));
        Map<ServiceId, OfService> servicesNow = new HashMap<>();
        services.forEach((service, state) -> servicesNow.put(service, serviceNow(service, state)));
        return new DomainState(
                id,
                timeMicros,
                controller,
                nodes,
                linksNow,
                gateways,
                crews,
                openJobs,
                faults,
                servicesNow,
                segments);
    }

    /** End to end flows what the home's own segment carries: nobody passes on more than the whole way can. */
    private OfService serviceNow(ServiceId service, ServiceState state) {
        ExerciseEvent.RouteChosen chosen = Optional.ofNullable(routes.get(service))
                .orElseThrow(() -> new IllegalArgumentException(
                        "Service (%s) never chose a route.".formatted(service)));
        OnSegment own = segments.get(new SegmentId(service, chosen.route()));
        return new OfService(
                state, chosen.route(), chosen.domains(), own == null ? 0 : own.rateBitPerSecond());
    }
}
