package breakwater.playbook.action;

import breakwater.playbook.expression.Type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One action of the catalogue.
 *
 * @param name as it is written after {@code do:}
 * @param meaning what it does, one sentence
 * @param inputs in the order of the docs
 * @param results what {@code result.*} has after it, in the order of the docs
 * @param typicalSeconds how long it takes in a drill, an assumption; at least 0
 * @param risk what it may do to others while it lasts
 */
public record Action(
        String name,
        String meaning,
        List<Input> inputs,
        Map<String, Type> results,
        long typicalSeconds,
        Risk risk) {

    public Action {
        inputs = List.copyOf(inputs);
        results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
    }

    /**
     * What it takes.
     *
     * @param choices the only words it takes; empty for any value of its type
     */
    public record Input(
            String name, Type type, boolean required, List<String> choices, String meaning) {

        public Input {
            choices = List.copyOf(choices);
        }
    }

    /** What an action may do to others. */
    public sealed interface Risk {

        /** Nothing that lasts. */
        record None() implements Risk {}

        /** Lasts until another action takes it back; a playbook must say when that is. */
        record UntilUndone(String undoneBy) implements Risk {}

        /** Cannot be taken back. */
        record ForGood() implements Risk {}
    }

    /** The input called {@code name}. */
    public Optional<Input> input(String name) {
        return inputs.stream().filter(input -> input.name().equals(name)).findFirst();
    }

    /** The action that takes this one back. */
    public Optional<String> undoneBy() {
        return risk instanceof Risk.UntilUndone until
                ? Optional.of(until.undoneBy())
                : Optional.empty();
    }
}
