package breakwater.tabletop.topology;

import breakwater.keyrate.KeyRate;
import breakwater.keyrate.RateAnswer;
import breakwater.keyrate.ShippedProfiles;
import breakwater.tabletop.topology.NetworkPlan.PlannedLink;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The hardware of every generated network; all of it is assumed. */
final class PlannedHardware {

    static final String PROFILE = "decoy-bb84-1ghz";
    static final double LOSS_DB_PER_KM = 0.2;

    /** Fictional, of three vendors. */
    static final List<String> SOFTWARE =
            List.of("Merak Node 4.1", "Alioth KMS 2.8", "Dubhe QN 7.0");

    /** The lines of {@code defaults} in the network file. */
    static final List<String> DEFAULTS = List.of(
            "profile: " + PROFILE,
            "lossDbPerKm: " + LOSS_DB_PER_KM,
            "firmware: Phecda 1.3",
            "store: {generationHours: 2, initialPercent: 100, lowWaterPercent: 25, restartPercent: 25}",
            "recovery: {alignMedian: 2 min, alignP95: 10 min, blockBit: 4600000}",
            "power: {autonomy: 6 h, generator: false}",
            "kmsResync: 2 min");

    static final int CORE_AUTONOMY_HOURS = 24;
    private static final int LARGE_BATTERY_HOURS = 8;
    private static final double FIBRE_KM_PER_CREW = 400;
    private static final int CREWS_LEAST = 2;
    private static final int CREWS_MOST = 1_000;

    private PlannedHardware() {}

    /** Every fourth trusted node of a corridor has a larger battery; 0, the defaults, for the others. */
    static int autonomyHours(int numberInCorridor) {
        return numberInCorridor % 4 == 0 ? LARGE_BATTERY_HOURS : 0;
    }

    static int crews(double fibreKm) {
        double crews = Math.max(CREWS_LEAST, Math.ceil(fibreKm / FIBRE_KM_PER_CREW));
        return (int) Math.min(CREWS_MOST, crews);
    }

    /** The whole rate of a link, as the reader will compute it. */
    static long rateBitPerSecond(PlannedLink link) {
        RateAnswer answer = ShippedProfiles.registry()
                .getProfile(PROFILE)
                .rateAtLossDb(link.lengthKm() * LOSS_DB_PER_KM);
        if (answer instanceof KeyRate rate) {
            return rate.wholeRateBitPerSecond();
        }
        throw new IllegalStateException(
                "The profile (%s) gives no rate over (%s km).".formatted(PROFILE, link.lengthKm()));
    }

    static double rounded(double value, int digits) {
        return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).doubleValue();
    }
}
