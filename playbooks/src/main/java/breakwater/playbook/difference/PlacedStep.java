package breakwater.playbook.difference;

import breakwater.playbook.Playbook;
import breakwater.playbook.Step;
import breakwater.playbook.Verb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A step and where it stands.
 *
 * @param parent the step it is in; empty for none
 * @param part which list of the parent, or of the playbook
 * @param facts all that is said of it but for the steps in it
 */
record PlacedStep(Step step, Optional<PlacedStep> parent, String part, Map<String, String> facts) {

    /** All steps, in file order; those within after the one they are in. */
    static List<PlacedStep> all(Playbook playbook) {
        List<PlacedStep> all = new ArrayList<>();
        add(playbook.steps(), Optional.empty(), "steps", all);
        add(playbook.onAbort(), Optional.empty(), "on_abort", all);
        add(playbook.lastly(), Optional.empty(), "finally", all);
        return all;
    }

    /** As deep as the YAML it came from, whose depth is bounded. */
    private static void add(
            List<Step> steps, Optional<PlacedStep> parent, String part, List<PlacedStep> all) {
        for (Step step : steps) {
            PlacedStep placed = new PlacedStep(step, parent, part, StepFacts.of(step));
            all.add(placed);
            Optional<PlacedStep> inside = Optional.of(placed);
            Verb verb = step.verb();
            if (verb instanceof Verb.If choice) {
                add(choice.then(), inside, "then", all);
                add(choice.otherwise(), inside, "else", all);
            } else if (verb instanceof Verb.Switch choice) {
                choice.cases().forEach(one -> add(one.steps(), inside, "case " + one.name(), all));
                add(choice.otherwise(), inside, "default", all);
            } else if (verb instanceof Verb.Parallel parallel) {
                parallel.branches()
                        .forEach(one -> add(one.steps(), inside, "branch " + one.name(), all));
            } else if (verb instanceof Verb.While loop) {
                add(loop.steps(), inside, "steps", all);
            }
            step.modifiers().undo().ifPresent(undo -> add(List.of(undo), inside, "undo", all));
            if (step.modifiers().onFailure() instanceof Step.OnFailure.Handle handler) {
                add(handler.steps(), inside, "on_failure", all);
            }
        }
    }

    /** Verb and id, or verb and place. */
    String name() {
        return "%s '%s'"
                .formatted(step.verb().keyword(), step.id().isEmpty() ? step.path() : step.id());
    }

    /** Where it stands, in words. */
    String place() {
        return parent.map(above -> "%s of %s".formatted(part, above.name())).orElse(part);
    }
}
