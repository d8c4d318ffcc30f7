package breakwater.exercise;

import java.util.List;

/** What a responder records of its own doing: the only events that come from outside the engine; no state changes. */
public sealed interface Responding extends ExerciseEvent.Response {

    @Override
    default <R> R accept(ExerciseEvent.Visitor<R> visitor) {
        return visitor.onResponding(this);
    }

    /**
     * A run of a playbook began.
     *
     * @param hash of the playbook's file
     * @param trigger the event that started it
     * @param inputs {@code name=value}
     */
    record PlaybookStarted(
            String run,
            String playbook,
            String version,
            String hash,
            String trigger,
            List<String> inputs)
            implements Responding {
        public PlaybookStarted {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * A step of a run changed state.
     *
     * @param step its path; passes of loops after {@code #}
     * @param attempt counts from 0
     */
    record StepMoved(String run, String step, int attempt, StepState state, String detail)
            implements Responding {}

    /** A variable of a run was set. */
    record VariableSet(String run, String name, String value) implements Responding {}

    /** A run ended. */
    record PlaybookEnded(String run, String outcome) implements Responding {}

    /** A notification went out to a party outside. */
    record NotificationSent(String run, String step, String notice, String to, String text)
            implements Responding {}

    /** A legal clock began to run. */
    record ObligationOpened(String obligation, String notice, String to, long dueMicros)
            implements Responding {}

    /** A legal clock stopped: met, or missed at its end. */
    record ObligationClosed(String obligation, boolean met) implements Responding {}

    /** Another role was told, or took over. */
    record Escalated(String run, String step, String to) implements Responding {}

    /**
     * How fast people of a role answer in this drill, when no person does.
     *
     * @param source where the figures come from; {@code assumed} when nowhere
     */
    record RoleModelled(
            String role, long medianSeconds, long p95Seconds, boolean absent, String source)
            implements Responding {}
}
