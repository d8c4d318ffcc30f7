package breakwater.playbook.check;

import breakwater.playbook.Playbook;
import breakwater.playbook.Step;
import breakwater.playbook.Verb;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Walks the tree of steps. */
public final class StepWalk {

    private StepWalk() {}

    /** Every step of the playbook, in file order: its steps, {@code finally}, {@code on_abort}, handlers and undos. */
    public static void all(Playbook playbook, Consumer<Step> visit) {
        all(playbook.steps(), visit);
        all(playbook.lastly(), visit);
        all(playbook.onAbort(), visit);
    }

    /** These steps and everything below. */
    public static void all(List<Step> steps, Consumer<Step> visit) {
        for (Step step : steps) {
            visit.accept(step);
            bodies(step).forEach(body -> all(body, visit));
            step.modifiers().undo().ifPresent(undo -> all(List.of(undo), visit));
            if (step.modifiers().onFailure() instanceof Step.OnFailure.Handle handler) {
                all(handler.steps(), visit);
            }
        }
    }

    /** The lists of steps that the step's verb holds, in file order; none for most. */
    public static List<List<Step>> bodies(Step step) {
        Verb verb = step.verb();
        if (verb instanceof Verb.If choice) {
            return List.of(choice.then(), choice.otherwise());
        }
        if (verb instanceof Verb.Switch choice) {
            List<List<Step>> bodies = new ArrayList<>();
            choice.cases().forEach(branch -> bodies.add(branch.steps()));
            bodies.add(choice.otherwise());
            return bodies;
        }
        if (verb instanceof Verb.Parallel parallel) {
            return parallel.branches().stream().map(Verb.Branch::steps).toList();
        }
        return verb instanceof Verb.While loop ? List.of(loop.steps()) : List.of();
    }
}
