package breakwater.scenario.yaml;

import breakwater.document.DocumentNode;
import breakwater.document.Fields;
import breakwater.document.NameTable;
import breakwater.document.Section;
import breakwater.exercise.AidResource;
import breakwater.network.DomainId;
import breakwater.network.Gateway;
import breakwater.network.GatewayId;
import breakwater.network.Ids;
import breakwater.network.Network;
import breakwater.network.QkdLink.KeyStore;
import breakwater.network.yaml.NetworkNames;
import breakwater.network.yaml.NetworkReading;
import breakwater.problem.Problems;
import breakwater.scenario.Agreement;
import breakwater.scenario.Agreement.AidPackage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code agreements.yaml}. */
final class AgreementReader {

    private static final long CREWS_MOST = 1_000;
    private static final long NOTICE_MAX_SECONDS = 30L * 86_400;

    /** What a package lends, by the key that says how much. */
    private static final Map<String, AidResource> RESOURCES = new TreeMap<>(Map.of(
            "crews", AidResource.CREW,
            "generators", AidResource.SPARE,
            "relayBitPerSecond", AidResource.KEY_RELAY,
            "keyBit", AidResource.KEY_LOAN));

    private final NetworkNames names;
    private final Optional<Network> network;
    private final Problems problems;
    private final NameTable packages;

    private AgreementReader(NetworkReading reading, Problems problems) {
        names = reading.names();
        network = reading.network();
        this.problems = problems;
        packages = new NameTable("package", Ids::isName, problems);
    }

    /** What can be read of them; what is wrong is reported. */
    static List<Agreement> read(DocumentNode root, NetworkReading reading, Problems problems) {
        AgreementReader reader = new AgreementReader(reading, problems);
        NameTable ids = new NameTable("agreement", Ids::isName, problems);
        Section section = new Section(ScenarioShapes.AGREEMENT, ids, problems);
        Fields.read(ScenarioShapes.AGREEMENTS, root, problems)
                .ifPresent(file -> section.addAll(file.items("agreements")));
        return section.build(reader::agreement);
    }

    private Optional<Agreement> agreement(String id, Fields fields) {
        String title = fields.text("title");
        List<DomainId> parties =
                NetworkNames.listKnown(fields, "parties", names.domains(), DomainId::new);
        if (fields.isSound() && parties.size() < 2) {
            fields.report(
                    "parties",
                    "out-of-range",
                    "Expected at least two parties, but found %s.".formatted(parties.size()),
                    "");
        }
        List<AidPackage> found = new ArrayList<>();
        for (DocumentNode item : fields.items("packages")) {
            Fields.read(ScenarioShapes.PACKAGE, item, problems)
                    .flatMap(own -> aidPackage(packages.declare(own, "id"), parties, own))
                    .ifPresent(found::add);
        }
        return fields.isSound()
                ? Optional.of(new Agreement(id, title, parties, found))
                : Optional.empty();
    }

    private Optional<AidPackage> aidPackage(String id, List<DomainId> parties, Fields fields) {
        Optional<String> key = fields.onlyOne(List.copyOf(RESOURCES.keySet()));
        long mobilisation = seconds(fields, "mobilisation", 1);
        long notice = fields.has("notice") ? seconds(fields, "notice", 0) : 0;
        boolean donorKnown = names.domains().knows(fields, "donor");
        if (key.isEmpty() || !donorKnown || !fields.isSound()) {
            return Optional.empty();
        }
        DomainId donor = new DomainId(fields.text("donor"));
        if (!parties.contains(donor)) {
            fields.report(
                    "donor",
                    "no-party",
                    "Expected a party of the agreement as donor, but found '%s'.".formatted(donor),
                    "Maybe add it to the parties.");
        }
        AidResource resource = RESOURCES.getOrDefault(key.get(), AidResource.CREW);
        long amount = fields.whole(key.get(), 1, mostOf(resource));
        long reserve = fields.has("reserve") ? fields.whole("reserve", 0, CREWS_MOST) : 0;
        boolean atBorder = resource == AidResource.KEY_RELAY || resource == AidResource.KEY_LOAN;
        Optional<GatewayId> gateway =
                atBorder ? gateway(fields, key.get(), donor) : Optional.empty();
        refuseMisplaced(fields, key.get(), atBorder ? "reserve" : "gateway");
        return fields.isSound()
                ? Optional.of(new AidPackage(
                        id, donor, resource, amount, reserve, gateway, mobilisation, notice))
                : Optional.empty();
    }

    private static long mostOf(AidResource resource) {
        return resource == AidResource.KEY_LOAN || resource == AidResource.KEY_RELAY
                ? KeyStore.CAPACITY_MAX_BIT
                : CREWS_MOST;
    }

    private static void refuseMisplaced(Fields fields, String key, String other) {
        if (fields.has(other)) {
            fields.report(
                    other,
                    "unknown-key",
                    "Expected no '%s' in a package of '%s'.".formatted(other, key),
                    "");
        }
    }

    private Optional<GatewayId> gateway(Fields fields, String key, DomainId donor) {
        if (!fields.has("gateway")) {
            fields.report(
                    key,
                    "missing-key",
                    "Expected 'gateway' beside '%s', but it is missing.".formatted(key),
                    "");
            return Optional.empty();
        }
        if (!names.gateways().knows(fields, "gateway")) {
            return Optional.empty();
        }
        GatewayId id = new GatewayId(fields.text("gateway"));
        Optional<Gateway> gateway = network.stream()
                .flatMap(known -> known.gateways().stream())
                .filter(candidate -> candidate.id().equals(id))
                .findFirst();
        gateway.ifPresent(known -> judge(fields, key, donor, known));
        return Optional.of(id);
    }

    private static void judge(Fields fields, String key, DomainId donor, Gateway gateway) {
        if (!gateway.owner().equals(donor) && !gateway.peer().equals(donor)) {
            fields.report(
                    "gateway",
                    "no-party",
                    "Expected a gateway of the donor '%s', but '%s' joins %s and %s."
                            .formatted(donor, gateway.id(), gateway.owner(), gateway.peer()),
                    "");
        } else if (key.equals("relayBitPerSecond") && gateway.quotaBitPerSecond() == 0) {
            fields.report(
                    "gateway",
                    "no-quota",
                    "Expected a gateway with an agreed quota, but '%s' has none: all can be relayed anyway."
                            .formatted(gateway.id()),
                    "Maybe add quotaBitPerSecond to the gateway.");
        }
    }

    private static long seconds(Fields fields, String key, long least) {
        long seconds = fields.durationSeconds(key);
        if (fields.isSound() && (seconds < least || seconds > NOTICE_MAX_SECONDS)) {
            fields.report(
                    key,
                    "out-of-range",
                    "Expected '%s' from %s s to 30 d, but found %s."
                            .formatted(key, least, fields.found(key)),
                    "");
        }
        return seconds;
    }
}
