package breakwater.tabletop.topology;

import breakwater.network.CipherSuite;
import breakwater.network.GeoPoint;
import breakwater.network.Node.Role;

import java.util.List;

/**
 * A network as it will be written: only what the files say, before rates and stores follow from it.
 *
 * @param comment lines at the head of the first file, for the person who opens it
 * @param notes comment lines above the services: the rules they were sized by
 */
record NetworkPlan(
        String name,
        List<String> comment,
        List<String> attribution,
        List<String> defaults,
        List<PlannedDomain> domains,
        List<PlannedSrlg> srlgs,
        List<PlannedNode> nodes,
        List<PlannedLink> links,
        List<PlannedKmLink> kmLinks,
        List<PlannedGateway> gateways,
        List<PlannedService> services,
        List<String> notes) {

    NetworkPlan {
        comment = List.copyOf(comment);
        attribution = List.copyOf(attribution);
        defaults = List.copyOf(defaults);
        domains = List.copyOf(domains);
        srlgs = List.copyOf(srlgs);
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        kmLinks = List.copyOf(kmLinks);
        gateways = List.copyOf(gateways);
        services = List.copyOf(services);
        notes = List.copyOf(notes);
    }

    /** @param depot id of the node its crews start from */
    record PlannedDomain(String id, String name, String timeZone, int crews, String depot) {}

    record PlannedSrlg(String id, String kind, String title) {}

    /**
     * @param autonomyHours 0 when the defaults hold
     * @param generator only with an autonomy of its own
     * @param software empty when the defaults hold
     */
    record PlannedNode(
            String id,
            String name,
            String domain,
            Role role,
            GeoPoint at,
            int autonomyHours,
            boolean generator,
            String software) {}

    record PlannedLink(String id, String from, String to, double lengthKm, List<String> srlgs) {
        PlannedLink {
            srlgs = List.copyOf(srlgs);
        }
    }

    record PlannedKmLink(
            String id, String a, String b, double roundTripMillis, List<String> srlgs) {
        PlannedKmLink {
            srlgs = List.copyOf(srlgs);
        }
    }

    record PlannedGateway(String id, String link, String owner, String peer) {}

    record PlannedService(
            String id,
            String from,
            String to,
            CipherSuite suite,
            int priorityClass,
            int graceHours,
            int users) {}
}
