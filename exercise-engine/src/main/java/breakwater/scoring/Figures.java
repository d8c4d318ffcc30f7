package breakwater.scoring;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Figures of one subject. A measure can be absent (it does not apply to the subject) or there with the value
 * {@code null}: undefined, for example a ratio without demand. Undefined is never shown as 100 %.
 */
public final class Figures {

    private final Map<Measure, @Nullable BigDecimal> values;

    Figures(Map<Measure, @Nullable BigDecimal> values) {
        EnumMap<Measure, @Nullable BigDecimal> copy = new EnumMap<>(Measure.class);
        copy.putAll(values);
        this.values = Collections.unmodifiableMap(copy);
    }

    /** All measures that apply, in the order of {@link Measure}; undefined ones map to {@code null}. */
    public Map<Measure, @Nullable BigDecimal> values() {
        return values;
    }

    /** The value, or empty when it is undefined or does not apply. */
    public Optional<BigDecimal> findValue(Measure measure) {
        return Optional.ofNullable(values.get(measure));
    }

    /** The value as a double for drawing; {@code fallback} when there is none. */
    public double valueOr(Measure measure, double fallback) {
        return findValue(measure).map(BigDecimal::doubleValue).orElse(fallback);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Figures figures && figures.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
