package breakwater.playbook.cacao.export;

import breakwater.playbook.cacao.CacaoStep;
import breakwater.playbook.cacao.StepType;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.playbook.cacao.json.ObjectBuilder;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The steps that an export has made so far. */
final class Workflow {

    private final String slug;
    private final Map<String, JsonObject> steps = new HashMap<>();

    Workflow(String slug) {
        this.slug = slug;
    }

    /** The identifier of the step of this type at this place. */
    String id(StepType type, String place) {
        return Ids.step(type.word(), slug, place);
    }

    /** Adds a step; its identifier is returned. */
    String add(StepType type, String place, ObjectBuilder body) {
        String id = id(type, place);
        JsonObject step = body.build();
        if (steps.putIfAbsent(id, step) != null) {
            throw new IllegalStateException("Two steps are at one place (%s).".formatted(place));
        }
        return id;
    }

    /** A body that begins with its type. */
    static ObjectBuilder body(StepType type) {
        return new ObjectBuilder().put("type", type.word());
    }

    /** A bare end. */
    String end(String place) {
        return add(StepType.END, place + "#end", body(StepType.END));
    }

    boolean hasAction() {
        return steps.values().stream()
                .anyMatch(step -> step.findText("type").orElse("").endsWith("action"));
    }

    /** All steps in the order in which they are come to. */
    JsonObject build(List<String> entries) {
        Map<String, CacaoStep> all = CacaoStep.stepsOf(ObjectBuilder.pair("workflow", unordered()));
        Map<String, JsonObject> ordered = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(entries);
        while (!open.isEmpty()) {
            String id = open.pop();
            JsonObject body = steps.get(id);
            CacaoStep step = all.get(id);
            if (body == null || step == null) {
                throw new IllegalStateException("A step (%s) was not made.".formatted(id));
            }
            if (ordered.putIfAbsent(id, body) == null) {
                // Branches first, then what comes after them, then failures.
                List<String> sorted = new ArrayList<>();
                for (CacaoStep.Role role : List.of(
                        CacaoStep.Role.BRANCH, CacaoStep.Role.NEXT, CacaoStep.Role.FAILURE)) {
                    step.edges().stream()
                            .filter(edge -> edge.role() == role)
                            .forEach(edge -> sorted.add(edge.to()));
                }
                Collections.reverse(sorted);
                sorted.forEach(open::push);
            }
        }
        if (ordered.size() < steps.size()) {
            throw new IllegalStateException("Steps were made that nothing leads to.");
        }
        ObjectBuilder workflow = new ObjectBuilder();
        ordered.forEach(workflow::put);
        return workflow.build();
    }

    private JsonObject unordered() {
        ObjectBuilder workflow = new ObjectBuilder();
        steps.forEach(workflow::put);
        return workflow.build();
    }
}
