package breakwater.playbook.cacao;

import breakwater.playbook.cacao.json.JsonValue;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.playbook.cacao.json.JsonValue.JsonText;
import breakwater.problem.Location;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One step of a workflow.
 *
 * @param at where its id stands as a key
 * @param body all that the file says of it
 */
public record CacaoStep(String id, Location at, StepType type, JsonObject body) {

    /** What following an edge means. */
    public enum Role {
        /** {@code on_completion} or {@code on_success}: what comes after the step. */
        NEXT,
        /** {@code on_failure}. */
        FAILURE,
        /** A branch of its own, which returns to this step at its {@code end}. */
        BRANCH
    }

    /**
     * A reference to another step.
     *
     * @param key the property it stands in; for a case of a switch {@code cases}
     * @param to the id that is written there, whether there is such a step or not
     */
    public record Edge(Role role, String key, String to, Location at) {}

    /** The steps of {@code playbook} by id, in file order; entries that are no step of a known type are left out. */
    public static Map<String, CacaoStep> stepsOf(JsonObject playbook) {
        Map<String, CacaoStep> steps = new LinkedHashMap<>();
        playbook.findObject("workflow")
                .ifPresent(workflow -> workflow.members().forEach((id, member) -> {
                    if (member.value() instanceof JsonObject body) {
                        body.findText("type")
                                .flatMap(StepType::find)
                                .ifPresent(type ->
                                        steps.put(id, new CacaoStep(id, member.at(), type, body)));
                    }
                }));
        return steps;
    }

    /** All references of this step to others, as written; what is no text is left out. */
    public List<Edge> edges() {
        List<Edge> edges = new ArrayList<>();
        add(edges, Role.NEXT, "on_completion");
        add(edges, Role.NEXT, "on_success");
        add(edges, Role.FAILURE, "on_failure");
        if (type == StepType.IF_CONDITION || type == StepType.WHILE_CONDITION) {
            add(edges, Role.BRANCH, "on_true");
        }
        if (type == StepType.IF_CONDITION) {
            add(edges, Role.BRANCH, "on_false");
        }
        if (type == StepType.PARALLEL) {
            body.listItems("next_steps")
                    .forEach(value -> add(edges, Role.BRANCH, "next_steps", value));
        }
        if (type == StepType.SWITCH_CONDITION) {
            body.findObject("cases")
                    .ifPresent(cases -> cases.members()
                            .values()
                            .forEach(member -> add(edges, Role.BRANCH, "cases", member.value())));
        }
        return edges;
    }

    private void add(List<Edge> edges, Role role, String key) {
        body.find(key).ifPresent(value -> add(edges, role, key, value));
    }

    private static void add(List<Edge> edges, Role role, String key, JsonValue value) {
        if (value instanceof JsonText text) {
            edges.add(new Edge(role, key, text.text(), text.location()));
        }
    }
}
