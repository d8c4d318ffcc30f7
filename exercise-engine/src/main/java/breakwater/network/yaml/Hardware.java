package breakwater.network.yaml;

import breakwater.document.Fields;
import breakwater.network.Node.Power;
import breakwater.network.QkdLink.KeyStore;
import breakwater.network.QkdLink.Recovery;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Equipment: what an asset says about its own, else what the network's {@code defaults} say. There are no hidden
 * defaults: what neither says is reported as missing.
 */
final class Hardware {

    private static final double LOSS_MAX_DB_PER_KM = 10;
    private static final double GENERATION_MAX_HOURS = 24 * 366;

    private final @Nullable Fields defaults;
    private final Problems problems;
    private final boolean defaultsSound;
    private final Set<String> missing = new HashSet<>();
    private boolean defaultProfileReported;

    /** @param defaults the defaults section, or null when the network has none */
    Hardware(@Nullable Fields defaults, Problems problems) {
        this.defaults = defaults;
        this.problems = problems;
        this.defaultsSound = defaults == null || isSound(defaults);
    }

    /** How large a store is: in bits, or in hours of its link's generation. */
    record StoreRule(
            long capacityBit,
            double generationHours,
            int initialPercent,
            int lowWaterPercent,
            int restartPercent) {

        /** The store of a link with this rate; capacity at least 1 bit. */
        KeyStore storeAt(long rateBitPerSecond) {
            long capacity = Math.max(1, capacityBitAt(rateBitPerSecond));
            return new KeyStore(
                    capacity,
                    capacity * initialPercent / 100,
                    capacity * lowWaterPercent / 100,
                    Math.max(1, capacity * restartPercent / 100));
        }

        long capacityBitAt(long rateBitPerSecond) {
            return capacityBit > 0
                    ? capacityBit
                    : (long) (rateBitPerSecond * 3_600.0 * generationHours);
        }
    }

    String profile(Fields link) {
        return pick(link, "profile", "", fields -> fields.text("profile"));
    }

    String firmware(Fields link) {
        return pick(link, "firmware", "", fields -> fields.text("firmware"));
    }

    String softwareVersion(Fields node) {
        return pick(node, "softwareVersion", "", fields -> fields.text("softwareVersion"));
    }

    long kmsResyncSeconds(Fields node) {
        return pick(node, "kmsResync", 0L, fields -> fields.durationSeconds("kmsResync"));
    }

    /** Only the defaults know it: a link that differs states its loss. */
    double lossDbPerKm(Fields link) {
        if (defaults != null && defaults.has("lossDbPerKm")) {
            return defaultsSound ? defaults.number("lossDbPerKm", 0, LOSS_MAX_DB_PER_KM) : 0;
        }
        reportMissing(link, "lossDb", "lossDbPerKm");
        return 0;
    }

    /** Reports an unknown profile where it stands; one of the defaults once for all links. */
    void reportProfile(Fields link, String message, String advice) {
        if (link.has("profile")) {
            link.report("profile", "unknown-profile", message, advice);
        } else if (defaults != null && !defaultProfileReported) {
            defaults.report("profile", "unknown-profile", message, advice);
            defaultProfileReported = true;
        }
    }

    Power power(Fields node) {
        return pick(node, "power", new Power(0, false), Hardware::readPower);
    }

    StoreRule store(Fields link) {
        return pick(link, "store", new StoreRule(1, 0, 0, 0, 1), Hardware::readStore);
    }

    Recovery recovery(Fields link) {
        return pick(link, "recovery", new Recovery(0, 0, 0), Hardware::readRecovery);
    }

    /** Reads all defaults once, so that what is wrong in them is reported once and not for every asset. */
    private static boolean isSound(Fields defaults) {
        defaults.resume();
        defaults.number("lossDbPerKm", 0, LOSS_MAX_DB_PER_KM);
        for (String key : List.of("profile", "firmware", "softwareVersion")) {
            defaults.text(key);
        }
        defaults.durationSeconds("kmsResync");
        readPower(defaults);
        readStore(defaults);
        readRecovery(defaults);
        return defaults.isSound();
    }

    /** Once per key: what the defaults lack, hundreds of assets lack. */
    private void reportMissing(Fields own, String key, String defaultKey) {
        if (missing.add(key)) {
            problems.add(Problem.error(
                    "missing-key",
                    own.location(),
                    key.equals(defaultKey)
                            ? "Expected '%s' here or in the defaults, but it is missing."
                                    .formatted(key)
                            : "Expected '%s' here or '%s' in the defaults, but both are missing."
                                    .formatted(key, defaultKey),
                    ""));
        }
    }

    private <T> T pick(Fields own, String key, T otherwise, Function<Fields, T> read) {
        if (own.has(key)) {
            return read.apply(own);
        }
        if (defaults != null && defaults.has(key)) {
            return defaultsSound ? read.apply(defaults) : otherwise;
        }
        reportMissing(own, key, key);
        return otherwise;
    }

    private static Power readPower(Fields holder) {
        return holder.mapping("power", NetworkShapes.POWER)
                .map(fields ->
                        new Power(fields.durationSeconds("autonomy"), fields.flag("generator")))
                .orElse(new Power(0, false));
    }

    private static StoreRule readStore(Fields holder) {
        return holder.mapping("store", NetworkShapes.STORE)
                .map(fields -> {
                    fields.onlyOne(List.of("capacityBit", "generationHours"));
                    return new StoreRule(
                            fields.has("capacityBit")
                                    ? fields.whole("capacityBit", 1, KeyStore.CAPACITY_MAX_BIT)
                                    : 0,
                            fields.has("generationHours")
                                    ? fields.positive("generationHours", GENERATION_MAX_HOURS)
                                    : 0,
                            (int) fields.whole("initialPercent", 0, 100),
                            (int) fields.whole("lowWaterPercent", 0, 100),
                            (int) fields.whole("restartPercent", 1, 100));
                })
                .orElse(new StoreRule(1, 0, 0, 0, 1));
    }

    private static Recovery readRecovery(Fields holder) {
        return holder.mapping("recovery", NetworkShapes.RECOVERY)
                .map(fields -> {
                    double median = fields.durationMicros("alignMedian") / 1e6;
                    double p95 = fields.durationMicros("alignP95") / 1e6;
                    if (p95 < median) {
                        fields.report(
                                "alignP95",
                                "out-of-range",
                                "Expected 'alignP95' to be at least 'alignMedian', but it is shorter.",
                                "");
                    }
                    return new Recovery(
                            median,
                            Math.max(median, p95),
                            fields.whole("blockBit", 0, KeyStore.CAPACITY_MAX_BIT));
                })
                .orElse(new Recovery(0, 0, 0));
    }
}
