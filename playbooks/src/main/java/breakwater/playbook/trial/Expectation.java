package breakwater.playbook.trial;

import breakwater.exercise.AidState;
import breakwater.exercise.StepState;
import breakwater.problem.Location;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is expected of a trial. It is about the first run of the playbook; what is not said is not judged.
 *
 * @param outcome the label of an outcome, {@link #NOT_STARTED} or {@link #RUNNING}
 * @param withinMicros from the begin of the run to its end at most
 * @param runs how many there are; one, if not said
 * @param path steps in this order; others may come between
 * @param never steps that are not entered
 * @param actions that were ordered, in this order; others may come between
 * @param notified all notifications, in order
 * @param escalated all roles that were told or took over, in order
 */
public record Expectation(
        Optional<Said<String>> outcome,
        Optional<Said<Long>> withinMicros,
        Optional<Said<Long>> runs,
        List<Milestone> path,
        List<Said<StepName>> never,
        List<Said<Variable>> vars,
        List<Said<Deed>> actions,
        Optional<Said<List<Said<Notice>>>> notified,
        Optional<Said<List<Said<String>>>> escalated,
        List<Said<Decision>> decided,
        List<Said<Clock>> clocks,
        List<Said<Leg>> aid) {

    /** No run began. */
    public static final String NOT_STARTED = "not-started";

    /** The run had not ended. */
    public static final String RUNNING = "running";

    public Expectation {
        path = List.copyOf(path);
        never = List.copyOf(never);
        vars = List.copyOf(vars);
        actions = List.copyOf(actions);
        decided = List.copyOf(decided);
        clocks = List.copyOf(clocks);
        aid = List.copyOf(aid);
    }

    /** Something that is expected, and where the file says so. */
    public record Said<T>(T value, Location at) {}

    /** A step that came to a state; reached in any way when none is said. */
    public record Milestone(StepName step, Optional<StepState> state, Location at) {}

    /** A variable at the end. */
    public record Variable(String name, Object value) {}

    /** An action with these inputs among its own. */
    public record Deed(String action, Map<String, Object> with) {
        public Deed {
            with = Map.copyOf(with);
        }
    }

    /** A notification; {@code to} and a part of its text are empty when it may be any. */
    public record Notice(String notice, String to, String contains) {}

    /** The last answer to a step's question; {@code by} is empty when it may be anybody. */
    public record Decision(StepName step, String option, String by) {}

    /** A legal clock: of a notification by its name, or of the return of aid by its step. */
    public record Clock(String name, State state) {

        /** What became of it; open when it was neither met nor ran out. */
        public enum State {
            MET,
            MISSED,
            OPEN
        }
    }

    /** Where aid of a donor stands at the end; {@code amount} is empty when it may be any. */
    public record Leg(StepName step, String donor, AidState state, Optional<Long> amount) {}
}
