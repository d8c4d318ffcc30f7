package breakwater.playbook;

import breakwater.playbook.expression.Expression;
import breakwater.playbook.expression.Type;
import breakwater.problem.Location;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What a step does; exactly one per step. */
public sealed interface Verb {

    /** As it is written. */
    String keyword();

    /** Calls the visitor's method for this verb. */
    <R> R accept(Visitor<R> visitor);

    /**
     * An action of the catalogue.
     *
     * @param once not safe to repeat: never sent twice, even when nobody knows whether it arrived
     */
    record Do(String action, Map<String, Value> with, boolean once, Location at) implements Verb {
        public Do {
            with = Collections.unmodifiableMap(new LinkedHashMap<>(with));
        }

        @Override
        public String keyword() {
            return "do";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onDo(this);
        }
    }

    /** Work for people, done or failed. */
    record Task(Template text, String role, List<Field> fields, Location at) implements Verb {
        public Task {
            fields = List.copyOf(fields);
        }

        /** What the one who did it fills in. */
        public record Field(String name, Type type) {}

        @Override
        public String keyword() {
            return "task";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onTask(this);
        }
    }

    /** A question to people. */
    record Decide(
            Template question,
            String role,
            Map<String, String> options,
            long deadlineMicros,
            String byDefault,
            Location at)
            implements Verb {
        public Decide {
            options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        }

        @Override
        public String keyword() {
            return "decide";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onDecide(this);
        }
    }

    /** One of two ways. */
    record If(Expression condition, List<Step> then, List<Step> otherwise) implements Verb {
        public If {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }

        @Override
        public String keyword() {
            return "if";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onIf(this);
        }
    }

    /** One of many ways: the case whose text the value has. */
    record Switch(Expression value, List<Branch> cases, List<Step> otherwise) implements Verb {
        public Switch {
            cases = List.copyOf(cases);
            otherwise = List.copyOf(otherwise);
        }

        @Override
        public String keyword() {
            return "switch";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onSwitch(this);
        }
    }

    /** Steps under a name. */
    record Branch(String name, List<Step> steps, Location at) {
        public Branch {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Branches side by side.
     *
     * @param join how many must end before the step does: 1 to the number of branches
     */
    record Parallel(List<Branch> branches, int join) implements Verb {
        public Parallel {
            branches = List.copyOf(branches);
        }

        @Override
        public String keyword() {
            return "parallel";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onParallel(this);
        }
    }

    /** A loop; {@code everyMicros} from the begin of a pass to the begin of the next, at most {@code max} passes. */
    record While(Expression condition, long everyMicros, int max, List<Step> steps)
            implements Verb {
        public While {
            steps = List.copyOf(steps);
        }

        @Override
        public String keyword() {
            return "while";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onWhile(this);
        }
    }

    /** Lets time pass. */
    record Pause(long micros) implements Verb {
        @Override
        public String keyword() {
            return "wait";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onPause(this);
        }
    }

    /**
     * Waits for an event, or for a condition.
     *
     * @param event empty when only the condition counts
     * @param condition over the event when there is one
     * @param sinceRun whether events count that came after the run began, but before this step
     */
    record Await(String event, Optional<Expression> condition, boolean sinceRun, Location at)
            implements Verb {
        @Override
        public String keyword() {
            return "wait";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onAwait(this);
        }
    }

    /** Sets variables, all from the values before the step. */
    record SetVariables(List<Step.Assignment> assignments) implements Verb {
        public SetVariables {
            assignments = List.copyOf(assignments);
        }

        @Override
        public String keyword() {
            return "set";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onSet(this);
        }
    }

    /**
     * A message to a party outside.
     *
     * @param notice name of the notice
     * @param role who signs it off; empty for nobody
     * @param due the legal clock
     */
    record Notify(
            String notice,
            String to,
            String role,
            Optional<Due> due,
            Optional<Template> text,
            Map<String, Value> with,
            Location at)
            implements Verb {
        public Notify {
            with = Collections.unmodifiableMap(new LinkedHashMap<>(with));
        }

        /** Within how long, counted from a moment of the run. */
        public record Due(long withinMicros, Expression from) {}

        @Override
        public String keyword() {
            return "notify";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onNotify(this);
        }
    }

    /**
     * Mutual aid asked of other operators.
     *
     * @param need the resource: {@code key-relay}, {@code crew}, {@code spare}, {@code key-loan}
     * @param subject what it is for: a link, gateway or job
     * @param untilMicros for how long it is needed, from the request on
     * @param ask operators, in the order in which they are asked; empty for all who agreed to lend
     * @param askedAt where each of them stands
     */
    record Aid(
            String need,
            Value subject,
            Value amount,
            long untilMicros,
            List<String> ask,
            List<Location> askedAt,
            long offersWithinMicros,
            Accept accept,
            long deployedWithinMicros,
            Location at)
            implements Verb {
        public Aid {
            ask = List.copyOf(ask);
            askedAt = List.copyOf(askedAt);
        }

        /** Who takes an offer, until when; what happens when nobody answers: the best offer is taken, or none. */
        public record Accept(
                String role, long deadlineMicros, boolean bestByDefault, Location at) {}

        @Override
        public String keyword() {
            return "aid";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onAid(this);
        }
    }

    /** Gives aid back that the step named {@code aid} got. */
    record Return(String aid, OptionalLong withinMicros, Location at) implements Verb {
        @Override
        public String keyword() {
            return "return";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onReturn(this);
        }
    }

    /** Another playbook, run to its end; its version is pinned. */
    record Call(String playbook, String version, Map<String, Value> with, Location at)
            implements Verb {
        public Call {
            with = Collections.unmodifiableMap(new LinkedHashMap<>(with));
        }

        @Override
        public String keyword() {
            return "call";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onCall(this);
        }
    }

    /** Moves the run to another role. */
    record Escalate(String to, Location at) implements Verb {
        @Override
        public String keyword() {
            return "escalate";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onEscalate(this);
        }
    }

    /** Ends the run. */
    record End(Outcome outcome) implements Verb {
        @Override
        public String keyword() {
            return "end";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onEnd(this);
        }
    }

    /** One method per verb: exhaustive at compile time. */
    interface Visitor<R> {

        R onDo(Do verb);

        R onTask(Task verb);

        R onDecide(Decide verb);

        R onIf(If verb);

        R onSwitch(Switch verb);

        R onParallel(Parallel verb);

        R onWhile(While verb);

        R onPause(Pause verb);

        R onAwait(Await verb);

        R onSet(SetVariables verb);

        R onNotify(Notify verb);

        R onAid(Aid verb);

        R onReturn(Return verb);

        R onCall(Call verb);

        R onEscalate(Escalate verb);

        R onEnd(End verb);
    }
}
