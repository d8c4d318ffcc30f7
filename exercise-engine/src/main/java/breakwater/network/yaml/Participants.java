package breakwater.network.yaml;

import breakwater.network.Domain;
import breakwater.network.LinkId;
import breakwater.network.Network;
import breakwater.network.Node;
import breakwater.network.NodeId;
import breakwater.network.QkdLink;

import java.util.Set;
import java.util.stream.Collectors;

/** Cuts a network down to the operators that take part. */
final class Participants {

    private Participants() {}

    /**
     * The domains of these names, their nodes, and links, gateways and services with both ends there. All when empty.
     */
    static Network keepOnly(Set<String> operators, Network network) {
        if (operators.isEmpty()) {
            return network;
        }
        Set<NodeId> nodes = network.nodes().stream()
                .filter(node -> operators.contains(node.domain().value()))
                .map(Node::id)
                .collect(Collectors.toSet());
        var links = network.links().stream()
                .filter(link -> nodes.contains(link.transmitter().node())
                        && nodes.contains(link.receiver().node()))
                .toList();
        Set<LinkId> linkIds = links.stream().map(QkdLink::id).collect(Collectors.toSet());
        return new Network(
                network.name(),
                network.attribution(),
                network.domains().stream()
                        .filter(domain -> keeps(operators, domain))
                        .toList(),
                network.nodes().stream()
                        .filter(node -> nodes.contains(node.id()))
                        .toList(),
                links,
                network.kmLinks().stream()
                        .filter(link -> nodes.contains(link.a()) && nodes.contains(link.b()))
                        .toList(),
                network.gateways().stream()
                        .filter(gateway -> linkIds.contains(gateway.link()))
                        .toList(),
                network.srlgs(),
                network.services().stream()
                        .filter(service ->
                                nodes.contains(service.from()) && nodes.contains(service.to()))
                        .toList());
    }

    private static boolean keeps(Set<String> operators, Domain domain) {
        return operators.contains(domain.id().value());
    }
}
