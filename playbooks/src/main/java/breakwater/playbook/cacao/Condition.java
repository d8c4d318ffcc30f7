package breakwater.playbook.cacao;

import java.util.List;
import java.util.Optional;

/**
 * A condition as CACAO asks for it: comparisons of the STIX 2.1 patterning grammar (section 9.8 there), joined by AND
 * and OR. Few public playbooks keep to it, so that what is none is no mistake of the reader's.
 */
public sealed interface Condition {

    /** Operators, as they are written. */
    enum Operator {
        EQUAL("="),
        UNEQUAL("!="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">="),
        IN("IN"),
        LIKE("LIKE"),
        MATCHES("MATCHES"),
        IS_SUBSET("ISSUBSET"),
        IS_SUPERSET("ISSUPERSET");

        private final String word;

        Operator(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Something that has a value. */
    sealed interface Operand {}

    /** {@code __x__:value}, or any other path of a STIX object. */
    record Path(String text) implements Operand {}

    /** A value: {@code quoted} tells {@code 'true'} from {@code true}. */
    record Literal(String text, boolean quoted) implements Operand {}

    /** {@code ('a', 'b')}. */
    record Literals(List<Literal> items) implements Operand {
        public Literals {
            items = List.copyOf(items);
        }
    }

    /** {@code left operator right}; {@code negated} when NOT stands before the operator. */
    record Comparison(Path left, boolean negated, Operator operator, Operand right)
            implements Condition {}

    /** All of them hold. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one of them holds. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** The condition that {@code text} writes, or empty when it is none; time linear in its length. */
    static Optional<Condition> parse(String text) {
        return new ConditionParser(text).parse();
    }
}
