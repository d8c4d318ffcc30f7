package breakwater.playbook.format;

import breakwater.playbook.Playbook.Retry;
import breakwater.playbook.Step;
import breakwater.playbook.Step.Modifiers;
import breakwater.playbook.Step.OnFailure;
import breakwater.playbook.Verb;
import breakwater.playbook.format.LayoutNode.Row;
import breakwater.playbook.format.LayoutNode.Table;
import breakwater.playbook.format.LayoutNode.Word;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Steps: name, condition, verb, what the verb takes, then how it is carried out and what follows. */
final class StepLayout {

    /** So many short steps are read at a glance on one line. */
    private static final int FLOWING_MAX = 2;

    private StepLayout() {}

    /** A list of steps; {@code mayFlow} when it may be written in brackets, if it is short. */
    static Row steps(List<Step> steps, boolean mayFlow) {
        boolean flows = mayFlow
                && steps.size() <= FLOWING_MAX
                && steps.stream().allMatch(step -> isShort(step(step, false)));
        return new Row(
                steps.stream().map(step -> (LayoutNode) step(step, false)).toList(), flows);
    }

    /** A verb with at most one thing beside it, no name, and no steps within. */
    private static boolean isShort(Table step) {
        return step.entries().size() <= 2
                && !step.entries().containsKey("id")
                && !step.entries().containsKey("title")
                && step.entries().entrySet().stream()
                        .allMatch(entry -> entry.getValue() instanceof Word
                                || (entry.getValue() instanceof Table table
                                        && table.flows()
                                        && !entry.getKey().equals("undo")));
    }

    static Table step(Step step, boolean flows) {
        Modifiers how = step.modifiers();
        Map<String, LayoutNode> entries = new LinkedHashMap<>();
        if (!step.id().isEmpty()) {
            entries.put("id", Word.text(step.id()));
        }
        if (!step.title().isEmpty()) {
            entries.put("title", Word.text(step.title()));
        }
        how.when().ifPresent(when -> entries.put("when", Word.expression(when.text())));
        if (how.delayMicros() > 0) {
            entries.put("delay", ValueLayout.duration(how.delayMicros()));
        }
        step.verb().accept(new VerbLayout(entries));
        how.approve().ifPresent(approval -> entries.put("approve", approval(approval)));
        if (step.verb() instanceof Verb.Do action && action.once()) {
            entries.put("once", Word.bare("true"));
        }
        how.timeoutMicros()
                .ifPresent(micros -> entries.put("timeout", ValueLayout.duration(micros)));
        how.retry().ifPresent(retry -> entries.put("retry", retry(retry)));
        how.undo().ifPresent(undo -> entries.put("undo", step(undo, true)));
        if (!how.escalate().isEmpty()) {
            entries.put("escalate", escalations(how.escalate()));
        }
        if (!how.save().isEmpty()) {
            entries.put("save", assignments(how.save()));
        }
        onFailure(how.onFailure(), entries);
        return new Table(entries, flows);
    }

    private static void onFailure(OnFailure then, Map<String, LayoutNode> entries) {
        if (then instanceof OnFailure.Handle handle) {
            entries.put("on_failure", steps(handle.steps(), true));
        } else if (then != OnFailure.Simple.STOP) {
            String word = ((OnFailure.Simple) then).name().toLowerCase(Locale.ROOT);
            entries.put("on_failure", Word.bare(word));
        }
    }

    static Table retry(Retry retry) {
        Map<String, LayoutNode> entries = new LinkedHashMap<>();
        entries.put("max", Word.bare(Integer.toString(retry.max())));
        entries.put("every", ValueLayout.duration(retry.everyMicros()));
        if (retry.backoff() != 1) {
            entries.put("backoff", ValueLayout.number(retry.backoff()));
        }
        if (!retry.on().isEmpty()) {
            entries.put("on", ValueLayout.texts(retry.on()));
        }
        return new Table(entries, true);
    }

    static Table assignments(List<Step.Assignment> assignments) {
        Map<String, LayoutNode> entries = new LinkedHashMap<>();
        assignments.forEach(assignment -> entries.put(
                assignment.variable(), Word.expression(assignment.value().text())));
        return new Table(entries, true);
    }

    private static Row escalations(List<Step.Escalation> escalations) {
        return new Row(
                escalations.stream()
                        .map(escalation -> {
                            Map<String, LayoutNode> entries = new LinkedHashMap<>();
                            entries.put("after", ValueLayout.duration(escalation.afterMicros()));
                            entries.put("to", Word.text(escalation.to()));
                            return (LayoutNode) new Table(entries, true);
                        })
                        .toList(),
                true);
    }

    private static Table approval(Step.Approval approval) {
        return accept(
                approval.role(),
                approval.deadlineMicros(),
                approval.byDefault() ? "approve" : "refuse");
    }

    static Table accept(String role, long deadlineMicros, String byDefault) {
        Map<String, LayoutNode> entries = new LinkedHashMap<>();
        entries.put("role", Word.text(role));
        entries.put("deadline", ValueLayout.duration(deadlineMicros));
        entries.put("default", Word.bare(byDefault));
        return new Table(entries, true);
    }
}
