package breakwater.playbook.cacao.export;

import breakwater.playbook.Step;
import breakwater.playbook.Step.OnFailure;
import breakwater.playbook.Verb;

import java.util.List;

/** Which steps may end the run, and which always do. */
final class Endings {

    private Endings() {}

    /** Whether one of the steps, or what it holds, may end the run. Depth is bounded by the reader. */
    static boolean mayEnd(List<Step> steps) {
        return steps.stream().anyMatch(Endings::mayEnd);
    }

    static boolean mayEnd(Step step) {
        boolean inHandler = step.modifiers().onFailure() instanceof OnFailure.Handle handler
                && mayEnd(handler.steps());
        return step.verb() instanceof Verb.End || inHandler || bodyMayEnd(step.verb());
    }

    /** Whether a branch of the verb may end the run. */
    static boolean bodyMayEnd(Verb verb) {
        return Way.of(verb).stream().anyMatch(branch -> mayEnd(branch.steps()));
    }

    /** Whether nothing that comes after the steps is ever reached. */
    static boolean alwaysEnds(List<Step> steps) {
        return steps.stream().anyMatch(Endings::alwaysEnds);
    }

    /** Whether the step does, once its guard holds. */
    static boolean endsWhenEntered(Step step) {
        Verb verb = step.verb();
        if (verb instanceof Verb.If || verb instanceof Verb.Switch) {
            return step.modifiers().onFailure() == OnFailure.Simple.STOP
                    && Way.of(verb).stream().allMatch(way -> alwaysEnds(way.steps()));
        }
        return verb instanceof Verb.End;
    }

    private static boolean alwaysEnds(Step step) {
        return step.modifiers().when().isEmpty() && endsWhenEntered(step);
    }
}
