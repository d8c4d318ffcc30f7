package breakwater.network.yaml;

import breakwater.document.Fields;
import breakwater.network.CipherSuite;
import breakwater.network.CipherSuite.Aes256;
import breakwater.network.CipherSuite.Hybrid;
import breakwater.network.CipherSuite.OneTimePad;
import breakwater.network.DomainId;
import breakwater.network.NodeId;
import breakwater.network.QkdLink;
import breakwater.network.Service;
import breakwater.network.Service.RoutePolicy;
import breakwater.network.ServiceId;

import java.util.List;
import java.util.Optional;

/** Reads services. */
final class ServiceReader {

    private static final int USERS_MAX = 1_000_000_000;
    private static final int PATHS_MAX = 8;

    private final NetworkNames names;

    ServiceReader(NetworkNames names) {
        this.names = names;
    }

    Optional<Service> service(String id, Fields fields) {
        boolean ends = names.nodes().knowsBoth(fields, "from", "to");
        if (ends && fields.text("from").equals(fields.text("to"))) {
            AssetReader.reportLoop(fields, "to");
        }
        Optional<CipherSuite> suite =
                fields.onlyOne(NetworkShapes.SUITES).flatMap(key -> suite(fields, key));
        int priorityClass = (int) fields.whole("class", 0, Service.PRIORITY_CLASS_MAX);
        long grace = fields.durationSeconds("grace");
        int users = (int) fields.whole("users", 0, USERS_MAX);
        RoutePolicy route = fields.has("route") ? route(fields) : RoutePolicy.ANY;
        if (!fields.isSound() || suite.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Service(
                new ServiceId(id),
                new NodeId(fields.text("from")),
                new NodeId(fields.text("to")),
                suite.get(),
                priorityClass,
                grace,
                users,
                route));
    }

    private Optional<CipherSuite> suite(Fields fields, String key) {
        if (key.equals("otpBitPerSecond")) {
            return Optional.of(
                    new OneTimePad(fields.whole(key, 1, QkdLink.RATE_MAX_BIT_PER_SECOND)));
        }
        return fields.mapping(key, NetworkShapes.AES).flatMap(inner -> {
            long rekey = inner.durationSeconds("rekey");
            if (inner.has("rekey") && inner.isSound() && rekey < 1) {
                inner.report(
                        "rekey",
                        "out-of-range",
                        "Expected a 'rekey' of at least 1 s, but found %s."
                                .formatted(inner.found("rekey")),
                        "");
            }
            int associations = (int) inner.whole("associations", 1, NetworkShapes.ASSOCIATIONS_MAX);
            if (!inner.isSound()) {
                return Optional.empty();
            }
            Aes256 cipher = new Aes256(rekey, associations);
            return Optional.of(key.equals("hybrid") ? new Hybrid(cipher) : cipher);
        });
    }

    private RoutePolicy route(Fields fields) {
        return fields.mapping("route", NetworkShapes.ROUTE)
                .map(route -> {
                    List<DomainId> forbidden =
                            NetworkNames.listKnown(route, "forbid", names.domains(), DomainId::new);
                    long paths = route.has("candidatePaths")
                            ? route.whole("candidatePaths", 1, PATHS_MAX)
                            : RoutePolicy.ANY.candidatePaths();
                    return new RoutePolicy(route.flag("direct"), (int) paths, forbidden);
                })
                .orElse(RoutePolicy.ANY);
    }
}
