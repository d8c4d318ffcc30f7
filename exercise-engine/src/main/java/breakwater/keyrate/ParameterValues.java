package breakwater.keyrate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All parameters of one law, each with its value, in the order of the law's own list. Immutable. */
public final class ParameterValues {

    private final Map<String, Parameter> byName;

    private ParameterValues(Map<String, Parameter> byName) {
        this.byName = byName;
    }

    /**
     * The values for {@code law}, one for each of its parameters and no other.
     *
     * @throws IllegalArgumentException if a parameter of the law is missing, or one is given that it does not have
     */
    public static ParameterValues of(KeyRateLaw law, List<Parameter> given) {
        Map<String, Parameter> unused = new LinkedHashMap<>();
        given.forEach(parameter -> unused.put(parameter.name(), parameter));
        Map<String, Parameter> ordered = new LinkedHashMap<>();
        for (ParameterSpec spec : law.parameters()) {
            Parameter parameter = unused.remove(spec.name());
            if (parameter == null) {
                throw new IllegalArgumentException(
                        "The law (%s) needs a value for its parameter (%s)."
                                .formatted(law.id(), spec.name()));
            }
            ordered.put(spec.name(), parameter);
        }
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException(
                    "The law (%s) has no parameters (%s).".formatted(law.id(), unused.keySet()));
        }
        return new ParameterValues(ordered);
    }

    /**
     * The value of the parameter called {@code name}, in its own unit.
     *
     * @throws IllegalArgumentException if the law has no such parameter
     */
    public double getValue(String name) {
        return getParameter(name).value();
    }

    /**
     * The parameter called {@code name}.
     *
     * @throws IllegalArgumentException if the law has no such parameter
     */
    public Parameter getParameter(String name) {
        Parameter parameter = byName.get(name);
        if (parameter == null) {
            throw new IllegalArgumentException(
                    "There is no parameter (%s) among (%s).".formatted(name, byName.keySet()));
        }
        return parameter;
    }

    public List<Parameter> listParameters() {
        return List.copyOf(byName.values());
    }

    /** The names in the order of the law. */
    public List<String> listNames() {
        return List.copyOf(byName.keySet());
    }

    /** The same values with that of {@code replacement}'s parameter replaced. */
    ParameterValues with(Parameter replacement) {
        getParameter(replacement.name());
        Map<String, Parameter> changed = new LinkedHashMap<>(byName);
        changed.put(replacement.name(), replacement);
        return new ParameterValues(changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ParameterValues that && byName.equals(that.byName);
    }

    @Override
    public int hashCode() {
        return byName.hashCode();
    }

    @Override
    public String toString() {
        return byName.values().toString();
    }
}
