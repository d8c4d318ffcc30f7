package breakwater.playbook.cacao.export;

import static breakwater.playbook.cacao.json.ObjectBuilder.text;

import breakwater.playbook.Outcome;
import breakwater.playbook.Playbook;
import breakwater.playbook.Step;
import breakwater.playbook.Step.OnFailure;
import breakwater.playbook.cacao.StepType;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.playbook.cacao.json.ObjectBuilder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lists of steps as chains, made from the last to the first, since each names its next.
 *
 * <p>An {@code end} of CACAO only ends its branch. So what comes after a branch that ends the run is put into the
 * branch that does not; where there is no single such branch, a flag says that the run has ended, and a condition asks
 * for it.
 */
final class Sequences {

    private final Playbook playbook;
    private final Drafts drafts;
    private final Workflow workflow;
    private final List<JsonObject> lastly = new ArrayList<>();
    private boolean flagged;

    Sequences(Playbook playbook, Drafts drafts) {
        this.playbook = playbook;
        this.drafts = drafts;
        workflow = drafts.workflow();
    }

    Drafts drafts() {
        return drafts;
    }

    /** First and last step of each copy of {@code finally}. */
    List<JsonObject> lastly() {
        return List.copyOf(lastly);
    }

    /** The flag that the run has ended. */
    String ended() {
        flagged = true;
        return Names.ENDED;
    }

    boolean isFlagged() {
        return flagged;
    }

    /** The steps, then the exit; the first step's identifier. */
    String sequence(List<Step> steps, Exit exit, Scope scope) {
        Exit next = exit;
        for (int i = steps.size() - 1; i >= 0; i--) {
            next = Exit.to(step(steps.get(i), next, scope));
        }
        return next.id();
    }

    /** What comes when the run is over: {@code finally}, then the end. */
    Exit over(String place, Scope scope, ObjectBuilder end) {
        if (scope.lastly() || playbook.lastly().isEmpty()) {
            return Exit.last(() -> workflow.add(StepType.END, place + "#end", end));
        }
        return Exit.lazily(() -> {
            String last = workflow.add(StepType.END, place + "#end", end);
            String first = sequence(
                    playbook.lastly(), Exit.last(() -> last), new Scope("@" + place, true, true));
            lastly.add(new ObjectBuilder().put("begin", first).put("end", last).build());
            return first;
        });
    }

    private String step(Step step, Exit next, Scope scope) {
        return step.modifiers().when().isPresent()
                ? guarded(step, next, scope)
                : unguarded(step, next, scope);
    }

    private String unguarded(Step step, Exit next, Scope scope) {
        return step.verb().accept(new StepExport(step, next, scope, this));
    }

    /** A step with {@code when}, as an if-condition around it. */
    private String guarded(Step step, Exit next, Scope scope) {
        String place = scope.place(step.path()) + "#when";
        String when = step.modifiers().when().orElseThrow().text();
        boolean ends = scope.tail() && Endings.endsWhenEntered(step);
        Exit after = ends
                ? Exit.last(() -> workflow.end(place + "#after"))
                : Endings.mayEnd(step) ? unlessEnded(step, next, scope) : next;
        Exit own = Exit.last(() -> workflow.end(place));
        Drafts.Said said = drafts.say(when, place);
        ObjectBuilder body = Workflow.body(StepType.IF_CONDITION)
                .put("name", "When: " + when)
                .put("condition", said.text())
                .put("on_true", unguarded(step, own, ends ? scope : scope.inner()));
        if (ends) {
            body.put("on_false", next.id());
        }
        ObjectBuilder payload = new ObjectBuilder().put("part", "when").put("path", step.path());
        body.put("on_completion", after.id())
                .put(
                        "step_extensions",
                        Drafts.extended((ends ? payload.put("rest", next.id()) : payload).build()));
        String id = workflow.add(StepType.IF_CONDITION, place, body);
        return drafts.entry(said, when, place, step.path(), id);
    }

    /** What comes next, but only when the run has not ended within the step. */
    Exit unlessEnded(Step step, Exit next, Scope scope) {
        boolean over = next.isLast() && (!scope.tail() || playbook.lastly().isEmpty());
        if (over) {
            return next;
        }
        String place = scope.place(step.path()) + "#unless-ended";
        return Exit.lazily(() -> {
            ObjectBuilder body = Workflow.body(StepType.IF_CONDITION)
                    .put("name", "Unless the run has ended")
                    .put("condition", Conditions.is(ended(), false))
                    .put("on_true", next.id());
            if (scope.tail() && !playbook.lastly().isEmpty() && !scope.lastly()) {
                body.put(
                        "on_false",
                        over(place + "#over", scope, Workflow.body(StepType.END))
                                .id());
            }
            body.put("on_completion", workflow.end(place))
                    .put("step_extensions", Drafts.extended(Drafts.part("rest", step.path())));
            return workflow.add(StepType.IF_CONDITION, place, body);
        });
    }

    /** Where a failure of the step leads; empty when it goes up. */
    Optional<String> failure(Step step, Exit next, Scope scope) {
        OnFailure said = step.modifiers().onFailure();
        if (said instanceof OnFailure.Handle handler) {
            return Optional.of(sequence(handler.steps(), next, scope));
        }
        return said == OnFailure.Simple.CONTINUE ? Optional.of(next.id()) : Optional.empty();
    }

    /** The step {@code end: outcome}. */
    String end(Step step, Outcome outcome, Scope scope) {
        String place = scope.place(step.path());
        ObjectBuilder end = Workflow.body(StepType.END)
                .put("name", step.title().isEmpty() ? outcome.label() : step.title())
                .put("step_extensions", Drafts.extended(Drafts.extension(step)));
        if (scope.tail()) {
            return over(place, scope, end).id();
        }
        String last = workflow.add(StepType.END, place + "#end", end);
        JsonObject content = ObjectBuilder.pair("set", ObjectBuilder.pair(ended(), text("true")));
        return workflow.add(
                StepType.ACTION,
                place + "#ended",
                Workflow.body(StepType.ACTION)
                        .put("name", "The run has ended: " + outcome.label())
                        .put("commands", Drafts.http("set", content))
                        .put("agent", drafts.node())
                        .put("out_args", ObjectBuilder.texts(List.of(ended())))
                        .put("on_success", last)
                        .put(
                                "step_extensions",
                                Drafts.extended(Drafts.part("ended", step.path()))));
    }
}
