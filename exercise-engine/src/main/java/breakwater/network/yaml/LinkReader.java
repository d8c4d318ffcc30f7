package breakwater.network.yaml;

import breakwater.document.Fields;
import breakwater.network.LinkId;
import breakwater.network.NodeId;
import breakwater.network.QkdLink;
import breakwater.network.QkdLink.KeyStore;
import breakwater.network.QkdLink.QkdModule;
import breakwater.network.SrlgId;
import breakwater.problem.Nearest;

import java.util.List;
import java.util.Optional;

/** Reads QKD links: the rate is given, or comes from the link's key-rate profile at its loss. */
final class LinkReader {

    /** Profile of a link whose rate is given. */
    static final String GIVEN = "given";

    /** Half way round the Earth. */
    private static final double LENGTH_MAX_KM = 20_040;

    private static final double LOSS_MAX_DB = 200;

    private final NetworkNames names;
    private final Hardware hardware;
    private final KeyRates rates;

    LinkReader(NetworkNames names, Hardware hardware, KeyRates rates) {
        this.names = names;
        this.hardware = hardware;
        this.rates = rates;
    }

    /** The secret key rate of a link and where it comes from. */
    private record Rated(String profile, long bitPerSecond, double qber) {}

    Optional<QkdLink> link(String id, Fields fields) {
        boolean ends = names.nodes().knowsBoth(fields, "from", "to");
        if (ends && fields.text("from").equals(fields.text("to"))) {
            AssetReader.reportLoop(fields, "to");
        }
        double lengthKm = fields.positive("lengthKm", LENGTH_MAX_KM);
        boolean measured = fields.has("lossDb");
        double lossDb = measured
                ? fields.number("lossDb", 0, LOSS_MAX_DB)
                : lengthKm * hardware.lossDbPerKm(fields);
        QkdLink.Kind kind = fields.choice("kind", NetworkShapes.LINK_KINDS, QkdLink.Kind.FIBRE);
        String firmware = hardware.firmware(fields);
        List<SrlgId> srlgs = NetworkNames.listKnown(fields, "srlgs", names.srlgs(), SrlgId::new);
        QkdLink.Recovery recovery = hardware.recovery(fields);
        Hardware.StoreRule store = hardware.store(fields);
        Rated rated = fields.has("rateBitPerSecond") ? given(fields) : derived(fields, lossDb);
        checkCapacity(fields, store, rated.bitPerSecond());
        if (!fields.isSound()) {
            return Optional.empty();
        }
        return Optional.of(new QkdLink(
                new LinkId(id),
                new QkdModule(new NodeId(fields.text("from")), firmware),
                new QkdModule(new NodeId(fields.text("to")), firmware),
                kind,
                lengthKm,
                lossDb,
                measured,
                rated.profile(),
                rated.bitPerSecond(),
                rated.qber(),
                srlgs,
                store.storeAt(rated.bitPerSecond()),
                recovery));
    }

    private static void checkCapacity(Fields fields, Hardware.StoreRule store, long rate) {
        long capacity = store.capacityBitAt(rate);
        if (capacity > KeyStore.CAPACITY_MAX_BIT) {
            fields.report(
                    "store",
                    "out-of-range",
                    "Expected a store of at most %s bit, but its hours of generation make %s bit."
                            .formatted(KeyStore.CAPACITY_MAX_BIT, capacity),
                    "Maybe lower 'generationHours'.");
        }
    }

    private Rated given(Fields fields) {
        if (fields.has("profile")) {
            fields.report(
                    "profile",
                    "one-of",
                    "Expected either 'profile' or 'rateBitPerSecond' in the link, but found both.",
                    "");
        }
        if (!fields.has("qber")) {
            fields.report(
                    "rateBitPerSecond",
                    "missing-key",
                    "Expected 'qber' beside a given 'rateBitPerSecond', but it is missing.",
                    "Maybe add qber: 0.02.");
        }
        return new Rated(
                GIVEN,
                fields.whole("rateBitPerSecond", 1, QkdLink.RATE_MAX_BIT_PER_SECOND),
                fields.number("qber", 0, 0.5));
    }

    private Rated derived(Fields fields, double lossDb) {
        if (fields.has("qber")) {
            fields.report(
                    "qber",
                    "one-of",
                    "Expected 'qber' only beside a given 'rateBitPerSecond': the profile knows it otherwise.",
                    "");
        }
        String profile = hardware.profile(fields);
        if (profile.isEmpty() || !isKnown(fields, profile) || !fields.isSound()) {
            return new Rated(profile, 0, 0);
        }
        KeyRates.Rate rate = rates.rateAt(profile, lossDb);
        long whole = (long) rate.rateBitPerSecond();
        if (!rate.refusal().isEmpty() || whole < 1) {
            fields.report(
                    fields.has("lossDb") ? "lossDb" : "lengthKm",
                    "no-key",
                    "Expected a link that gives key, but at %s dB the profile '%s' gives none%s"
                            .formatted(
                                    Math.round(lossDb * 100) / 100.0,
                                    profile,
                                    rate.refusal().isEmpty() ? "." : ": " + rate.refusal()),
                    "Maybe put a trusted node between.");
            return new Rated(profile, 0, 0);
        }
        return new Rated(profile, Math.min(whole, QkdLink.RATE_MAX_BIT_PER_SECOND), rate.qber());
    }

    /** A wrong profile of the defaults is reported once, where it stands. */
    private boolean isKnown(Fields fields, String profile) {
        if (rates.profiles().contains(profile)) {
            return true;
        }
        hardware.reportProfile(
                fields,
                "Expected a known key-rate profile, but found '%s'.".formatted(profile),
                Nearest.adviceAmong(rates.profiles(), profile));
        return false;
    }
}
