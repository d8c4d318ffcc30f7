package breakwater.playbook;

import breakwater.playbook.expression.Expression;
import breakwater.problem.Location;

/** A value as it stands in a playbook: written out, or computed when its step begins. */
public sealed interface Value {

    /** Where it stands. */
    Location at();

    /**
     * Written out.
     *
     * @param value a Boolean, Long, Double, String, {@link java.time.Duration} or a list of those
     */
    record Literal(Object value, Location at) implements Value {}

    /** Computed: what follows the sign {@code =}. */
    record Computed(Expression expression) implements Value {
        @Override
        public Location at() {
            return expression.at();
        }
    }
}
