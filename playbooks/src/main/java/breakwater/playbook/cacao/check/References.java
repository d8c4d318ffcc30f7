package breakwater.playbook.cacao.check;

import breakwater.playbook.cacao.CacaoStep;
import breakwater.playbook.cacao.CacaoStep.Edge;
import breakwater.playbook.cacao.StepType;
import breakwater.playbook.cacao.json.JsonValue;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.playbook.cacao.json.JsonValue.JsonText;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whatever is referred to is there, and is what it should be. */
final class References {

    private final JsonObject playbook;
    private final Map<String, CacaoStep> steps;
    private final Problems problems;
    private final Suggestions suggestions = new Suggestions();

    private References(JsonObject playbook, Map<String, CacaoStep> steps, Problems problems) {
        this.playbook = playbook;
        this.steps = steps;
        this.problems = problems;
    }

    static void check(JsonObject playbook, Map<String, CacaoStep> steps, Problems problems) {
        new References(playbook, steps, problems).check();
    }

    private void check() {
        Optional<Set<String>> stepIds = defined("workflow");
        checkOne(playbook, "workflow_start", "step", stepIds);
        checkOne(playbook, "workflow_exception", "step", stepIds);
        for (JsonValue marking : playbook.listItems("markings")) {
            checkId(marking, "data marking", defined("data_marking_definitions"));
        }
        checkExtensions(playbook, "playbook_extensions");
        steps.values().forEach(step -> check(step, stepIds));
        for (String agents : List.of("agent_definitions", "target_definitions")) {
            playbook.findObject(agents).ifPresent(this::checkAgents);
        }
    }

    private void check(CacaoStep step, Optional<Set<String>> stepIds) {
        for (Edge edge : step.edges()) {
            checkId(new JsonText(edge.at(), edge.to()), "step", stepIds);
            CacaoStep to = steps.get(edge.to());
            if (to != null && to.type() == StepType.START) {
                problems.add(Problem.error(
                        "into-start",
                        edge.at(),
                        "Expected a step to go on with for '%s', but found the start step."
                                .formatted(edge.key()),
                        "Maybe name the step that comes after it."));
            }
            if (edge.key().equals("cases") && to != null && to.type() == StepType.PLAYBOOK_ACTION) {
                problems.add(
                        Problem.warning(
                                "case-calls-playbook",
                                edge.at(),
                                "Expected a step that every reader takes as a case, but found a playbook-action.",
                                "Maybe put another step before it: the official schema means to list it, but takes it only by accident, and a stricter reader may not."));
            }
        }
        if (step.type() == StepType.ACTION) {
            checkOne(step.body(), "agent", "agent", defined("agent_definitions"));
            Optional<Set<String>> targets = defined("target_definitions");
            step.body().listItems("targets").forEach(target -> checkId(target, "target", targets));
        }
        checkExtensions(step.body(), "step_extensions");
    }

    private void checkAgents(JsonObject agents) {
        agents.members().values().forEach(member -> {
            if (member.value() instanceof JsonObject agent) {
                checkOne(
                        agent,
                        "authentication_info",
                        "authentication",
                        defined("authentication_info_definitions"));
                checkExtensions(agent, "agent_target_extensions");
            }
        });
    }

    private void checkExtensions(JsonObject owner, String key) {
        Optional<Set<String>> defined = defined("extension_definitions");
        owner.findObject(key)
                .ifPresent(extensions -> extensions
                        .members()
                        .forEach((id, member) ->
                                checkId(new JsonText(member.at(), id), "extension", defined)));
    }

    /** The ids under {@code key}; empty when what stands there is no object, so that nothing can be said. */
    private Optional<Set<String>> defined(String key) {
        return playbook.has(key)
                ? playbook.findObject(key).map(all -> all.members().keySet())
                : Optional.of(Set.of());
    }

    private void checkOne(
            JsonObject owner, String key, String what, Optional<Set<String>> defined) {
        owner.find(key).ifPresent(id -> checkId(id, what, defined));
    }

    private void checkId(JsonValue value, String what, Optional<Set<String>> defined) {
        if (value instanceof JsonText id
                && defined.isPresent()
                && !defined.get().contains(id.text())) {
            problems.add(Problem.error(
                    "unknown-" + what.replace(' ', '-'),
                    id.location(),
                    "Expected %s %s that the playbook defines, but found '%s'."
                            .formatted(
                                    "aeio".indexOf(what.charAt(0)) >= 0 ? "an" : "a",
                                    what,
                                    JsonValue.cut(id.text())),
                    suggestions.among(defined.get(), id.text())));
        }
    }
}
