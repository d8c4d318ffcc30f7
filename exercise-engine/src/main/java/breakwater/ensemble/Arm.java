package breakwater.ensemble;

import breakwater.conductor.DefaultResponders;
import breakwater.engine.plan.ExercisePlan;
import breakwater.network.DomainId;
import breakwater.responder.Responder;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * One way to play an exercise: what is played, and who answers.
 *
 * @param name for people, such as the name of a folder
 * @param plan shared by all drills; immutable
 * @param responders gives for the seed of a drill who answers for each domain in it; called once per drill, possibly by
 *     several threads, so what it returns must not be shared between drills
 * @param steps what the playbooks of its responders have; none without playbooks
 */
public record Arm(
        String name,
        ExercisePlan plan,
        LongFunction<Function<DomainId, Responder>> responders,
        List<PlannedStep> steps) {

    public Arm {
        steps = List.copyOf(steps);
    }

    /** Without playbooks. */
    public Arm(
            String name,
            ExercisePlan plan,
            LongFunction<Function<DomainId, Responder>> responders) {
        this(name, plan, responders, List.of());
    }

    /** Does nothing. */
    private static final Responder NOBODY = events -> List.of();

    /** Every operator answers by the default policy. */
    public static Arm ofDefaultPolicy(String name, ExercisePlan plan) {
        return new Arm(name, plan, seed -> new DefaultResponders(plan.exercise()));
    }

    /** The same, but nobody answers for one domain. */
    public Arm withoutAnswersOf(String name, DomainId silent) {
        LongFunction<Function<DomainId, Responder>> others = seed -> {
            Function<DomainId, Responder> all = responders.apply(seed);
            return domain -> domain.equals(silent) ? NOBODY : all.apply(domain);
        };
        return new Arm(name, plan, others, steps);
    }

    /** The same, but nobody answers at all. */
    public Arm withoutAnswers(String name) {
        return new Arm(name, plan, seed -> domain -> NOBODY);
    }
}
