package breakwater.exercise;

import breakwater.network.ControllerState;
import breakwater.network.CrewState;
import breakwater.network.DomainId;
import breakwater.network.GatewayId;
import breakwater.network.GatewayState;
import breakwater.network.KmsState;
import breakwater.network.LinkId;
import breakwater.network.LinkState;
import breakwater.network.NodeId;
import breakwater.network.NodeState;
import breakwater.network.ServiceId;
import breakwater.network.ServiceState;
import breakwater.network.StoreState;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that is so in one domain at one instant. The engine and the replay of a log give it independently; for the same
 * instant of the same drill they are equal.
 *
 * @param timeMicros everything before this instant has happened, nothing at it or after
 * @param links those the domain owns
 * @param gateways those that are not open as agreed
 * @param crews all of them, at work or not
 * @param openJobs repairs not closed yet
 * @param faults what has struck and not ended
 * @param services those at home here
 * @param segments those that carry anything
 */
public record DomainState(
        DomainId domain,
        long timeMicros,
        ControllerState controller,
        Map<NodeId, AtNode> nodes,
        Map<LinkId, OnLink> links,
        Map<GatewayId, AtGateway> gateways,
        Map<CrewId, OfCrew> crews,
        Set<String> openJobs,
        Set<OfFault> faults,
        Map<ServiceId, OfService> services,
        Map<SegmentId, OnSegment> segments,
        OfResponse response) {

    public DomainState {
        nodes = Map.copyOf(nodes);
        links = Map.copyOf(links);
        gateways = Map.copyOf(gateways);
        crews = Map.copyOf(crews);
        openJobs = Set.copyOf(openJobs);
        faults = Set.copyOf(faults);
        services = Map.copyOf(services);
        segments = Map.copyOf(segments);
    }

    /**
     * What operators ordered.
     *
     * @param frozen whether planned work may not begin
     * @param powered nodes that mobile generators feed
     * @param adapted services that use another suite or another rate of key than agreed
     * @param questions those that are open
     * @param aid asked of or by others and not over
     */
    public record OfResponse(
            boolean frozen,
            Set<NodeId> isolated,
            Set<NodeId> powered,
            Map<ServiceId, OfAdapted> adapted,
            Map<String, OfQuestion> questions,
            Map<AidId, OfAid> aid) {
        public OfResponse {
            isolated = Set.copyOf(isolated);
            powered = Set.copyOf(powered);
            adapted = Map.copyOf(adapted);
            questions = Map.copyOf(questions);
            aid = Map.copyOf(aid);
        }
    }

    /** Aid of one donor under one request. */
    public record AidId(String aid, DomainId donor) {}

    /** Where it stands, and how much the last step was about. */
    public record OfAid(AidState state, long amount) {}

    /** A suite and how much key the service asks for. */
    public record OfAdapted(String suite, long demandBitPerSecond) {}

    /** Who is asked, and until when; {@link SimTime#NEVER} for no end. */
    public record OfQuestion(String role, long dueMicros) {}

    /** A node and its key management agent. */
    public record AtNode(NodeState state, KmsState kms) {}

    /**
     * A link and its store.
     *
     * @param generationBitPerSecond what comes in now
     * @param consumptionBitPerSecond what all segments together take out now
     * @param relays whether agents and border let key be relayed over it, whatever the store holds
     * @param shedFromClass services of this class and lower are kept off; -1 for nobody
     * @param level exact, at {@link DomainState#timeMicros}
     */
    public record OnLink(
            LinkState state,
            long generationBitPerSecond,
            long consumptionBitPerSecond,
            boolean relays,
            int shedFromClass,
            StoreState store,
            BitCount level) {

        /** Whether services can be served over it: it relays and its store is not exhausted. */
        public boolean serves() {
            return relays && store != StoreState.EXHAUSTED;
        }
    }

    /** A limited border; {@code quotaBitPerSecond} is 0 when it is closed. */
    public record AtGateway(GatewayState state, long quotaBitPerSecond) {}

    /**
     * A crew.
     *
     * @param job empty when it is idle
     * @param untilMicros when it arrives or is done; 0 when it is idle
     */
    public record OfCrew(CrewState state, String job, long untilMicros) {

        public static final OfCrew IDLE = new OfCrew(CrewState.IDLE, "", 0);
        public static final OfCrew AWAY = new OfCrew(CrewState.AWAY, "", 0);
    }

    /** A fault on one asset. */
    public record OfFault(InjectId inject, String kind, String asset) {}

    /**
     * A service as its home knows it.
     *
     * @param route number of the chosen one
     * @param domains on that route, home first
     * @param rateBitPerSecond end to end
     */
    public record OfService(
            ServiceState state, int route, List<DomainId> domains, long rateBitPerSecond) {
        public OfService {
            domains = List.copyOf(domains);
        }
    }

    /** This domain's share of one route of a service. */
    public record SegmentId(ServiceId service, int route) {}

    /** What a segment carries in all and by path. One that touches one node only has no paths. */
    public record OnSegment(long rateBitPerSecond, List<PathFlow> flows) {
        public OnSegment {
            flows = List.copyOf(flows);
        }
    }
}
