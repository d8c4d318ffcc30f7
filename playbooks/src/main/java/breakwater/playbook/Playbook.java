package breakwater.playbook;

import breakwater.playbook.expression.Expression;
import breakwater.playbook.expression.Type;
import breakwater.problem.Location;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A playbook as its author wrote it: sound by itself, with names and expressions not looked up yet.
 *
 * @param id a slug
 * @param version a semantic version
 * @param types words of CACAO's playbook-type-ov
 * @param owner the organisation it belongs to
 * @param steps carried out in order
 * @param lastly steps that always run at the end; the key {@code finally}
 * @param onAbort steps for a failure that nobody handled; CACAO's workflow_exception
 * @param hash SHA-256 of the file, hexadecimal
 * @param file where it begins
 */
public record Playbook(
        String id,
        String version,
        String title,
        List<String> types,
        Tlp tlp,
        String owner,
        List<Trigger> triggers,
        List<Input> inputs,
        List<Variable> variables,
        List<Variable> constants,
        List<Role> roles,
        Defaults defaults,
        List<Step> steps,
        List<Step> lastly,
        List<Step> onAbort,
        String hash,
        Location file) {

    public Playbook {
        types = List.copyOf(types);
        triggers = List.copyOf(triggers);
        inputs = List.copyOf(inputs);
        variables = List.copyOf(variables);
        constants = List.copyOf(constants);
        roles = List.copyOf(roles);
        steps = List.copyOf(steps);
        lastly = List.copyOf(lastly);
        onAbort = List.copyOf(onAbort);
    }

    /** What starts a run: an event, and a guard over it. */
    public record Trigger(String event, Optional<Expression> when, Location at) {}

    /**
     * What a run is given.
     *
     * @param from the field of the event it comes from; empty when only a caller gives it
     */
    public record Input(String name, Type type, Optional<Expression> from, Location at) {}

    /** A name with its first, or for a constant its only value. */
    public record Variable(String name, Type type, Value.Literal value) {

        /** The type of a value that is written out. */
        public static Type typeOf(Object value) {
            if (value instanceof Boolean) {
                return Type.Simple.BOOL;
            }
            if (value instanceof Long) {
                return Type.Simple.INTEGER;
            }
            if (value instanceof Double) {
                return Type.Simple.FLOAT;
            }
            if (value instanceof Duration) {
                return Type.Simple.DURATION;
            }
            if (value instanceof List<?> list) {
                return new Type.ListOf(list.isEmpty() ? Type.Simple.STRING : typeOf(list.get(0)));
            }
            return Type.Simple.STRING;
        }
    }

    /** Who carries out a step by hand. */
    public record Role(String id, Kind kind, String title, Location at) {

        /** Kinds of agents, as in CACAO 2.0 section 7. */
        public enum Kind {
            GROUP,
            INDIVIDUAL,
            ORGANIZATION,
            SECTOR,
            LOCATION
        }
    }

    /** What holds for steps that say nothing else. */
    public record Defaults(OptionalLong timeoutMicros, Optional<Retry> retry) {

        public static final Defaults NONE = new Defaults(OptionalLong.empty(), Optional.empty());
    }

    /**
     * How often and when a failed step is tried again.
     *
     * @param max attempts after the first, 1 to 100
     * @param everyMicros wait before the first retry
     * @param backoff what the wait is multiplied with after each, 1 to 10
     * @param on kinds of failure that are retried; empty for all
     */
    public record Retry(int max, long everyMicros, double backoff, List<String> on) {

        public Retry {
            on = List.copyOf(on);
        }

        /** All waits together. */
        public long totalWaitMicros() {
            double total = 0;
            double wait = everyMicros;
            for (int attempt = 0; attempt < max; attempt++) {
                total += wait;
                wait *= backoff;
            }
            return (long) Math.min(total, 1e18);
        }
    }

    /** The values of the constants by full name: {@code const.limit}. */
    public Map<String, Object> constantValues() {
        Map<String, Object> values = new java.util.TreeMap<>();
        constants.forEach(constant ->
                values.put("const." + constant.name(), constant.value().value()));
        return values;
    }

    /** The types of {@code inputs} and variables by full name: {@code inputs.link}, {@code vars.up}. */
    public Map<String, Type> names() {
        Map<String, Type> names = new java.util.TreeMap<>();
        inputs.forEach(input -> names.put("inputs." + input.name(), input.type()));
        variables.forEach(variable -> names.put("vars." + variable.name(), variable.type()));
        constants.forEach(constant -> names.put("const." + constant.name(), constant.type()));
        return names;
    }
}
