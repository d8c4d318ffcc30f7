package breakwater.playbook.expression;

import breakwater.playbook.expression.Type.Simple;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an expression may ask of a thing in the network: {@code link(id).up}. Taken when its step begins, so that one
 * expression never sees two instants.
 */
public enum Snapshot {
    LINK(
            "link",
            newFields()
                    .with("up", Simple.BOOL)
                    .with("state", Simple.STRING)
                    .with("relays", Simple.BOOL)
                    .with("store", Simple.STRING)
                    .with("level_bit", Simple.INTEGER)
                    .with("generation_bps", Simple.INTEGER)
                    .with("consumption_bps", Simple.INTEGER)),
    NODE(
            "node",
            newFields()
                    .with("up", Simple.BOOL)
                    .with("state", Simple.STRING)
                    .with("kms", Simple.STRING)),
    SERVICE(
            "service",
            newFields()
                    .with("ok", Simple.BOOL)
                    .with("state", Simple.STRING)
                    .with("rate_bps", Simple.INTEGER));

    private final String function;

    @SuppressWarnings("ImmutableEnumChecker") // Map.copyOf: nobody can change it.
    private final Map<String, Type> fields;

    Snapshot(String function, Fields fields) {
        this.function = function;
        this.fields = Map.copyOf(fields.types);
    }

    /** The function that takes it: {@code link} in {@code link(inputs.link)}. */
    public String function() {
        return function;
    }

    /** What can be asked, by name. */
    public Map<String, Type> fields() {
        return fields;
    }

    /** The snapshot that {@code function} takes. */
    public static Optional<Snapshot> findByFunction(String function) {
        for (Snapshot snapshot : values()) {
            if (snapshot.function.equals(function)) {
                return Optional.of(snapshot);
            }
        }
        return Optional.empty();
    }

    private static Fields newFields() {
        return new Fields();
    }

    private static final class Fields {
        private final Map<String, Type> types = new LinkedHashMap<>();

        Fields with(String name, Type type) {
            types.put(name, type);
            return this;
        }
    }
}
