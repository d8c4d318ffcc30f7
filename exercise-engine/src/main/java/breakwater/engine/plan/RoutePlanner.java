package breakwater.engine.plan;

import breakwater.engine.plan.ServiceRoute.Hop;
import breakwater.graph.CsrGraph;
import breakwater.graph.DiversePaths;
import breakwater.graph.PathSearch;
import breakwater.network.DomainId;
import breakwater.network.Service;
import breakwater.network.Topology;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The upper level of two-level routing: which domains and gateways a cross-border service takes.
 *
 * <p>Works on what domains publish: their gateways, and the distance between any two of these nodes and the ends of
 * services inside a domain; never on the links inside. One Dijkstra per gateway or service end, then a few per service.
 */
final class RoutePlanner {

    /** A service keeps at most this many alternatives; more only multiply what the domains must watch. */
    static final int ROUTES_MAX = 3;

    private static final int NOT_IN_GRAPH = -1;

    private final Topology topology;
    private final int[] vertexOfNode;
    private final List<Integer> nodeOfVertex = new ArrayList<>();
    private final List<Integer> linkOfEdge = new ArrayList<>();
    private final PathSearch search;
    private final DiversePaths diverse;
    private final CsrGraph graph;
    private final int[] domainOfVertex;

    RoutePlanner(Topology topology) {
        this.topology = topology;
        vertexOfNode = new int[topology.network().nodes().size()];
        java.util.Arrays.fill(vertexOfNode, NOT_IN_GRAPH);
        boolean[] published = publishedNodes();
        for (int node = 0; node < published.length; node++) {
            if (published[node]) {
                vertexOfNode[node] = nodeOfVertex.size();
                nodeOfVertex.add(node);
            }
        }
        CsrGraph.Builder builder = CsrGraph.builder(nodeOfVertex.size());
        addBorderLinks(builder);
        addInnerDistances(builder);
        graph = builder.build();
        search = new PathSearch(graph);
        diverse = new DiversePaths(search);
        domainOfVertex = nodeOfVertex.stream().mapToInt(topology::domainOfNode).toArray();
    }

    private boolean[] publishedNodes() {
        boolean[] published = new boolean[vertexOfNode.length];
        for (int link = 0; link < topology.network().links().size(); link++) {
            if (topology.isBorderLink(link)) {
                published[sender(link)] = true;
                published[receiver(link)] = true;
            }
        }
        for (Service service : topology.network().services()) {
            int from = topology.getNodeIndex(service.from());
            int to = topology.getNodeIndex(service.to());
            if (topology.domainOfNode(from) != topology.domainOfNode(to)) {
                published[from] = true;
                published[to] = true;
            }
        }
        return published;
    }

    private void addBorderLinks(CsrGraph.Builder builder) {
        for (int link = 0; link < topology.network().links().size(); link++) {
            if (topology.isBorderLink(link)) {
                builder.edge(
                        vertexOfNode[sender(link)],
                        vertexOfNode[receiver(link)],
                        LinkLength.weight(topology.link(link)));
                linkOfEdge.add(link);
            }
        }
    }

    private void addInnerDistances(CsrGraph.Builder builder) {
        PathSearch inner = new PathSearch(innerGraph());
        for (int a = 0; a < nodeOfVertex.size(); a++) {
            inner.growTree(nodeOfVertex.get(a));
            for (int b = a + 1; b < nodeOfVertex.size(); b++) {
                boolean sameDomain = topology.domainOfNode(nodeOfVertex.get(a))
                        == topology.domainOfNode(nodeOfVertex.get(b));
                long distance =
                        sameDomain ? inner.distanceTo(nodeOfVertex.get(b)) : PathSearch.UNREACHABLE;
                if (distance != PathSearch.UNREACHABLE) {
                    builder.edge(a, b, (int) Math.min(distance, CsrGraph.MAX_WEIGHT));
                    linkOfEdge.add(ServiceRoute.NO_LINK);
                }
            }
        }
    }

    private CsrGraph innerGraph() {
        CsrGraph.Builder builder = CsrGraph.builder(vertexOfNode.length);
        for (int link = 0; link < topology.network().links().size(); link++) {
            if (!topology.isBorderLink(link)) {
                builder.edge(sender(link), receiver(link), LinkLength.weight(topology.link(link)));
            }
        }
        return builder.build();
    }

    /** The routes of a service, the shortest first; empty when the domains are not joined. */
    List<ServiceRoute> routesOf(int service) {
        int from = topology.getNodeIndex(topology.service(service).from());
        int to = topology.getNodeIndex(topology.service(service).to());
        int home = topology.domainOfNode(from);
        if (home == topology.domainOfNode(to)) {
            Hop hop = new Hop(home, from, to, ServiceRoute.NO_LINK, ServiceRoute.NO_LINK);
            return List.of(new ServiceRoute(List.of(hop)));
        }
        if (topology.service(service).routePolicy().direct()) {
            return directRoutes(from, to);
        }
        BitSet forbidden = forbiddenDomains(service);
        search.liftBans();
        for (int vertex = 0; vertex < domainOfVertex.length; vertex++) {
            if (forbidden.get(domainOfVertex[vertex])) {
                search.banVertex(vertex);
            }
        }
        List<ServiceRoute> routes = new ArrayList<>();
        for (int[] edges : diverse.find(vertexOfNode[from], vertexOfNode[to], 2 * ROUTES_MAX)) {
            addRoute(routes, collapse(from, edges));
        }
        if (routes.isEmpty()) {
            int[] edges = DomainSimplePath.find(
                    graph, domainOfVertex, vertexOfNode[from], vertexOfNode[to], forbidden);
            if (edges.length > 0) {
                addRoute(routes, collapse(from, edges));
            }
        }
        return routes;
    }

    private void addRoute(List<ServiceRoute> routes, ServiceRoute route) {
        if (routes.size() < ROUTES_MAX && crossesNoDomainTwice(route) && !routes.contains(route)) {
            routes.add(route);
        }
    }

    /** Over the border links that join the two nodes themselves, in the order of the file. */
    private List<ServiceRoute> directRoutes(int from, int to) {
        List<ServiceRoute> routes = new ArrayList<>();
        for (int link = 0; link < topology.network().links().size(); link++) {
            boolean joins = (sender(link) == from && receiver(link) == to)
                    || (sender(link) == to && receiver(link) == from);
            if (joins) {
                addRoute(
                        routes,
                        new ServiceRoute(List.of(
                                endHop(from, ServiceRoute.NO_LINK, link),
                                endHop(to, link, ServiceRoute.NO_LINK))));
            }
        }
        return routes;
    }

    private Hop endHop(int node, int linkIn, int linkOut) {
        return new Hop(topology.domainOfNode(node), node, node, linkIn, linkOut);
    }

    private BitSet forbiddenDomains(int service) {
        List<DomainId> named = topology.service(service).routePolicy().forbiddenDomains();
        BitSet forbidden = new BitSet();
        for (int domain = 0; domain < topology.network().domains().size(); domain++) {
            if (named.contains(topology.network().domains().get(domain).id())) {
                forbidden.set(domain);
            }
        }
        return forbidden;
    }

    /** Joins what runs inside one domain into one hop. */
    private ServiceRoute collapse(int from, int[] edges) {
        List<Hop> hops = new ArrayList<>();
        int entryNode = from;
        int entryLink = ServiceRoute.NO_LINK;
        int vertex = vertexOfNode[from];
        for (int edge : edges) {
            int next = graph.opposite(edge, vertex);
            int link = linkOfEdge.get(edge);
            if (link != ServiceRoute.NO_LINK) {
                int node = nodeOfVertex.get(vertex);
                hops.add(new Hop(topology.domainOfNode(node), entryNode, node, entryLink, link));
                entryNode = nodeOfVertex.get(next);
                entryLink = link;
            }
            vertex = next;
        }
        int last = nodeOfVertex.get(vertex);
        hops.add(new Hop(
                topology.domainOfNode(last), entryNode, last, entryLink, ServiceRoute.NO_LINK));
        return new ServiceRoute(hops);
    }

    private static boolean crossesNoDomainTwice(ServiceRoute route) {
        Set<Integer> seen = new HashSet<>();
        return route.hops().stream().allMatch(hop -> seen.add(hop.domain()));
    }

    private int sender(int link) {
        return topology.getNodeIndex(topology.link(link).transmitter().node());
    }

    private int receiver(int link) {
        return topology.getNodeIndex(topology.link(link).receiver().node());
    }
}
