package breakwater.scenario.yaml;

import breakwater.document.Fields;
import breakwater.network.DomainId;
import breakwater.network.GeoPoint;
import breakwater.network.Network;
import breakwater.network.NodeId;
import breakwater.network.yaml.NetworkNames;
import breakwater.network.yaml.NetworkShapes;
import breakwater.problem.Problems;
import breakwater.scenario.Area;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads areas and checks that there is a node in them. */
final class AreaReader {

    private static final double RADIUS_MAX_KM = 20_040;

    private final Optional<Network> network;
    private final NetworkNames names;
    private final Problems problems;

    AreaReader(Optional<Network> network, NetworkNames names, Problems problems) {
        this.network = network;
        this.names = names;
        this.problems = problems;
    }

    /**
     * The area under the key {@code area}, or empty when it is missing or wrong, which is then reported.
     *
     * @param linksToo whether the fault strikes links that pass through a disc, so that it needs no node in it
     */
    Optional<Area> area(Fields fault, boolean linksToo) {
        return fault.mapping("area", ScenarioShapes.AREA)
                .flatMap(fields -> fields.onlyOne(ScenarioShapes.AREA.optional())
                        .flatMap(kind -> ofKind(fields, kind, linksToo)));
    }

    private Optional<Area> ofKind(Fields fields, String kind, boolean linksToo) {
        switch (kind) {
            case "nodes" -> {
                List<NodeId> nodes =
                        NetworkNames.listKnown(fields, kind, names.nodes(), NodeId::new);
                return checked(fields, kind, new Area.OfNodes(nodes), nodes.isEmpty());
            }
            case "domains" -> {
                List<DomainId> domains =
                        NetworkNames.listKnown(fields, kind, names.domains(), DomainId::new);
                return checked(fields, kind, new Area.OfDomains(domains), domains.isEmpty());
            }
            default -> {
                return fields.mapping(kind, ScenarioShapes.DISC).flatMap(of -> disc(of, linksToo));
            }
        }
    }

    private Optional<Area> disc(Fields fields, boolean linksToo) {
        GeoPoint centre = NetworkShapes.point(fields, "centre", problems);
        double radiusKm = fields.positive("radiusKm", RADIUS_MAX_KM);
        boolean empty = network.isPresent() && !isStruck(network.get(), centre, radiusKm, linksToo);
        return checked(fields, "radiusKm", new Area.Disc(centre, radiusKm), empty);
    }

    private static boolean isStruck(
            Network network, GeoPoint centre, double radiusKm, boolean linksToo) {
        boolean nodeStruck = network.nodes().stream()
                .anyMatch(node -> node.position().distanceKmTo(centre) <= radiusKm);
        Map<NodeId, GeoPoint> places = new HashMap<>();
        network.nodes().forEach(node -> places.put(node.id(), node.position()));
        boolean linkStruck = linksToo
                && network.links().stream()
                        .anyMatch(link -> centre.distanceKmToLine(
                                        placeOf(link.transmitter().node(), places),
                                        placeOf(link.receiver().node(), places))
                                <= radiusKm);
        return nodeStruck || linkStruck;
    }

    private static GeoPoint placeOf(NodeId node, Map<NodeId, GeoPoint> places) {
        return Objects.requireNonNull(places.get(node), () -> "No place of " + node);
    }

    private static Optional<Area> checked(Fields fields, String key, Area area, boolean empty) {
        if (empty && fields.isSound()) {
            fields.report(
                    key,
                    "strikes-nothing",
                    "Expected an area with something in it that this fault strikes, but found nothing there.",
                    "");
        }
        return fields.isSound() ? Optional.of(area) : Optional.empty();
    }
}
