package breakwater.network.yaml;

import breakwater.document.Fields;
import breakwater.exercise.LogEntry;
import breakwater.network.Domain;
import breakwater.network.Domain.Controller;
import breakwater.network.Domain.CrewPool;
import breakwater.network.DomainId;
import breakwater.network.Gateway;
import breakwater.network.GatewayId;
import breakwater.network.GeoPoint;
import breakwater.network.KmLink;
import breakwater.network.KmLinkId;
import breakwater.network.LinkId;
import breakwater.network.Node;
import breakwater.network.Node.KeyManagement;
import breakwater.network.NodeId;
import breakwater.network.QkdLink;
import breakwater.network.Srlg;
import breakwater.network.SrlgId;
import breakwater.problem.Problems;

import java.util.List;
import java.util.Optional;

/** Reads what is neither QKD link nor service. Each method gives the record, or empty when something was wrong. */
final class AssetReader {

    private static final double ROUND_TRIP_MAX_MILLIS = 60_000;
    private static final double SPEED_MAX_KM_PER_HOUR = 1_000;
    private static final int REACTION_MAX_SECONDS = 86_400;

    private final NetworkNames names;
    private final Hardware hardware;
    private final Problems problems;

    AssetReader(NetworkNames names, Hardware hardware, Problems problems) {
        this.names = names;
        this.hardware = hardware;
        this.problems = problems;
    }

    Optional<Domain> domain(String id, Fields fields) {
        if (id.equals(LogEntry.CONTROL.value())) {
            fields.report(
                    "id",
                    "reserved-name",
                    "Expected another name than '%s', which exercise control has in the log."
                            .formatted(id),
                    "");
        }
        String name = fields.text("name");
        String regulator = fields.text("regulator");
        String timeZone = fields.text("timeZone");
        long reaction = fields.durationSeconds("controllerReaction");
        if (fields.has("controllerReaction")
                && fields.isSound()
                && (reaction < 1 || reaction > REACTION_MAX_SECONDS)) {
            fields.report(
                    "controllerReaction",
                    "out-of-range",
                    "Expected a 'controllerReaction' from 1 s to 24 h, but found %s."
                            .formatted(fields.found("controllerReaction")),
                    "");
        }
        Optional<CrewPool> crews =
                fields.mapping("crews", NetworkShapes.CREWS).flatMap(this::crews);
        return fields.isSound() && crews.isPresent()
                ? Optional.of(new Domain(
                        new DomainId(id),
                        name,
                        regulator,
                        timeZone,
                        crews.get(),
                        new Controller((int) reaction)))
                : Optional.empty();
    }

    private Optional<CrewPool> crews(Fields fields) {
        long count = fields.whole("count", 0, 1_000);
        double speed = fields.positive("travelSpeedKmPerHour", SPEED_MAX_KM_PER_HOUR);
        long generators = fields.has("generators") ? fields.whole("generators", 0, 1_000) : 0;
        return names.nodes().knows(fields, "depot") && fields.isSound()
                ? Optional.of(new CrewPool(
                        (int) count, new NodeId(fields.text("depot")), speed, (int) generators))
                : Optional.empty();
    }

    Optional<Srlg> srlg(String id, Fields fields) {
        Srlg.Kind kind = fields.choice("kind", NetworkShapes.SRLG_KINDS, Srlg.Kind.DUCT);
        String title = fields.text("title");
        return fields.isSound()
                ? Optional.of(new Srlg(new SrlgId(id), kind, title))
                : Optional.empty();
    }

    Optional<Node> node(String id, Fields fields) {
        names.domains().knows(fields, "domain");
        Node.Role role = fields.choice("role", NetworkShapes.ROLES, Node.Role.TRUSTED);
        GeoPoint position = NetworkShapes.point(fields, "at", problems);
        Node.Power power = hardware.power(fields);
        String software = hardware.softwareVersion(fields);
        long resync = hardware.kmsResyncSeconds(fields);
        String name = fields.has("name") ? fields.text("name") : id;
        return fields.isSound()
                ? Optional.of(new Node(
                        new NodeId(id),
                        new DomainId(fields.text("domain")),
                        name,
                        role,
                        position,
                        power,
                        software,
                        new KeyManagement(resync)))
                : Optional.empty();
    }

    Optional<KmLink> kmLink(String id, Fields fields) {
        boolean ends = names.nodes().knowsBoth(fields, "a", "b");
        if (ends && fields.text("a").equals(fields.text("b"))) {
            reportLoop(fields, "b");
        }
        double roundTrip = fields.number("roundTripMillis", 0, ROUND_TRIP_MAX_MILLIS);
        List<SrlgId> srlgs = NetworkNames.listKnown(fields, "srlgs", names.srlgs(), SrlgId::new);
        return fields.isSound()
                ? Optional.of(new KmLink(
                        new KmLinkId(id),
                        new NodeId(fields.text("a")),
                        new NodeId(fields.text("b")),
                        roundTrip,
                        srlgs))
                : Optional.empty();
    }

    static void reportLoop(Fields fields, String key) {
        fields.report(
                key,
                "self-loop",
                "Expected two different nodes, but found '%s' at both ends."
                        .formatted(fields.text(key)),
                "");
    }

    Optional<Gateway> gateway(String id, Fields fields) {
        names.links().knows(fields, "link");
        boolean domains = names.domains().knowsBoth(fields, "owner", "peer");
        if (domains && fields.text("owner").equals(fields.text("peer"))) {
            fields.report(
                    "peer",
                    "self-loop",
                    "Expected two different domains, but found '%s' as owner and peer."
                            .formatted(fields.text("peer")),
                    "");
        }
        long quota = fields.whole("quotaBitPerSecond", 0, QkdLink.RATE_MAX_BIT_PER_SECOND);
        String agreement = fields.text("agreement");
        return fields.isSound()
                ? Optional.of(new Gateway(
                        new GatewayId(id),
                        new LinkId(fields.text("link")),
                        new DomainId(fields.text("owner")),
                        new DomainId(fields.text("peer")),
                        quota,
                        agreement))
                : Optional.empty();
    }
}
