package breakwater.tabletop.topology;

import breakwater.graph.CsrGraph;
import breakwater.graph.PathSearch;
import breakwater.tabletop.topology.NetworkPlan.PlannedLink;
import breakwater.tabletop.topology.NetworkPlan.PlannedNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What demands put on links when each takes the shortest path by length. */
final class LinkLoads {

    private static final int WEIGHTS_PER_KM = 10;

    private final Map<String, Integer> vertexOf = new HashMap<>();
    private final PathSearch search;
    private final double[] load;

    LinkLoads(List<PlannedNode> nodes, List<PlannedLink> links) {
        for (PlannedNode node : nodes) {
            vertexOf.put(node.id(), vertexOf.size());
        }
        CsrGraph.Builder builder = CsrGraph.builder(nodes.size());
        for (PlannedLink link : links) {
            int weight = (int) Math.max(1, Math.round(link.lengthKm() * WEIGHTS_PER_KM));
            builder.edge(vertex(link.from()), vertex(link.to()), weight);
        }
        search = new PathSearch(builder.build());
        load = new double[links.size()];
    }

    /** Whether there is a way from one node to the other. */
    boolean isJoined(String from, String to) {
        return search.distance(vertex(from), vertex(to)) != PathSearch.UNREACHABLE;
    }

    /** Adds a demand to every link of its path, which must exist. */
    void add(String from, String to, double demandBitPerSecond) {
        for (int edge : search.shortestPath(vertex(from), vertex(to))) {
            load[edge] += demandBitPerSecond;
        }
    }

    /** Load of the link with this index, bit/s. */
    double loadOf(int link) {
        return load[link];
    }

    private int vertex(String node) {
        Integer vertex = vertexOf.get(node);
        if (vertex == null) {
            throw new IllegalArgumentException("The node (%s) is unknown.".formatted(node));
        }
        return vertex;
    }
}
