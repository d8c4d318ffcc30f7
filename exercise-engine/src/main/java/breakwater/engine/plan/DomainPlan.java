package breakwater.engine.plan;

import breakwater.exercise.InjectId;
import breakwater.graph.CandidatePaths;
import breakwater.network.Domain;
import breakwater.network.DomainId;
import breakwater.network.KmLink;
import breakwater.network.Node;
import breakwater.network.QkdLink;
import breakwater.network.Topology;
import breakwater.scenario.Scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One domain as its engine sees it: everything by local index, and of other domains only what a border shows.
 *
 * <p>Nodes 0 to n-1 are the domain's own, in network order. Links are those it owns. Segments are in the order in which
 * they are served: class, then service, then route.
 */
public record DomainPlan(
        Domain domain,
        Topology topology,
        List<Node> nodes,
        List<OwnLink> links,
        StoreMarks stores,
        List<OwnKmLink> kmLinks,
        int kmVertexCount,
        List<List<Integer>> linksOfNode,
        List<Watcher> watchers,
        List<PeerGateway> peerGateways,
        List<Segment> segments,
        CandidatePaths paths,
        List<HomeService> homeServices,
        SegmentIndex segmentIndex,
        Map<InjectId, List<FaultTarget>> faults,
        Optional<Scenario.LinkHazard> hazard,
        AidTerms aid,
        long signallingLatencyMicros) {

    /** No own node at this end. */
    public static final int PEER_NODE = -1;

    public DomainPlan {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        kmLinks = List.copyOf(kmLinks);
        linksOfNode = List.copyOf(linksOfNode);
        watchers = List.copyOf(watchers);
        peerGateways = List.copyOf(peerGateways);
        segments = List.copyOf(segments);
        homeServices = List.copyOf(homeServices);
        faults = Map.copyOf(faults);
    }

    public DomainId id() {
        return domain.id();
    }

    /** Own crews, and the most that others lend at once. */
    public int crewsMost() {
        return domain.crews().count() + aid.guestCrewsMost();
    }

    /**
     * A link this domain owns.
     *
     * @param entityKey its key for draws, made once: hashing a name is dearer than a draw
     * @param a local node of the transmitter
     * @param b local node of the receiver, or {@link #PEER_NODE}
     * @param kmA KM vertex of the transmitter's agent
     * @param kmB KM vertex of the receiver's agent
     * @param gateway when it is a border link
     */
    public record OwnLink(
            QkdLink link,
            long entityKey,
            int a,
            int b,
            int kmA,
            int kmB,
            Optional<breakwater.network.Gateway> gateway) {}

    /** A KM link this domain looks after, between KM vertices: own nodes first, then nodes of peers. */
    public record OwnKmLink(KmLink link, int a, int b) {}

    /** An own node at the far end of a peer's border link: the peer is told when it stops relaying. */
    public record Watcher(int node, DomainId peer) {}

    /** A gateway whose link a peer owns: limits set on this side are told to it. */
    public record PeerGateway(breakwater.network.Gateway gateway) {}

    /**
     * A service at home here.
     *
     * @param service index in the topology
     * @param routes the preferred one first; empty when the ends are not joined
     */
    public record HomeService(int service, long demandBitPerSecond, List<HomeRoute> routes) {
        public HomeService {
            routes = List.copyOf(routes);
        }
    }

    /**
     * A route as its home sees it.
     *
     * @param ownSegment index of the home segment
     * @param domains all on the way, home first
     */
    public record HomeRoute(int ownSegment, List<DomainId> domains) {
        public HomeRoute {
            domains = List.copyOf(domains);
        }

        /** The domains on the way without home. */
        public List<DomainId> others() {
            return domains.subList(1, domains.size());
        }
    }
}
