package breakwater.keyrate;

import java.util.List;

/**
 * A published system, known by the points at which it was measured and not by a formula.
 *
 * <ul>
 *   <li>Between two points the rate in dB is linear in the loss, and so is the error rate.
 *   <li>Below the first point both stay what they were there: detectors saturate at low loss, and nothing better was
 *       published.
 *   <li>Beyond the last point the rate falls by {@code slope} dB per dB of loss, 1 being in proportion to the light
 *       that arrives; the error rate stays.
 * </ul>
 *
 * <p>The second and third are assumptions, so the valid range of a profile ends soon after its points.
 *
 * @param points at least one, by rising loss and falling rate
 */
public record CalibratedLaw(List<CalibrationPoint> points) implements KeyRateLaw {

    static final ParameterSpec SIFTED_PER_SECRET = new ParameterSpec(
            "siftedPerSecret", "1", "sifted bits needed for one secret bit", 1, 1e6);

    private static final List<ParameterSpec> PARAMETERS = KeyRateLaw.parametersWith(
            new ParameterSpec("slope", "dB/dB", "fall of the rate beyond the last point", 0.1, 10),
            SIFTED_PER_SECRET);

    public CalibratedLaw {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("A calibrated law needs at least one point.");
        }
        for (int i = 1; i < points.size(); i++) {
            CalibrationPoint before = points.get(i - 1);
            CalibrationPoint after = points.get(i);
            if (!(after.lossDb() > before.lossDb()
                    && after.rateBitPerSecond() <= before.rateBitPerSecond())) {
                throw new IllegalArgumentException(
                        "The points (%s) and (%s) must be in order of rising loss and falling rate."
                                .formatted(before, after));
            }
        }
    }

    @Override
    public String id() {
        return "calibrated";
    }

    @Override
    public String formula() {
        return "dB of rate linear in dB of loss between published points; constant below; falls by slope beyond";
    }

    @Override
    public String source() {
        return points.get(0).source();
    }

    @Override
    public List<ParameterSpec> parameters() {
        return PARAMETERS;
    }

    @Override
    public LawRate rateAt(double lossDb, ParameterValues values) {
        CalibrationPoint first = points.get(0);
        CalibrationPoint last = points.get(points.size() - 1);
        double sifted = values.getValue("siftedPerSecret");
        if (lossDb <= first.lossDb()) {
            return scaled(first.rateBitPerSecond(), sifted, first.qber());
        }
        if (lossDb >= last.lossDb()) {
            double beyondDb = (lossDb - last.lossDb()) * values.getValue("slope");
            double rate = last.rateBitPerSecond() * FibreChannel.transmission(beyondDb);
            return scaled(rate, sifted, last.qber());
        }
        return between(lossDb, sifted);
    }

    private LawRate between(double lossDb, double sifted) {
        int next = 1;
        while (points.get(next).lossDb() < lossDb) {
            next++;
        }
        CalibrationPoint from = points.get(next - 1);
        CalibrationPoint to = points.get(next);
        double share = (lossDb - from.lossDb()) / (to.lossDb() - from.lossDb());
        double rate = from.rateBitPerSecond()
                * StrictMath.pow(to.rateBitPerSecond() / from.rateBitPerSecond(), share);
        return scaled(rate, sifted, from.qber() + share * (to.qber() - from.qber()));
    }

    private static LawRate scaled(double rate, double siftedPerSecret, double qber) {
        return new LawRate(rate, rate * siftedPerSecret, qber);
    }
}
