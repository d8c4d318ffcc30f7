package breakwater.tabletop.topology;

import breakwater.network.GeoPoint;
import breakwater.tabletop.topology.NetworkPlan.PlannedGateway;
import breakwater.tabletop.topology.NetworkPlan.PlannedKmLink;
import breakwater.tabletop.topology.NetworkPlan.PlannedLink;
import breakwater.tabletop.topology.NetworkPlan.PlannedNode;
import breakwater.tabletop.topology.NetworkPlan.PlannedSrlg;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What follows from nodes and links by rule: the key-management graph (per domain a star around its core over the
 * provider network {@code ip:DOMAIN}; at each border a link beside the fibre), gateways, crews.
 */
final class Wiring {

    /** Light in fibre covers 200 km/ms; there and back over a route half as long again as the great circle. */
    private static final double ROUND_TRIP_MILLIS_PER_KM = 2 * 1.5 / 200;

    private static final double ROUND_TRIP_LEAST_MILLIS = 0.1;

    private final Map<String, PlannedNode> nodeOf = new HashMap<>();
    private final Map<String, String> coreOf = new LinkedHashMap<>();
    private final List<PlannedNode> nodes;
    private final List<PlannedLink> links;

    /** @param coreOf the node in the middle of each domain, by domain */
    Wiring(List<PlannedNode> nodes, List<PlannedLink> links, Map<String, String> coreOf) {
        this.nodes = nodes;
        this.links = links;
        this.coreOf.putAll(coreOf);
        nodes.forEach(node -> nodeOf.put(node.id(), node));
    }

    /** Stars of the domains, then one link beside each border link. */
    List<PlannedKmLink> kmLinks() {
        List<PlannedKmLink> kmLinks = new ArrayList<>();
        for (PlannedNode node : nodes) {
            String core = coreOf.getOrDefault(node.domain(), node.id());
            if (!node.id().equals(core)) {
                kmLinks.add(
                        kmLink("km:" + node.id(), core, node.id(), List.of("ip:" + node.domain())));
            }
        }
        for (PlannedLink link : links) {
            if (isBorder(link)) {
                kmLinks.add(kmLink("km:" + link.id(), link.from(), link.to(), link.srlgs()));
            }
        }
        return kmLinks;
    }

    private PlannedKmLink kmLink(String id, String a, String b, List<String> srlgs) {
        double distanceKm = at(a).distanceKmTo(at(b));
        double millis = Math.round(distanceKm * ROUND_TRIP_MILLIS_PER_KM * 10) / 10.0;
        return new PlannedKmLink(id, a, b, Math.max(ROUND_TRIP_LEAST_MILLIS, millis), srlgs);
    }

    private GeoPoint at(String node) {
        return node(node).at();
    }

    /** A shared risk per provider network, for the domains with more than one node. */
    List<PlannedSrlg> providerSrlgs() {
        return coreOf.keySet().stream()
                .filter(domain ->
                        nodes.stream().filter(n -> n.domain().equals(domain)).count() > 1)
                .map(domain -> new PlannedSrlg(
                        "ip:" + domain, "classical-network", "Provider network of " + domain))
                .toList();
    }

    /** One per border link, {@code gw:A-B}; a second border of the same pair is counted on. */
    List<PlannedGateway> gateways() {
        List<PlannedGateway> gateways = new ArrayList<>();
        Map<String, Integer> count = new HashMap<>();
        for (PlannedLink link : links) {
            if (isBorder(link)) {
                String owner = node(link.from()).domain();
                String peer = node(link.to()).domain();
                String name = "gw:" + owner + "-" + peer;
                int number = count.merge(name, 1, Integer::sum);
                gateways.add(new PlannedGateway(
                        number == 1 ? name : name + "-" + number, link.id(), owner, peer));
            }
        }
        return gateways;
    }

    /** Fibre a domain repairs: that of the links it owns, km. */
    double fibreKmOf(String domain) {
        return links.stream()
                .filter(link -> node(link.from()).domain().equals(domain))
                .mapToDouble(PlannedLink::lengthKm)
                .sum();
    }

    boolean isBorder(PlannedLink link) {
        return !node(link.from()).domain().equals(node(link.to()).domain());
    }

    PlannedNode node(String id) {
        PlannedNode node = nodeOf.get(id);
        if (node == null) {
            throw new IllegalArgumentException("The node (%s) is unknown.".formatted(id));
        }
        return node;
    }
}
