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

import java.util.List;
import java.util.Optional;

/** Reads areas and checks that there is a node in them. */
final class AreaReader {

    private static final double RADIUS_MAX_KM = 20_040;

    private final Network network;
    private final NetworkNames names;
    private final Problems problems;

    AreaReader(Network network, NetworkNames names, Problems problems) {
        this.network = network;
        this.names = names;
        this.problems = problems;
    }

    /** The area under the key {@code area}, or empty when it is missing or wrong, which is then reported. */
    Optional<Area> area(Fields fault) {
        return fault.mapping("area", ScenarioShapes.AREA)
                .flatMap(fields -> fields.onlyOne(ScenarioShapes.AREA.optional())
                        .flatMap(kind -> ofKind(fields, kind)));
    }

    private Optional<Area> ofKind(Fields fields, String kind) {
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
                return fields.mapping(kind, ScenarioShapes.DISC).flatMap(this::disc);
            }
        }
    }

    private Optional<Area> disc(Fields fields) {
        GeoPoint centre = NetworkShapes.point(fields, "centre", problems);
        double radiusKm = fields.positive("radiusKm", RADIUS_MAX_KM);
        boolean empty = network.nodes().stream()
                .noneMatch(node -> node.position().distanceKmTo(centre) <= radiusKm);
        return checked(fields, "radiusKm", new Area.Disc(centre, radiusKm), empty);
    }

    private static Optional<Area> checked(Fields fields, String key, Area area, boolean empty) {
        if (empty && fields.isSound()) {
            fields.report(
                    key,
                    "strikes-nothing",
                    "Expected an area with at least one node in it, but found none there.",
                    "");
        }
        return fields.isSound() ? Optional.of(area) : Optional.empty();
    }
}
