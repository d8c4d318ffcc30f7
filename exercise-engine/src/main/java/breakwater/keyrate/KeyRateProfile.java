package breakwater.keyrate;

import breakwater.problem.Nearest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A kind of equipment a link can have: the law it obeys, the values of that law's parameters, and where both may be
 * believed. Immutable; all methods are pure.
 *
 * @param id kebab-case, stable; network files refer to it
 * @param version raised whenever a rate could change
 * @param title half a line for people
 * @param law turns loss into key
 * @param values one for each parameter of the law
 * @param range outside it every question is refused
 * @param restart what stands between a repair and the first new key
 * @param source where the values were published
 */
public record KeyRateProfile(
        String id,
        String version,
        String title,
        KeyRateLaw law,
        ParameterValues values,
        ValidRange range,
        Restart restart,
        String source) {

    /** Pulses sent per second. */
    public double clockHz() {
        return values.getValue(KeyRateLaw.CLOCK.name());
    }

    /** The loss this profile expects of {@code lengthKm} of fibre that nobody has measured. */
    public double lossDbOfLengthKm(double lengthKm) {
        return FibreChannel.lossDb(
                lengthKm,
                values.getValue(KeyRateLaw.ALPHA.name()),
                values.getValue(KeyRateLaw.CONNECTORS.name()));
    }

    /**
     * What the answers of this profile rest on without a source, for reports: names of parameters, and {@code
     * points.lossDb} or {@code points.qber} where those of a calibration point are a guess.
     */
    public List<String> listAssumed() {
        List<String> assumed = new ArrayList<>();
        for (Parameter parameter : values.listParameters()) {
            if (parameter.confidence() == Confidence.ASSUMED) {
                assumed.add(parameter.name());
            }
        }
        if (law instanceof CalibratedLaw calibrated) {
            List<CalibrationPoint> points = calibrated.points();
            if (points.stream().anyMatch(point -> point.lossConfidence() == Confidence.ASSUMED)) {
                assumed.add("points.lossDb");
            }
            if (points.stream().anyMatch(point -> point.qberConfidence() == Confidence.ASSUMED)) {
                assumed.add("points.qber");
            }
        }
        return List.copyOf(assumed);
    }

    /** The rate over a span whose loss follows from its length. */
    public RateAnswer rateAtLengthKm(double lengthKm) {
        return rateOfSpan(lengthKm, lossDbOfLengthKm(lengthKm));
    }

    /** The rate over a span with a measured loss, which is always better knowledge than its length. */
    public RateAnswer rateOfSpan(double lengthKm, double measuredLossDb) {
        if (!range.includesLengthKm(lengthKm)) {
            return new RateAnswer.Refused(
                    "Profile '%s' is valid for spans of 0 to %s km, but this one is %s km long."
                            .formatted(
                                    id,
                                    Figures.plain(range.mostLengthKm()),
                                    Figures.plain(lengthKm)),
                    lengthKm > 0 ? "Maybe put a trusted node between." : "");
        }
        return rateAtLossDb(measuredLossDb);
    }

    /** The rate over a span with a measured loss and any length. */
    public RateAnswer rateAtLossDb(double lossDb) {
        if (!range.includesLossDb(lossDb)) {
            return new RateAnswer.Refused(
                    "Profile '%s' is valid for losses of %s to %s dB, but this span loses %s dB."
                            .formatted(
                                    id,
                                    Figures.plain(range.leastLossDb()),
                                    Figures.plain(range.mostLossDb()),
                                    Figures.plain(lossDb)),
                    adviceOnLoss(lossDb));
        }
        LawRate rate = law.rateAt(lossDb, values);
        double perPulse = rate.rateBitPerSecond() / clockHz();
        double bound = FibreChannel.plobBitPerUse(lossDb);
        if (perPulse > bound) {
            return new RateAnswer.Refused(
                    "Profile '%s' would give %s secret bit per pulse at %s dB, more than the %s that physics allows."
                            .formatted(
                                    id,
                                    Figures.plain(perPulse),
                                    Figures.plain(lossDb),
                                    Figures.plain(bound)),
                    "Maybe a parameter was changed and clockHz does not go with it.");
        }
        return answer(lossDb, rate, bound);
    }

    private KeyRate answer(double lossDb, LawRate rate, double bound) {
        double secret = rate.rateBitPerSecond();
        double sifted = rate.siftedRateBitPerSecond();
        long blockBit =
                secret > 0 ? Math.max(1, (long) (restart.blockSiftedBit() * (secret / sifted))) : 0;
        double fillSeconds = restart.blockSiftedBit() / sifted;
        return new KeyRate(
                lossDb, secret / clockHz(), secret, rate.qber(), bound, blockBit, fillSeconds);
    }

    private String adviceOnLoss(double lossDb) {
        if (lossDb > range.mostLossDb()) {
            return "Maybe put a trusted node between, or choose a profile for longer spans.";
        }
        return lossDb >= 0 ? "Maybe choose a profile for shorter spans." : "";
    }

    /** Why the parameter called {@code name} cannot have {@code value}, one sentence; empty when it can. */
    public Optional<RateAnswer.Refused> findObjection(String name, double value) {
        if (!values.listNames().contains(name)) {
            String nearest = Nearest.adviceAmong(values.listNames(), name);
            return Optional.of(new RateAnswer.Refused(
                    "Profile '%s' has no parameter '%s'; it has %s."
                            .formatted(id, name, String.join(", ", values.listNames())),
                    nearest));
        }
        ParameterSpec spec = values.getParameter(name).spec();
        if (spec.allows(value)) {
            return Optional.empty();
        }
        return Optional.of(new RateAnswer.Refused(
                "Parameter '%s' (%s) must be within %s to %s, but is %s."
                        .formatted(
                                name,
                                spec.meaning(),
                                Figures.plain(spec.least()),
                                spec.describe(spec.most()),
                                Figures.plain(value)),
                ""));
    }

    /**
     * The same profile with one parameter changed; the change shows as assumed.
     *
     * @throws IllegalArgumentException if {@link #findObjection} has one
     */
    public KeyRateProfile with(String name, double value) {
        findObjection(name, value).ifPresent(objection -> {
            throw new IllegalArgumentException(objection.reason());
        });
        ParameterSpec spec = values.getParameter(name).spec();
        Parameter changed = new Parameter(spec, value, Confidence.ASSUMED, "changed by the caller");
        return new KeyRateProfile(
                id, version, title, law, values.with(changed), range, restart, source);
    }
}
