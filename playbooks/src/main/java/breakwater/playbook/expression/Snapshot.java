package breakwater.playbook.expression;

import breakwater.playbook.expression.Type.Simple;

import java.util.Map;
import java.util.Optional;

/**
 * What an expression may ask of a thing in the network: {@code link(id).up}. Taken when its step begins, so that one
 * expression never sees two instants.
 */
public enum Snapshot {
    LINK(
            "link",
            1,
            Map.of(
                    "up", Simple.BOOL,
                    "state", Simple.STRING,
                    "relays", Simple.BOOL,
                    "store", Simple.STRING,
                    "level_bit", Simple.INTEGER,
                    "generation_bps", Simple.INTEGER,
                    "consumption_bps", Simple.INTEGER)),
    NODE(
            "node",
            1,
            Map.of(
                    "up", Simple.BOOL,
                    "state", Simple.STRING,
                    "kms", Simple.STRING,
                    "links", new Type.ListOf(Type.Id.LINK))),
    SERVICE(
            "service",
            1,
            Map.of(
                    "ok", Simple.BOOL,
                    "state", Simple.STRING,
                    "rate_bps", Simple.INTEGER)),

    /** The own links between two nodes over which key can be relayed now; the fewest hops. */
    PATH(
            "path",
            2,
            Map.of(
                    "usable", Simple.BOOL,
                    "hops", Simple.INTEGER,
                    "min_level_bit", Simple.INTEGER)),

    /** The own domain as a whole: how many of its things are in want. */
    DOMAIN(
            "domain",
            0,
            Map.of(
                    "nodes_on_battery", Simple.INTEGER,
                    "nodes_down", Simple.INTEGER,
                    "links_down", Simple.INTEGER,
                    "services_starved", Simple.INTEGER,
                    "crews_idle", Simple.INTEGER));

    private final String function;
    private final int arguments;

    @SuppressWarnings("ImmutableEnumChecker") // Map.of: nobody can change it.
    private final Map<String, Type> fields;

    Snapshot(String function, int arguments, Map<String, Type> fields) {
        this.function = function;
        this.arguments = arguments;
        this.fields = fields;
    }

    /** The function that takes it: {@code link} in {@code link(inputs.link)}. */
    public String function() {
        return function;
    }

    /** How many ids it takes. */
    public int arguments() {
        return arguments;
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
}
