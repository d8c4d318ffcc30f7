package breakwater.keyrate;

/**
 * The value a profile gives to a parameter of its law.
 *
 * @param value in the unit of {@code spec}
 * @param note where the value comes from, when that differs from the source of the profile; else empty
 */
public record Parameter(ParameterSpec spec, double value, Confidence confidence, String note) {

    public Parameter {
        if (!spec.allows(value)) {
            throw new IllegalArgumentException(
                    "The parameter (%s) must be within %s to %s, not (%s)."
                            .formatted(spec.name(), spec.least(), spec.most(), value));
        }
    }

    public String name() {
        return spec.name();
    }
}
