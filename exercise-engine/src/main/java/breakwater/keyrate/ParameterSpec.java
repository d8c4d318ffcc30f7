package breakwater.keyrate;

/**
 * A parameter a law understands: what it is called, what it means, and the values physics allows.
 *
 * @param name the symbol of the source where it has one ({@code mu}, {@code Y0}), else a name that ends in its unit
 * @param unit the unit, {@code "1"} for a plain number
 * @param meaning half a sentence for a reader who does not know the symbol
 * @param least the least value allowed, in {@code unit}
 * @param most the greatest value allowed, in {@code unit}
 */
public record ParameterSpec(String name, String unit, String meaning, double least, double most) {

    public ParameterSpec {
        if (!(least <= most)) {
            throw new IllegalArgumentException(
                    "The least value (%s) of parameter (%s) must not be above the greatest (%s)."
                            .formatted(least, name, most));
        }
    }

    /** Whether {@code value} is within the range physics allows; false for NaN. */
    public boolean allows(double value) {
        return value >= least && value <= most;
    }

    /** The value with its unit, for people: {@code 0.2 dB/km}, {@code 0.48}. */
    public String describe(double value) {
        return unit.equals("1") ? Figures.plain(value) : Figures.plain(value) + " " + unit;
    }
}
