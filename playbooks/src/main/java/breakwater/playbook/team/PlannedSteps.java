package breakwater.playbook.team;

import breakwater.ensemble.PlannedStep;
import breakwater.playbook.Playbook;
import breakwater.playbook.Step;
import breakwater.playbook.Step.OnFailure;
import breakwater.playbook.Verb;
import breakwater.playbook.check.CheckedPlaybook;
import breakwater.playbook.check.StepWalk;
import breakwater.scenario.Exercise;
import breakwater.scenario.Response;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists the steps that the teams of an exercise could take. */
public final class PlannedSteps {

    private final String playbook;
    private final List<PlannedStep> planned;

    private PlannedSteps(String playbook, List<PlannedStep> planned) {
        this.playbook = playbook;
        this.planned = planned;
    }

    /** Those of the playbooks that the exercise uses, and of those they call; each playbook in file order. */
    public static List<PlannedStep> of(Exercise exercise, List<CheckedPlaybook> playbooks) {
        Map<String, Playbook> byId = new HashMap<>();
        playbooks.forEach(checked -> byId.put(checked.playbook().id(), checked.playbook()));
        Set<String> wanted = new LinkedHashSet<>();
        exercise.response().playbooks().stream()
                .map(Response.Use::playbook)
                .forEach(id -> want(id, byId, wanted));
        List<PlannedStep> planned = new ArrayList<>();
        for (String id : wanted) {
            Playbook playbook = byId.get(id);
            if (playbook != null) {
                PlannedSteps steps = new PlannedSteps(id, planned);
                steps.add(playbook.steps(), "");
                steps.add(playbook.lastly(), "");
                steps.add(playbook.onAbort(), "");
            }
        }
        return planned;
    }

    private static void want(String id, Map<String, Playbook> byId, Set<String> wanted) {
        Playbook playbook = byId.get(id);
        if (playbook == null || !wanted.add(id)) {
            return;
        }
        StepWalk.all(playbook, step -> {
            if (step.verb() instanceof Verb.Call call) {
                want(call.playbook(), byId, wanted);
            }
        });
    }

    /** As deep as the playbook is nested, which the reader bounds. */
    private void add(List<Step> steps, String holder) {
        String before = "";
        for (Step step : steps) {
            planned.add(new PlannedStep(
                    playbook,
                    step.path(),
                    holder,
                    before,
                    step.at().file(),
                    step.at().line()));
            StepWalk.bodies(step).forEach(body -> add(body, step.path()));
            step.modifiers().undo().ifPresent(undo -> add(List.of(undo), step.path()));
            if (step.modifiers().onFailure() instanceof OnFailure.Handle handler) {
                add(handler.steps(), step.path());
            }
            before = step.path();
        }
    }
}
