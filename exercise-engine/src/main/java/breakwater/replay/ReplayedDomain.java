package breakwater.replay;

import breakwater.exercise.Countermeasure;
import breakwater.exercise.Dialogue;
import breakwater.exercise.DomainState;
import breakwater.exercise.DomainState.AtGateway;
import breakwater.exercise.DomainState.AtNode;
import breakwater.exercise.DomainState.OfFault;
import breakwater.exercise.DomainState.OfService;
import breakwater.exercise.DomainState.OnLink;
import breakwater.exercise.DomainState.OnSegment;
import breakwater.exercise.DomainState.SegmentId;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.LogEntry;
import breakwater.exercise.MutualAid;
import breakwater.exercise.Responding;
import breakwater.network.ControllerState;
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

/**
 * One domain as its own entries tell it, those that declare what takes part among them. Not thread-safe.
 */
public final class ReplayedDomain implements ExerciseEvent.Visitor<Void> {

    private final DomainId id;
    private boolean operator;
    private long nowMicros;
    private ControllerState controller = ControllerState.LEADER;
    private final Map<NodeId, AtNode> nodes = new LinkedHashMap<>();
    private final Map<LinkId, ReplayedLink> links = new LinkedHashMap<>();
    private final Map<GatewayId, AtGateway> gateways = new HashMap<>();
    private final ReplayedCrews crews = new ReplayedCrews();
    private final Set<String> openJobs = new HashSet<>();
    private final Set<OfFault> faults = new HashSet<>();
    private final Map<ServiceId, ServiceState> services = new LinkedHashMap<>();
    private final Map<ServiceId, ExerciseEvent.RouteChosen> routes = new HashMap<>();
    private final ReplayedFlows flows = new ReplayedFlows();

    private final ReplayedResponse response = new ReplayedResponse();

    /** A domain of which nothing is known yet. */
    public ReplayedDomain(DomainId id) {
        this.id = id;
    }

    boolean isOperator() {
        return operator;
    }

    Optional<ReplayedLink> findLink(LinkId link) {
        return Optional.ofNullable(links.get(link));
    }

    List<LinkId> linksOf(SegmentId segment, int path) {
        return flows.linksOf(segment, path);
    }

    /** The links it owns, in the order in which they were declared. */
    public List<LinkId> linkIds() {
        return List.copyOf(links.keySet());
    }

    /** A link at a time not before the last entry; empty when the domain owns none of this name. */
    public Optional<OnLink> linkAt(LinkId link, long timeMicros) {
        return findLink(link).map(replayed -> replayed.at(timeMicros));
    }

    /** The node at the other end of a link that ends at {@code node}; empty when it does not. */
    public Optional<NodeId> otherEnd(LinkId link, NodeId node) {
        return findLink(link).flatMap(replayed -> replayed.otherEnd(node));
    }

    /** A node; empty when the domain has none of this name. */
    public Optional<AtNode> findNode(NodeId node) {
        return Optional.ofNullable(nodes.get(node));
    }

    /** A service at home here; empty when there is none of this name. */
    public Optional<OfService> findService(ServiceId service) {
        return Optional.ofNullable(services.get(service)).map(state -> serviceNow(service, state));
    }

    /** How many of its things are in want, after the last entry. Cost linear in their number. */
    public DomainTally tally() {
        return DomainTally.of(
                nodes.values(), links.values(), services.values(), crews.look().values());
    }

    /** Takes in the domain's next entry. Each kind of event has its method, so that a new one cannot be forgotten. */
    public void apply(LogEntry entry) {
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
        crews.declared(id, event.crews());
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
        response.declared(event);
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
        flows.declared(event);
        return null;
    }

    @Override
    public Void onRouteChosen(ExerciseEvent.RouteChosen event) {
        routes.put(event.service(), event);
        return null;
    }

    @Override
    public Void onSegmentChanged(ExerciseEvent.SegmentChanged event) {
        flows.changed(
                event, (link, delta) -> getLink(link).store().addConsumption(nowMicros, delta));
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
        crews.changed(event);
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
    public Void onDialogue(Dialogue event) {
        response.onDialogue(event);
        return null;
    }

    @Override
    public Void onResponding(Responding event) {
        return null;
    }

    @Override
    public Void onCountermeasure(Countermeasure event) {
        response.onCountermeasure(event);
        return null;
    }

    @Override
    public Void onMutualAid(MutualAid event) {
        if (event instanceof MutualAid.KeyLent lent) {
            getLink(lent.link()).store().lend(nowMicros, lent.bits());
        } else if (event instanceof MutualAid.KeyPaidBack paid) {
            getLink(paid.link()).store().lend(nowMicros, -paid.bits());
        }
        response.onMutualAid(id, event);
        return null;
    }

    @Override
    public Void onDrillClosed(ExerciseEvent.DrillClosed event) {
        return refuse(event);
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
                crews.look(),
                openJobs,
                faults,
                servicesNow,
                flows.segments(),
                response.look());
    }

    /** End to end flows what the home's own segment carries: nobody passes on more than the whole way can. */
    private OfService serviceNow(ServiceId service, ServiceState state) {
        ExerciseEvent.RouteChosen chosen = Optional.ofNullable(routes.get(service))
                .orElseThrow(() -> new IllegalArgumentException(
                        "Service (%s) never chose a route.".formatted(service)));
        OnSegment own = flows.segments().get(new SegmentId(service, chosen.route()));
        return new OfService(
                state, chosen.route(), chosen.domains(), own == null ? 0 : own.rateBitPerSecond());
    }
}
