package breakwater.playbook.cacao.export;

import breakwater.playbook.Step;
import breakwater.playbook.Step.Approval;
import breakwater.playbook.cacao.StepType;
import breakwater.playbook.cacao.json.JsonValue.JsonList;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.playbook.cacao.json.ObjectBuilder;
import breakwater.playbook.expression.Type;

import java.util.List;
import java.util.Optional;

/**
 * What stands before an action that somebody must agree to: the question, the answer for when nobody does, and a step
 * that fails when the answer was no.
 */
record Approving(Step step, Scope scope, Drafts drafts) {

    String before(String action, Optional<String> failure, Approval approval) {
        String place = scope.place(step.path());
        String answer = drafts.names().add("approved", place, Type.Simple.BOOL);
        JsonList answered = ObjectBuilder.texts(List.of(answer));
        JsonObject asked =
                new ObjectBuilder().put("approved", answer + ":value").build();
        ObjectBuilder check = Workflow.body(StepType.ACTION)
                .put("name", "Fail unless it was approved")
                .put("commands", Drafts.http("approval", asked))
                .put("agent", drafts.node())
                .put("in_args", answered)
                .put("on_success", action);
        failure.ifPresent(id -> check.put("on_failure", id));
        String checked = add("#approved", check, "approved");
        ObjectBuilder byDefault = Workflow.body(StepType.ACTION)
                .put(
                        "name",
                        "Nobody answered in time: " + (approval.byDefault() ? "approve" : "refuse"))
                .put(
                        "commands",
                        Drafts.http(
                                "set",
                                ObjectBuilder.pair(
                                        "set",
                                        ObjectBuilder.pair(
                                                answer,
                                                ObjectBuilder.text("" + approval.byDefault())))))
                .put("agent", drafts.node())
                .put("out_args", answered)
                .put("on_success", checked);
        ObjectBuilder ask = Workflow.body(StepType.ACTION)
                .put("name", "Approval")
                .put("timeout", Drafts.millis(approval.deadlineMicros()))
                .put("commands", Drafts.manual("Approve %s? [true | false]".formatted(name()), ""))
                .put("agent", drafts.agentOf(approval.role()))
                .put("out_args", answered)
                .put("on_success", checked)
                .put("on_failure", add("#approved-by-default", byDefault, "approved"));
        return add("#approve", ask, "approved");
    }

    private String name() {
        return step.title().isEmpty() ? step.path() : step.title();
    }

    private String add(String place, ObjectBuilder body, String part) {
        return drafts.workflow()
                .add(
                        StepType.ACTION,
                        scope.place(step.path()) + place,
                        body.put(
                                "step_extensions",
                                Drafts.extended(Drafts.part(part, step.path()))));
    }
}
