package breakwater.network.yaml;

import breakwater.network.Domain;
import breakwater.network.DomainId;
import breakwater.network.Gateway;
import breakwater.network.KmLink;
import breakwater.network.LinkId;
import breakwater.network.Network;
import breakwater.network.Node;
import breakwater.network.NodeId;
import breakwater.network.QkdLink;
import breakwater.network.Service;
import breakwater.problem.Location;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What no single item shows: borders and gateways, the key-management graph, whether a service can be routed at all.
 * What is built from unsound items is missing in the network, so connectivity may be judged only when all else is well.
 * A service counts as routable when its ends are joined through domains it may cross; that a route takes no domain
 * twice is not looked at here.
 */
final class NetworkChecks {

    private final Network network;
    private final NetworkNames names;
    private final Problems problems;
    private final Map<NodeId, DomainId> domainOf = new HashMap<>();
    private final Map<LinkId, QkdLink> links = new HashMap<>();

    NetworkChecks(Network network, NetworkNames names, Problems problems) {
        this.network = network;
        this.names = names;
        this.problems = problems;
        network.nodes().forEach(node -> domainOf.put(node.id(), node.domain()));
        network.links().forEach(link -> links.put(link.id(), link));
    }

    /** What two or three items tell together. */
    void checkItems() {
        network.domains().forEach(this::checkDepot);
        checkGateways();
        checkDomainsHaveNodes();
    }

    /** What only the whole network tells. */
    void checkConnectivity() {
        checkKmGraph();
        checkRoutes();
    }

    private void checkDepot(Domain domain) {
        DomainId owner = domainOf.get(domain.crews().depot());
        if (owner != null && !owner.equals(domain.id())) {
            report(
                    "foreign-depot",
                    names.domains().placeOf(domain.id().value()),
                    "Expected the depot of domain '%s' at a node of its own, but '%s' belongs to '%s'."
                            .formatted(domain.id(), domain.crews().depot(), owner),
                    "");
        }
    }

    private void checkDomainsHaveNodes() {
        Set<DomainId> having = new HashSet<>(domainOf.values());
        boolean allNodesRead = domainOf.size() == names.nodes().names().size();
        for (Domain domain : network.domains()) {
            if (allNodesRead && !having.contains(domain.id())) {
                report(
                        "empty-domain",
                        names.domains().placeOf(domain.id().value()),
                        "Expected at least one node in domain '%s', but found none."
                                .formatted(domain.id()),
                        "");
            }
        }
    }

    private void checkGateways() {
        Map<LinkId, Gateway> byLink = new HashMap<>();
        for (Gateway gateway : network.gateways()) {
            checkGateway(gateway, byLink.putIfAbsent(gateway.link(), gateway) != null);
        }
        boolean allGatewaysRead =
                network.gateways().size() == names.gateways().names().size();
        for (QkdLink link : network.links()) {
            DomainId owner = domainOf.get(link.transmitter().node());
            DomainId peer = domainOf.get(link.receiver().node());
            boolean border = owner != null && peer != null && !owner.equals(peer);
            if (border && allGatewaysRead && !byLink.containsKey(link.id())) {
                report(
                        "border-without-gateway",
                        placeOf(link.id()),
                        "Expected a gateway for the border link '%s' from '%s' to '%s', but found none."
                                .formatted(link.id(), owner, peer),
                        "Maybe add {id: gw:%s-%s, link: %s, owner: %s, peer: %s} to the gateways."
                                .formatted(owner, peer, link.id(), owner, peer));
            }
        }
    }

    private void checkGateway(Gateway gateway, boolean second) {
        Location at = names.gateways().placeOf(gateway.id().value());
        if (second) {
            report(
                    "duplicate-gateway",
                    at,
                    "Expected one gateway per border link, but '%s' is a second for link '%s'."
                            .formatted(gateway.id(), gateway.link()),
                    "");
        }
        QkdLink link = links.get(gateway.link());
        DomainId owner = link == null ? null : domainOf.get(link.transmitter().node());
        DomainId peer = link == null ? null : domainOf.get(link.receiver().node());
        if (owner == null || peer == null) {
            return;
        }
        if (!gateway.owner().equals(owner) || !gateway.peer().equals(peer)) {
            report(
                    "wrong-border",
                    at,
                    "Expected gateway '%s' to have the domains of its link's ends, owner '%s' and peer '%s', but found '%s' and '%s'."
                            .formatted(gateway.id(), owner, peer, gateway.owner(), gateway.peer()),
                    owner.equals(peer) ? "Maybe the link is no border link." : "");
        }
    }

    private void checkKmGraph() {
        Map<DomainId, NodeGroups> byOwner = new HashMap<>();
        for (KmLink link : network.kmLinks()) {
            byOwner.computeIfAbsent(domainOf.get(link.a()), owner -> groupsOfNodes())
                    .join(link.a(), link.b());
        }
        for (QkdLink link : network.links()) {
            // An operator sees its own KM links alone; one that has none is taken to have an ideal
            // graph.
            NodeGroups groups = byOwner.get(domainOf.get(link.transmitter().node()));
            if (groups != null
                    && !groups.together(
                            link.transmitter().node(), link.receiver().node())) {
                report(
                        "km-disconnected",
                        placeOf(link.id()),
                        "Expected a way over KM links of '%s' between '%s' and '%s', the ends of its link '%s', but found none."
                                .formatted(
                                        domainOf.get(link.transmitter().node()),
                                        link.transmitter().node(),
                                        link.receiver().node(),
                                        link.id()),
                        "Maybe add a KM link, or turn one round: the operator of its 'a' owns it.");
            }
        }
    }

    private NodeGroups groupsOfNodes() {
        return new NodeGroups(network.nodes().stream().map(Node::id).toList());
    }

    private void checkRoutes() {
        Map<Set<DomainId>, NodeGroups> groups = new HashMap<>();
        Set<Set<NodeId>> adjacent = new HashSet<>();
        network.links()
                .forEach(link -> adjacent.add(
                        Set.of(link.transmitter().node(), link.receiver().node())));
        NodeGroups inside = groupsInside();
        for (Service service : network.services()) {
            Set<DomainId> forbidden = new HashSet<>(service.routePolicy().forbiddenDomains());
            boolean atHome =
                    Objects.equals(domainOf.get(service.from()), domainOf.get(service.to()));
            boolean reached = service.routePolicy().direct()
                    ? adjacent.contains(Set.of(service.from(), service.to()))
                    : (atHome ? inside : groups.computeIfAbsent(forbidden, this::groupsWithout))
                            .together(service.from(), service.to());
            if (!reached) {
                report(
                        "no-route",
                        names.services().placeOf(service.id().value()),
                        "Expected a %s from '%s' to '%s' for service '%s', but found none%s."
                                .formatted(
                                        service.routePolicy().direct()
                                                ? "link"
                                                : atHome
                                                        ? "way over links of their domain"
                                                        : "way over links",
                                        service.from(),
                                        service.to(),
                                        service.id(),
                                        forbidden.isEmpty()
                                                ? ""
                                                : " that avoids " + list(forbidden)),
                        "");
            }
        }
    }

    private static String list(Set<DomainId> domains) {
        return domains.stream().map(DomainId::value).sorted().collect(Collectors.joining(", "));
    }

    /** A service within one domain is not led over its neighbours. */
    private NodeGroups groupsInside() {
        NodeGroups groups = groupsOfNodes();
        for (QkdLink link : network.links()) {
            NodeId a = link.transmitter().node();
            NodeId b = link.receiver().node();
            if (Objects.equals(domainOf.get(a), domainOf.get(b))) {
                groups.join(a, b);
            }
        }
        return groups;
    }

    private NodeGroups groupsWithout(Set<DomainId> forbidden) {
        NodeGroups groups = groupsOfNodes();
        for (QkdLink link : network.links()) {
            DomainId owner = domainOf.get(link.transmitter().node());
            DomainId peer = domainOf.get(link.receiver().node());
            if (!forbidden.contains(owner) && !forbidden.contains(peer)) {
                groups.join(link.transmitter().node(), link.receiver().node());
            }
        }
        return groups;
    }

    private Location placeOf(LinkId link) {
        return names.links().placeOf(link.value());
    }

    private void report(String rule, Location at, String message, String advice) {
        problems.add(Problem.error(rule, at, message, advice));
    }
}
