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
final class ReplayedDomain implements ExerciseEvent.Visitor<Void> {

    private final DomainId id;
    private boolean operator;
    private long nowMicros;
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

    /** Each kind of event has its method, so that a new one cannot be forgotten here. */
    void apply(LogEntry entry) {
        nowMicros = entry.timeMicros();
        entry.event().accept(this);
    }

    /** What control records changes no state of a domain. */
    private Void refuse(ExerciseEvent event) {
        if (operator) {
            throw new IllegalArgumentException(
                    "Expected of domain (%s) only events of domains, but found (%s)."
                            .formatted(id, event));
        }
        return null;
    }

    @Override
    public Void onDrillOpened(ExerciseEvent.DrillOpened event) {
        return refuse(event);
    }

    @Override
    public Void onAttributionStated(ExerciseEvent.AttributionStated event) {
        return refuse(event);
    }

    @Override
    public Void onOperatorDeclared(ExerciseEvent.OperatorDeclared event) {
        operator = true;
        for (int crew = 1; crew <= event.crews(); crew++) {
            crews.put(CrewId.of(id, crew), OfCrew.IDLE);
        }
        return null;
    }

    @Override
    public Void onNodeDeclared(ExerciseEvent.NodeDeclared event) {
        nodes.put(event.node(), new AtNode(NodeState.UP, KmsState.UP));
        return null;
    }

    @Override
    public Void onLinkDeclared(ExerciseEvent.LinkDeclared event) {
        links.put(event.link(), new ReplayedLink(event));
        return null;
    }

    @Override
    public Void onServiceDeclared(ExerciseEvent.ServiceDeclared event) {
        services.put(event.service(), ServiceState.OK);
        return null;
    }

    @Override
    public Void onObjectiveDeclared(ExerciseEvent.ObjectiveDeclared event) {
        return refuse(event);
    }

    @Override
    public Void onMaintenanceDeclared(ExerciseEvent.MaintenanceDeclared event) {
        return refuse(event);
    }

    @Override
    public Void onInjectReleased(ExerciseEvent.InjectReleased event) {
        return refuse(event);
    }

    @Override
    public Void onInjectSkipped(ExerciseEvent.InjectSkipped event) {
        return refuse(event);
    }

    @Override
    public Void onMessageSent(ExerciseEvent.MessageSent event) {
        return refuse(event);
    }

    @Override
    public Void onExpectationJudged(ExerciseEvent.ExpectationJudged event) {
        return refuse(event);
    }

    @Override
    public Void onFaultBegan(ExerciseEvent.FaultBegan event) {
        faults.add(new OfFault(event.inject(), event.kind(), event.asset()));
        return null;
    }

    @Override
    public Void onFaultEnded(ExerciseEvent.FaultEnded event) {
        faults.remove(new OfFault(event.inject(), event.kind(), event.asset()));
        return null;
    }

    @Override
    public Void onNodeChanged(ExerciseEvent.NodeChanged event) {
        nodes.put(event.node(), new AtNode(event.state(), getNode(event.node()).kms()));
        return null;
    }

    @Override
    public Void onKmsChanged(ExerciseEvent.KmsChanged event) {
        nodes.put(event.node(), new AtNode(getNode(event.node()).state(), event.state()));
        return null;
    }

    @Override
    public Void onLinkChanged(ExerciseEvent.LinkChanged event) {
        getLink(event.link()).changed(nowMicros, event);
        return null;
    }

    @Override
    public Void onStoreChanged(ExerciseEvent.StoreChanged event) {
        getLink(event.link()).storeChanged(nowMicros, event);
        return null;
    }

    @Override
    public Void onStoreVoided(ExerciseEvent.StoreVoided event) {
        getLink(event.link()).store().voidAll(nowMicros);
        return null;
    }

    @Override
    public Void onRelayChanged(ExerciseEvent.RelayChanged event) {
        getLink(event.link()).relays(event.usable());
        return null;
    }

    @Override
    public Void onGatewayChanged(ExerciseEvent.GatewayChanged event) {
        if (event.state() == GatewayState.OPEN) {
            gateways.remove(event.gateway());
        } else {
            gateways.put(event.gateway(), new AtGateway(event.state(), event.quotaBitPerSecond()));
        }
        return null;
    }

    @Override
    public Void onControllerChanged(ExerciseEvent.ControllerChanged event) {
        controller = event.state();
        return null;
    }

    @Override
    public Void onPathDeclared(ExerciseEvent.PathDeclared event) {
        SegmentId segment = new SegmentId(event.service(), event.route());
        paths.put(new PathKey(segment, event.path()), event.links());
        return null;
    }

    @Override
    public Void onRouteChosen(ExerciseEvent.RouteChosen event) {
        routes.put(event.service(), event);
        return null;
    }

    @Override
    public Void onSegmentChanged(ExerciseEvent.SegmentChanged event) {
        carry(event);
        return null;
    }

    @Override
    public Void onServiceChanged(ExerciseEvent.ServiceChanged event) {
        services.put(event.service(), event.state());
        return null;
    }

    @Override
    public Void onPlanSolved(ExerciseEvent.PlanSolved event) {
        return null;
    }

    @Override
    public Void onShedChanged(ExerciseEvent.ShedChanged event) {
        getLink(event.link()).sheds(event.fromClass());
        return null;
    }

    @Override
    public Void onRepairOpened(ExerciseEvent.RepairOpened event) {
        openJobs.add(event.job());
        return null;
    }

    @Override
    public Void onRepairClosed(ExerciseEvent.RepairClosed event) {
        openJobs.remove(event.job());
        return null;
    }

    @Override
    public Void onCrewChanged(ExerciseEvent.CrewChanged event) {
        boolean idle = event.state() == CrewState.IDLE;
        crews.put(
                event.crew(),
                idle ? OfCrew.IDLE : new OfCrew(event.state(), event.job(), event.untilMicros()));
        return null;
    }

    @Override
    public Void onIntentAccepted(ExerciseEvent.IntentAccepted event) {
        return null;
    }

    @Override
    public Void onIntentRefused(ExerciseEvent.IntentRefused event) {
        return null;
    }

    @Override
    public Void onStoreClosed(ExerciseEvent.StoreClosed event) {
        getLink(event.link()).store().advance(nowMicros);
        return null;
    }

    @Override
    public Void onDrillClosed(ExerciseEvent.DrillClosed event) {
        return refuse(event);
    }

    private void carry(ExerciseEvent.SegmentChanged changed) {
        SegmentId segment = new SegmentId(changed.service(), changed.route());
        OnSegment before = segments.getOrDefault(segment, new OnSegment(0, List.of()));
        for (PathFlow flow : before.flows()) {
            draw(segment, flow.path(), -flow.rateBitPerSecond());
        }
        for (PathFlow flow : changed.flows()) {
            draw(segment, flow.path(), flow.rateBitPerSecond());
        }
        if (changed.rateBitPerSecond() == 0) {
            segments.remove(segment);
        } else {
            segments.put(segment, new OnSegment(changed.rateBitPerSecond(), changed.flows()));
        }
    }

    private void draw(SegmentId segment, int path, long deltaBitPerSecond) {
        List<LinkId> taken = paths.get(new PathKey(segment, path));
        if (taken == null) {
            throw new IllegalArgumentException(
                    "Path %d of %s was used before it was declared.".formatted(path, segment));
        }
        taken.forEach(link -> getLink(link).store().addConsumption(nowMicros, deltaBitPerSecond));
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
