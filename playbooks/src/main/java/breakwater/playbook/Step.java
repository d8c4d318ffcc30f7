package breakwater.playbook;

import breakwater.playbook.expression.Expression;
import breakwater.problem.Location;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One step: what it does and how.
 *
 * @param path its place in the playbook, from ids and numbers: {@code contain/limit/1}; unique, and its name in logs
 * @param id what the author called it; empty for none
 * @param title what people read; empty for none
 */
public record Step(
        String path, String id, String title, Verb verb, Modifiers modifiers, Location at) {

    /**
     * What may be said of any step, as far as it makes sense.
     *
     * @param when skips the step when false
     * @param delayMicros waits so long before it begins
     * @param save variables that are set from the step's result
     * @param undo what takes it back
     * @param escalate who is told when it takes long
     */
    public record Modifiers(
            Optional<Expression> when,
            long delayMicros,
            OptionalLong timeoutMicros,
            Optional<Playbook.Retry> retry,
            List<Assignment> save,
            Optional<Step> undo,
            OnFailure onFailure,
            List<Escalation> escalate,
            Optional<Approval> approve) {

        /** Nothing said. */
        public static final Modifiers NONE = new Modifiers(
                Optional.empty(),
                0,
                OptionalLong.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                OnFailure.Simple.STOP,
                List.of(),
                Optional.empty());

        public Modifiers {
            save = List.copyOf(save);
            escalate = List.copyOf(escalate);
        }
    }

    /** A variable and what it becomes. */
    public record Assignment(String variable, Expression value, Location at) {}

    /** Who is told when a step takes longer than this. */
    public record Escalation(long afterMicros, String to, Location at) {}

    /** Who must agree before an action is carried out; {@code byDefault} when nobody answers. */
    public record Approval(String role, long deadlineMicros, boolean byDefault, Location at) {}

    /** What becomes of the run when the step fails for good. */
    public sealed interface OnFailure {

        /** Without parts. */
        enum Simple implements OnFailure {
            /** The failure goes up; at the top the run aborts. */
            STOP,
            CONTINUE,
            /** Takes back all that was done in this run, then stops. */
            UNDO
        }

        /** These steps, then the next. */
        record Handle(List<Step> steps) implements OnFailure {
            public Handle {
                steps = List.copyOf(steps);
            }
        }
    }
}
