package breakwater.scenario.yaml;

import breakwater.document.Fields;
import breakwater.document.NameTable;
import breakwater.document.Shape;
import breakwater.network.DomainId;
import breakwater.network.Gateway;
import breakwater.network.GatewayId;
import breakwater.network.KmLinkId;
import breakwater.network.LinkId;
import breakwater.network.Network;
import breakwater.network.Node;
import breakwater.network.NodeId;
import breakwater.network.QkdLink;
import breakwater.network.SrlgId;
import breakwater.network.yaml.NetworkNames;
import breakwater.problem.Nearest;
import breakwater.problem.Problems;
import breakwater.scenario.Fault;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads faults and checks that they strike something. */
final class FaultReader {

    private final Optional<Network> network;
    private final NetworkNames names;
    private final SpellReader spells;
    private final AreaReader areas;
    private final Map<String, Kind> kinds = Map.of(
            "fibre-cut", new Kind(ScenarioShapes.FIBRE_CUT, this::fibreCut),
            "power-loss", new Kind(ScenarioShapes.POWER_LOSS, this::powerLoss),
            "kms-crash", new Kind(ScenarioShapes.KMS_CRASH, this::kmsCrash),
            "qber-alarm", new Kind(ScenarioShapes.QBER_ALARM, this::qberAlarm),
            "control-partition", new Kind(ScenarioShapes.CONTROL_PARTITION, this::controlPartition),
            "regional-disaster", new Kind(ScenarioShapes.REGIONAL_DISASTER, this::regionalDisaster),
            "faulty-software", new Kind(ScenarioShapes.FAULTY_SOFTWARE, this::faultySoftware),
            "gateway-limit", new Kind(ScenarioShapes.GATEWAY_LIMIT, this::gatewayLimit),
            "planned-maintenance", new Kind(ScenarioShapes.PLANNED_MAINTENANCE, this::maintenance));

    /** A kind of fault: its keys, and what makes it of them when they are sound. */
    private record Kind(Shape shape, Function<Fields, Optional<? extends Fault>> read) {}

    FaultReader(
            Optional<Network> network, NetworkNames names, SpellReader spells, Problems problems) {
        this.network = network;
        this.names = names;
        this.spells = spells;
        this.areas = new AreaReader(network, names, problems);
    }

    /** The fault under the key {@code fault}, or empty when it is missing or wrong, which is then reported. */
    Optional<Fault> fault(Fields inject) {
        return inject.mapping("fault", ScenarioShapes.FAULT)
                .flatMap(fields -> fields.onlyOne(ScenarioShapes.FAULT.optional())
                        .flatMap(name -> ofKind(fields, name)));
    }

    private Optional<Fault> ofKind(Fields fields, String name) {
        Kind kind = kinds.get(name);
        if (kind == null) {
            throw new IllegalStateException("The fault (%s) has no reader.".formatted(name));
        }
        return fields.mapping(name, kind.shape()).flatMap(kind.read()).map(fault -> fault);
    }

    private Optional<? extends Fault> fibreCut(Fields fields) {
        List<SrlgId> srlgs = NetworkNames.listKnown(fields, "srlgs", names.srlgs(), SrlgId::new);
        List<LinkId> links = links(fields);
        List<KmLinkId> kmLinks =
                NetworkNames.listKnown(fields, "kmLinks", names.kmLinks(), KmLinkId::new);
        if (fields.isSound() && srlgs.isEmpty() && links.isEmpty() && kmLinks.isEmpty()) {
            fields.report(
                    "work",
                    "strikes-nothing",
                    "Expected at least one of srlgs, links or kmLinks in the fibre cut, but found none.",
                    "");
        }
        var work = spells.spell(fields, "work");
        return sound(fields, new Fault.FibreCut(srlgs, links, kmLinks, work));
    }

    private Optional<? extends Fault> powerLoss(Fields fields) {
        var area = areas.area(fields, false);
        var outage = spells.spell(fields, "outage");
        return area.flatMap(where -> sound(fields, new Fault.PowerLoss(where, outage)));
    }

    private Optional<? extends Fault> kmsCrash(Fields fields) {
        List<NodeId> nodes = struck(fields, "nodes", names.nodes(), NodeId::new);
        boolean lost = fields.flag("storesLost");
        var outage = spells.spell(fields, "outage");
        return sound(fields, new Fault.KmsCrash(nodes, lost, outage));
    }

    private Optional<? extends Fault> qberAlarm(Fields fields) {
        List<LinkId> links = struck(fields, "links", names.links(), LinkId::new);
        var investigation = spells.spell(fields, "investigation");
        return sound(fields, new Fault.QberAlarm(links, investigation));
    }

    private Optional<? extends Fault> controlPartition(Fields fields) {
        List<DomainId> domains = struck(fields, "domains", names.domains(), DomainId::new);
        var outage = spells.spell(fields, "outage");
        return sound(fields, new Fault.ControlPartition(domains, outage));
    }

    private Optional<? extends Fault> regionalDisaster(Fields fields) {
        var area = areas.area(fields, true);
        var work = spells.spell(fields, "work");
        return area.flatMap(where -> sound(fields, new Fault.RegionalDisaster(where, work)));
    }

    private Optional<? extends Fault> faultySoftware(Fields fields) {
        String version = fields.text("softwareVersion");
        network.ifPresent(known -> requireRunning(version, known, fields));
        var rollback = spells.spell(fields, "rollback");
        return sound(fields, new Fault.FaultySoftware(version, rollback));
    }

    private static void requireRunning(String version, Network network, Fields fields) {
        TreeSet<String> versions = network.nodes().stream()
                .map(Node::softwareVersion)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!version.isEmpty() && !versions.contains(version)) {
            fields.report(
                    "softwareVersion",
                    "strikes-nothing",
                    "Expected a software version that some node runs, but no node runs '%s'."
                            .formatted(version),
                    Nearest.adviceAmong(versions, version));
        }
    }

    private Optional<? extends Fault> gatewayLimit(Fields fields) {
        List<GatewayId> gateways = struck(fields, "gateways", names.gateways(), GatewayId::new);
        names.domains().knows(fields, "by");
        long quota = fields.whole("quotaBitPerSecond", 0, QkdLink.RATE_MAX_BIT_PER_SECOND);
        var outage = spells.spell(fields, "outage");
        if (!fields.isSound()) {
            return Optional.empty();
        }
        DomainId by = new DomainId(fields.text("by"));
        for (Gateway gateway : network.map(Network::gateways).orElse(List.of())) {
            boolean sides = gateway.owner().equals(by) || gateway.peer().equals(by);
            if (gateways.contains(gateway.id()) && !sides) {
                fields.report(
                        "by",
                        "wrong-border",
                        "Expected '%s' or '%s', whose border gateway '%s' is, but found '%s'."
                                .formatted(gateway.owner(), gateway.peer(), gateway.id(), by),
                        "");
            }
        }
        return sound(fields, new Fault.GatewayLimit(gateways, by, quota, outage));
    }

    private Optional<? extends Fault> maintenance(Fields fields) {
        List<LinkId> links = struck(fields, "links", names.links(), LinkId::new);
        var window = spells.spell(fields, "window");
        return sound(fields, new Fault.PlannedMaintenance(links, window));
    }

    private List<LinkId> links(Fields fields) {
        return NetworkNames.listKnown(fields, "links", names.links(), LinkId::new);
    }

    private static <I> List<I> struck(
            Fields fields, String key, NameTable table, Function<String, I> id) {
        List<I> found = NetworkNames.listKnown(fields, key, table, id);
        if (found.isEmpty() && fields.isSound()) {
            fields.report(
                    key,
                    "strikes-nothing",
                    "Expected at least one name in '%s', but found none.".formatted(key),
                    "");
        }
        return found;
    }

    private static <F extends Fault> Optional<F> sound(Fields fields, F fault) {
        return fields.isSound() ? Optional.of(fault) : Optional.empty();
    }
}
