package breakwater.engine.plan;

import breakwater.draw.EntityKey;
import breakwater.engine.plan.DomainPlan.HomeRoute;
import breakwater.engine.plan.DomainPlan.HomeService;
import breakwater.engine.plan.DomainPlan.OwnKmLink;
import breakwater.engine.plan.DomainPlan.OwnLink;
import breakwater.engine.plan.DomainPlan.PeerGateway;
import breakwater.engine.plan.DomainPlan.Watcher;
import breakwater.engine.plan.ServiceRoute.Hop;
import breakwater.graph.CandidatePaths;
import breakwater.graph.CsrGraph;
import breakwater.graph.DiversePaths;
import breakwater.graph.PathSearch;
import breakwater.network.Domain;
import breakwater.network.DomainId;
import breakwater.network.Gateway;
import breakwater.network.KmLink;
import breakwater.network.LinkId;
import breakwater.network.Node;
import breakwater.network.NodeId;
import breakwater.network.QkdLink;
import breakwater.network.Service;
import breakwater.network.Topology;
import breakwater.scenario.Exercise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes the {@link DomainPlan} of one domain. */
final class DomainPlanner {

    private final Exercise exercise;
    private final Topology topology;
    private final Domain domain;
    private final int domainIndex;
    private final List<List<ServiceRoute>> routes;
    private final Map<LinkId, Gateway> gateways = new HashMap<>();

    private final List<Node> nodes = new ArrayList<>();
    private final Map<NodeId, Integer> localNode = new HashMap<>();
    private final Map<NodeId, Integer> kmVertex = new HashMap<>();
    private final List<OwnLink> links = new ArrayList<>();
    /** Per link of the network: the vertex that stands for a border link's far end, when this domain owns it. */
    private final Map<Integer, Integer> stubOfLink = new HashMap<>();

    private final List<Segment> segments = new ArrayList<>();

    DomainPlanner(
            Exercise exercise, Topology topology, Domain domain, List<List<ServiceRoute>> routes) {
        this.exercise = exercise;
        this.topology = topology;
        this.domain = domain;
        this.routes = routes;
        domainIndex = topology.getDomainIndex(domain.id());
        exercise.network().gateways().forEach(gateway -> gateways.put(gateway.link(), gateway));
    }

    DomainPlan plan() {
        for (Node node : exercise.network().nodes()) {
            if (node.domain().equals(domain.id())) {
                localNode.put(node.id(), nodes.size());
                kmVertex.put(node.id(), nodes.size());
                nodes.add(node);
            }
        }
        CsrGraph graph = collectLinks();
        List<OwnKmLink> kmLinks = collectKmLinks();
        collectSegments();
        CandidatePaths paths = findPaths(graph);
        List<HomeService> services = homeServices();
        FaultTargets faults = new FaultTargets(topology, domain.id(), nodes, links, kmLinks);
        return new DomainPlan(
                domain,
                topology,
                nodes,
                links,
                StoreMarks.of(links),
                kmLinks,
                kmVertex.size(),
                linksOfNode(),
                watchers(),
                peerGateways(),
                segments,
                paths,
                services,
                new SegmentIndex(segments, services, paths, links),
                faults.ofScenario(exercise.scenario()),
                exercise.scenario().hazards(),
                AidTerms.of(exercise, domain.id()),
                exercise.signallingLatencyMicros());
    }

    private CsrGraph collectLinks() {
        List<int[]> edges = new ArrayList<>();
        int vertices = nodes.size();
        for (int index = 0; index < exercise.network().links().size(); index++) {
            if (topology.ownerOfLink(index) != domainIndex) {
                continue;
            }
            QkdLink link = topology.link(index);
            int a = getLocal(link.transmitter().node());
            Integer receiver = localNode.get(link.receiver().node());
            int far = receiver == null ? vertices++ : receiver;
            if (receiver == null) {
                stubOfLink.put(index, far);
            }
            edges.add(new int[] {a, far, LinkLength.weight(link)});
            links.add(new OwnLink(
                    link,
                    EntityKey.of(link.id().value()),
                    a,
                    receiver == null ? DomainPlan.PEER_NODE : receiver,
                    a,
                    kmVertexOf(link.receiver().node()),
                    Optional.ofNullable(gateways.get(link.id()))));
        }
        CsrGraph.Builder builder = CsrGraph.builder(vertices);
        edges.forEach(edge -> builder.edge(edge[0], edge[1], edge[2]));
        return builder.build();
    }

    private int kmVertexOf(NodeId node) {
        return kmVertex.computeIfAbsent(node, absent -> kmVertex.size());
    }

    private int getLocal(NodeId node) {
        Integer local = localNode.get(node);
        if (local == null) {
            throw new IllegalArgumentException(
                    "The node (%s) is not of domain (%s).".formatted(node, domain.id()));
        }
        return local;
    }

    private List<OwnKmLink> collectKmLinks() {
        List<OwnKmLink> own = new ArrayList<>();
        for (KmLink link : exercise.network().kmLinks()) {
            if (localNode.containsKey(link.a())) {
                own.add(new OwnKmLink(link, getLocal(link.a()), kmVertexOf(link.b())));
            }
        }
        return own;
    }

    private void collectSegments() {
        for (int service = 0; service < routes.size(); service++) {
            List<ServiceRoute> alternatives = routes.get(service);
            for (int route = 0; route < alternatives.size(); route++) {
                List<Hop> hops = alternatives.get(route).hops();
                for (int i = 0; i < hops.size(); i++) {
                    if (hops.get(i).domain() == domainIndex) {
                        segments.add(segment(service, route, hops.get(i), i == 0));
                    }
                }
            }
        }
        segments.sort(Comparator.comparingInt(Segment::priorityClass)
                .thenComparingInt(Segment::service)
                .thenComparingInt(Segment::route));
    }

    private Segment segment(int service, int route, Hop hop, boolean home) {
        Service definition = topology.service(service);
        return new Segment(
                service,
                route,
                home,
                vertexAt(hop.entryNode(), hop.entryLink()),
                vertexAt(hop.exitNode(), hop.exitLink()),
                definition.priorityClass(),
                definition.suite().demandBitPerSecond());
    }

    /** A segment reaches over a border link when this domain owns it; otherwise it ends at the own gateway node. */
    private int vertexAt(int node, int borderLink) {
        Integer stub = stubOfLink.get(borderLink);
        return stub == null ? getLocal(topology.node(node).id()) : stub;
    }

    private CandidatePaths findPaths(CsrGraph graph) {
        DiversePaths diverse = new DiversePaths(new PathSearch(graph));
        CandidatePaths.Builder builder = CandidatePaths.builder(links.size());
        for (Segment segment : segments) {
            Service.RoutePolicy policy = topology.service(segment.service()).routePolicy();
            int[][] found = new int[0][];
            if (policy.direct()) {
                found = directPaths(graph, segment, policy.candidatePaths());
            } else if (!segment.touchesOneNode()) {
                found = diverse.find(
                        segment.fromVertex(), segment.toVertex(), policy.candidatePaths());
            }
            builder.service(segment.priorityClass(), found);
        }
        return builder.build();
    }

    /** The links that join the ends of a segment, in the order of the file. */
    private static int[][] directPaths(CsrGraph graph, Segment segment, int count) {
        return IntStream.range(0, graph.degree(segment.fromVertex()))
                .map(index -> graph.edgeAt(segment.fromVertex(), index))
                .filter(edge -> graph.opposite(edge, segment.fromVertex()) == segment.toVertex())
                .limit(count)
                .mapToObj(edge -> new int[] {edge})
                .toArray(int[][]::new);
    }

    private List<List<Integer>> linksOfNode() {
        List<List<Integer>> byNode = new ArrayList<>();
        nodes.forEach(node -> byNode.add(new ArrayList<>()));
        for (int link = 0; link < links.size(); link++) {
            byNode.get(links.get(link).a()).add(link);
            if (links.get(link).b() != DomainPlan.PEER_NODE) {
                byNode.get(links.get(link).b()).add(link);
            }
        }
        return byNode;
    }

    private List<Watcher> watchers() {
        List<Watcher> watchers = new ArrayList<>();
        for (int link = 0; link < exercise.network().links().size(); link++) {
            Integer far = localNode.get(topology.link(link).receiver().node());
            if (far != null && topology.ownerOfLink(link) != domainIndex) {
                Watcher watcher = new Watcher(far, domainIdOf(topology.ownerOfLink(link)));
                if (!watchers.contains(watcher)) {
                    watchers.add(watcher);
                }
            }
        }
        return watchers;
    }

    private List<PeerGateway> peerGateways() {
        return exercise.network().gateways().stream()
                .filter(gateway -> gateway.peer().equals(domain.id()))
                .map(PeerGateway::new)
                .toList();
    }

    private DomainId domainIdOf(int index) {
        return exercise.network().domains().get(index).id();
    }

    private List<HomeService> homeServices() {
        Map<Long, Integer> segmentOf = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            segmentOf.put(key(segments.get(i).service(), segments.get(i).route()), i);
        }
        List<HomeService> services = new ArrayList<>();
        for (int service = 0; service < routes.size(); service++) {
            if (topology.homeOfService(service) != domainIndex) {
                continue;
            }
            List<HomeRoute> homeRoutes = new ArrayList<>();
            for (int route = 0; route < routes.get(service).size(); route++) {
                List<DomainId> domains = routes.get(service).get(route).hops().stream()
                        .map(hop -> domainIdOf(hop.domain()))
                        .toList();
                Integer own = segmentOf.get(key(service, route));
                if (own == null) {
                    throw new IllegalStateException("Service %d has no home segment for route %d."
                            .formatted(service, route));
                }
                homeRoutes.add(new HomeRoute(own, domains));
            }
            services.add(new HomeService(
                    service, topology.service(service).suite().demandBitPerSecond(), homeRoutes));
        }
        return services;
    }

    private static long key(int service, int route) {
        return (long) service << 8 | route;
    }
}
