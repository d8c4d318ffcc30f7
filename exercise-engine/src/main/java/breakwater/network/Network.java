package breakwater.network;

import java.util.List;

/**
 * All operators' networks as they are at StartEx. References are resolved and consistent when it comes from the
 * reader; {@link Topology#of} refuses one that is not.
 *
 * @param attribution lines that must be shown wherever the network is shown
 */
public record Network(
        String name,
        List<String> attribution,
        List<Domain> domains,
        List<Node> nodes,
        List<QkdLink> links,
        List<KmLink> kmLinks,
        List<Gateway> gateways,
        List<Srlg> srlgs,
        List<Service> services) {

    public Network {
        attribution = List.copyOf(attribution);
        domains = List.copyOf(domains);
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        kmLinks = List.copyOf(kmLinks);
        gateways = List.copyOf(gateways);
        srlgs = List.copyOf(srlgs);
        services = List.copyOf(services);
    }
}
