package breakwater.keyrate;

import java.util.List;

/**
 * The profiles that come with the product. Each figure says where it is from; what has no source is marked assumed, and
 * no field data on realignment times and block sizes was found, so these are assumed throughout.
 *
 * <p>A calibrated profile is valid from 5 dB below its first point to 5 dB beyond its last.
 */
public final class ShippedProfiles {

    private static final double BEYOND_POINTS_DB = 5;
    private static final double NO_CAP = 1e12;

    private static final ProfileRegistry REGISTRY = ProfileRegistry.of(List.of(
            decoyBb84At1Ghz(),
            gysInfiniteDecoy(),
            toshiba50Km(),
            cow2013(),
            dpsField2014(),
            linkBudgetShields2019()));

    private ShippedProfiles() {}

    /** All of them. */
    public static ProfileRegistry registry() {
        return REGISTRY;
    }

    private static KeyRateProfile gysInfiniteDecoy() {
        DecoyBb84Law law = new DecoyBb84Law();
        ParameterValues values = Values.of(law)
                .assumed("clockHz", 2e6, "the rate per pulse does not depend on it")
                .confirmed("alpha", 0.21)
                .assumed("connectorsDb", 0, "contained in etaBob")
                .confirmed("etaBob", 0.045)
                .confirmed("Y0", 1.7e-6)
                .confirmed("ed", 0.033)
                .confirmed("e0", 0.5)
                .confirmed("f", 1.22)
                .confirmed("q", 0.5)
                .confirmed("mu", 0.48)
                .assumed("duty", 1, "every pulse is a signal pulse: the limit of few decoys")
                .assumed("deadTimeS", 0, "not part of the published curve")
                .assumed("capBitPerSecond", NO_CAP, "none")
                .all();
        return new KeyRateProfile(
                "gys-infinite-decoy",
                "1.0.0",
                "Decoy BB84 with the parameters of the Gobby-Yuan-Shields experiment, asymptotic",
                law,
                values,
                new ValidRange(0, 35, 165),
                new Restart(1_000_000, 120, 600, Confidence.ASSUMED),
                "Ma, Qi, Zhao, Lo, PRA 72, 012326 (2005), quant-ph/0503005");
    }

    private static KeyRateProfile decoyBb84At1Ghz() {
        DecoyBb84Law law = new DecoyBb84Law();
        ParameterValues values = Values.of(law)
                .assumed("clockHz", 1e9, "usual for current systems")
                .assumed("alpha", 0.2, "typical installed fibre")
                .assumed("connectorsDb", 0, "contained in alpha")
                .assumed("etaBob", 0.2, "InGaAs avalanche photodiode")
                .assumed("Y0", 1e-6, "")
                .assumed("ed", 0.01, "")
                .assumed("e0", 0.5, "background clicks are random")
                .assumed("f", 1.16, "")
                .assumed("q", 0.5, "unbiased bases")
                .assumed("mu", 0.5, "")
                .assumed("duty", 0.7, "the rest are decoys")
                .assumed("deadTimeS", 1e-5, "free-running InGaAs detector, against after-pulses")
                .assumed("capBitPerSecond", 100_000, "post-processing")
                .all();
        return new KeyRateProfile(
                "decoy-bb84-1ghz",
                "1.0.0",
                "Decoy BB84 at 1 GHz with avalanche photodiodes, a planning figure for national networks",
                law,
                values,
                new ValidRange(0, 35, 175),
                new Restart(10_000_000, 120, 600, Confidence.ASSUMED),
                "law as published; all values assumed, none of a particular product");
    }

    private static KeyRateProfile toshiba50Km() {
        String source =
                "Toshiba Europe, world record QKD bit rates (vendor page): over 1 Mbit/s, mean of 36 h";
        CalibratedLaw law = new CalibratedLaw(List.of(new CalibrationPoint(
                10, 1e6, 0.03, Confidence.ASSUMED, Confidence.ASSUMED, source)));
        ParameterValues values = calibrated(law)
                .assumed("clockHz", 1e9, "")
                .assumed("alpha", 0.2, "only the 50 km of the spool are published")
                .assumed("siftedPerSecret", 3, "")
                .all();
        return new KeyRateProfile(
                "toshiba-50km-1mbit",
                "1.0.0",
                "Toshiba decoy BB84, 1 Mbit/s over a 50 km spool",
                law,
                values,
                rangeAround(law, 75),
                new Restart(10_000_000, 120, 600, Confidence.ASSUMED),
                source);
    }

    private static KeyRateProfile cow2013() {
        String source = "Walenta et al. (2013), arXiv 1309.2583: 140 kbit/s over 25 km, finite key";
        CalibratedLaw law = new CalibratedLaw(List.of(new CalibrationPoint(
                5, 140_000, 0.02, Confidence.ASSUMED, Confidence.ASSUMED, source)));
        ParameterValues values = calibrated(law)
                .confirmed("clockHz", 6.25e8)
                .assumed("alpha", 0.2, "only the 25 km of fibre are published")
                .assumed("siftedPerSecret", 4, "")
                .all();
        return new KeyRateProfile(
                "cow-2013-625mhz",
                "1.0.0",
                "Coherent one-way at 625 MHz, finite key, 140 kbit/s over 25 km",
                law,
                values,
                rangeAround(law, 50),
                new Restart(1_000_000, 120, 600, Confidence.ASSUMED),
                source);
    }

    private static KeyRateProfile dpsField2014() {
        String source =
                "Shimizu et al., J. Lightwave Technol. 32, 141 (2014): 1.1 kbit/s, 90 km loop, 30 dB, 25 days";
        CalibratedLaw law = new CalibratedLaw(List.of(new CalibrationPoint(
                30, 1_100, 0.026, Confidence.CONFIRMED, Confidence.CONFIRMED, source)));
        ParameterValues values = calibrated(law)
                .assumed("clockHz", 1e9, "")
                .recomputed("alpha", 1.0 / 3, "30 dB over 90 km, connectors included")
                .assumed("siftedPerSecret", 4, "")
                .all();
        return new KeyRateProfile(
                "dps-field-2014",
                "1.0.0",
                "Differential phase shift in the field, 1.1 kbit/s over 90 km and 30 dB",
                law,
                values,
                rangeAround(law, 105),
                new Restart(100_000, 120, 600, Confidence.ASSUMED),
                source);
    }

    private static KeyRateProfile linkBudgetShields2019() {
        LinkBudgetLaw law = new LinkBudgetLaw();
        ParameterValues values = Values.of(law)
                .confirmed("clockHz", 1e9)
                .confirmed("alpha", 0.2417)
                .assumed("connectorsDb", 0, "contained in alpha")
                .recomputed("R0", 17_094_000, "1e9 x 0.42 x 0.50 x 0.25 x 0.88 x 0.37")
                .assumed("qber", 0.02, "the law does not compute it")
                .assumed("siftedPerSecret", 2.7, "one in 0.37, the last factor of R0")
                .all();
        return new KeyRateProfile(
                "link-budget-shields-2019",
                "1.0.0",
                "Link budget for planning, in proportion to the light that arrives",
                law,
                values,
                new ValidRange(0, 25, 125),
                new Restart(10_000_000, 120, 600, Confidence.ASSUMED),
                law.source());
    }

    private static Values calibrated(CalibratedLaw law) {
        return Values.of(law)
                .assumed("connectorsDb", 0, "contained in alpha")
                .assumed("slope", 1, "in proportion to the light that arrives");
    }

    private static ValidRange rangeAround(CalibratedLaw law, double mostLengthKm) {
        List<CalibrationPoint> points = law.points();
        double first = points.get(0).lossDb();
        double last = points.get(points.size() - 1).lossDb();
        return new ValidRange(
                Math.max(0, first - BEYOND_POINTS_DB), last + BEYOND_POINTS_DB, mostLengthKm);
    }
}
