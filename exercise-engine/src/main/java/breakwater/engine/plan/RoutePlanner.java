package breakwater.engine.plan;

import breakwater.engine.plan.ServiceRoute.Hop;
import breakwater.graph.CsrGraph;
import breakwater.graph.DiversePaths;
import breakwater.graph.PathSearch;
import breakwater.network.DomainId;
import breakwater.network.Service;
import breakwater.network.Topology;

import java.util.ArrayList;
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
    private final DiversePaths diverse;
    private final CsrGraph graph;

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
        diverse = new DiversePaths(new PathSearch(graph));
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
        List<ServiceRoute> routes = new ArrayList<>();
        for (int[] edges : diverse.find(vertexOfNode[from], vertexOfNode[to], 2 * ROUTES_MAX)) {
            ServiceRoute route = collapse(from, edges);
            if (routes.size() < ROUTES_MAX && mayUse(service, route) && !routes.contains(route)) {
                routes.add(route);
            }
        }
        return routes;
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

    private boolean mayUse(int service, ServiceRoute route) {
        List<DomainId> forbidden = topology.service(service).routePolicy().forbiddenDomains();
        Set<Integer> seen = new HashSet<>();
        return route.hops().stream()
                .allMatch(hop -> seen.add(hop.domain())
                        && !forbidden.contains(
                                topology.network().domains().get(hop.domain()).id()));
    }

    private int sender(int link) {
        return topology.getNodeIndex(topology.link(link).transmitter().node());
    }

    private int receiver(int link) {
        return topology.getNodeIndex(topology.link(link).receiver().node());
    }
}
