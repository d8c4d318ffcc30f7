package breakwater.keyrate;

/**
 * Where a profile may be asked for a rate, both ends included.
 *
 * @param leastLossDb at least 0
 * @param mostLossDb beyond it the law is known to be wrong, or nobody knows
 * @param mostLengthKm longest span, for spans whose length is known
 */
public record ValidRange(double leastLossDb, double mostLossDb, double mostLengthKm) {

    public ValidRange {
        if (!(leastLossDb >= 0
                && leastLossDb < mostLossDb
                && mostLossDb < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The range (%s to %s dB) must start at 0 or above, rise and be finite."
                            .formatted(leastLossDb, mostLossDb));
        }
        if (!(mostLengthKm > 0 && mostLengthKm < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The mostLengthKm (%s) must be positive and finite.".formatted(mostLengthKm));
        }
    }

    /** Whether {@code lossDb} is inside; false for NaN. */
    public boolean includesLossDb(double lossDb) {
        return lossDb >= leastLossDb && lossDb <= mostLossDb;
    }

    /** Whether a span of {@code lengthKm} is inside; false for NaN and below 0. */
    public boolean includesLengthKm(double lengthKm) {
        return lengthKm >= 0 && lengthKm <= mostLengthKm;
    }

    /** For people: {@code 0 to 25 dB, at most 125 km}. */
    @Override
    public String toString() {
        return "%s to %s dB, at most %s km"
                .formatted(
                        Figures.plain(leastLossDb),
                        Figures.plain(mostLossDb),
                        Figures.plain(mostLengthKm));
    }
}
