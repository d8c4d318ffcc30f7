package breakwater.scenario;

import breakwater.network.DomainId;
import breakwater.network.GeoPoint;
import breakwater.network.NodeId;

import java.util.List;

/** Where something regional strikes. */
public sealed interface Area {

    /** Exactly these. */
    record OfNodes(List<NodeId> nodes) implements Area {
        public OfNodes {
            nodes = List.copyOf(nodes);
        }
    }

    /** All nodes of these domains. */
    record OfDomains(List<DomainId> domains) implements Area {
        public OfDomains {
            domains = List.copyOf(domains);
        }
    }

    /** All within a great-circle distance; positive. */
    record Disc(GeoPoint centre, double radiusKm) implements Area {
        public Disc {
            if (!(radiusKm > 0)) {
                throw new IllegalArgumentException(
                        "The radiusKm (%s) must be positive.".formatted(radiusKm));
            }
        }
    }
}
