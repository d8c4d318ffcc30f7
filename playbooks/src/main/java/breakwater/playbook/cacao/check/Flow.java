package breakwater.playbook.cacao.check;

import breakwater.playbook.cacao.CacaoStep;
import breakwater.playbook.cacao.CacaoStep.Edge;
import breakwater.playbook.cacao.CacaoStep.Role;
import breakwater.playbook.cacao.StepType;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the workflow goes: every step leads on, none leads back, each can be reached, branches end on their own. */
final class Flow {

    private final JsonObject playbook;
    private final Map<String, CacaoStep> steps;
    private final Map<String, List<Edge>> edges = new LinkedHashMap<>();
    private final Problems problems;
    private boolean broken;

    private Flow(JsonObject playbook, Map<String, CacaoStep> steps, Problems problems) {
        this.playbook = playbook;
        this.steps = steps;
        this.problems = problems;
        for (CacaoStep step : steps.values()) {
            List<Edge> all = step.edges();
            List<Edge> known = all.stream().filter(this::leadsOn).toList();
            edges.put(step.id(), known);
            broken |= known.size() < all.size();
        }
        broken |= !steps.containsKey(playbook.findText("workflow_start").orElse(""));
    }

    static void check(JsonObject playbook, Map<String, CacaoStep> steps, Problems problems) {
        Flow flow = new Flow(playbook, steps, problems);
        steps.values().forEach(flow::checkExits);
        flow.checkPresent();
        boolean goesBack = new Cycles(steps, flow.edges, problems).check();
        if (flow.broken || goesBack) {
            // What follows would only be said of steps that are cut off by what is reported
            // already.
            return;
        }
        flow.checkReached();
        BranchEnds branches = new BranchEnds(steps, flow.edges, problems);
        steps.values().forEach(branches::check);
    }

    private boolean leadsOn(Edge edge) {
        CacaoStep to = steps.get(edge.to());
        return to != null && to.type() != StepType.START;
    }

    private void checkExits(CacaoStep step) {
        JsonObject body = step.body();
        if (step.type() == StepType.END || step.type() == StepType.START) {
            for (String key : List.of("on_completion", "on_success", "on_failure")) {
                boolean allowed = step.type() == StepType.START && key.equals("on_completion");
                if (body.has(key) && !allowed) {
                    broken = true;
                    problems.add(Problem.error(
                            "wrong-exit",
                            body.keyLocation(key),
                            "Expected %s, but found '%s'."
                                    .formatted(
                                            step.type() == StepType.END
                                                    ? "nothing after an end step"
                                                    : "only 'on_completion' in a start step",
                                            key),
                            step.type() == StepType.END
                                    ? "Maybe it belongs to the step that branched: an end returns there."
                                    : ""));
                }
            }
        } else if (body.has("on_completion")
                && (body.has("on_success") || body.has("on_failure"))) {
            problems.add(Problem.error(
                    "one-of",
                    body.keyLocation("on_completion"),
                    "Expected either 'on_completion' or 'on_success' with 'on_failure', but found both.",
                    "Maybe drop 'on_completion'."));
        }
        boolean leadsOn = body.has("on_completion") || body.has("on_success");
        if (step.type() != StepType.END && !leadsOn) {
            broken = true;
            problems.add(Problem.error(
                    "no-next-step",
                    step.at(),
                    "Expected %s in this %s step, to say what comes next, but found none."
                            .formatted(
                                    step.type() == StepType.START
                                            ? "'on_completion'"
                                            : "'on_completion' or 'on_success'",
                                    step.type().word()),
                    "Maybe lead it to a step of type end."));
        }
    }

    private void checkPresent() {
        Set<StepType> there = new HashSet<>();
        steps.values().forEach(step -> there.add(step.type()));
        lack(there.contains(StepType.START), "start");
        lack(there.contains(StepType.END), "end");
        lack(
                there.contains(StepType.ACTION) || there.contains(StepType.PLAYBOOK_ACTION),
                "action or playbook-action");
    }

    private void lack(boolean there, String what) {
        if (!there && playbook.findObject("workflow").isPresent()) {
            problems.add(Problem.error(
                    "missing-step",
                    playbook.keyLocation("workflow"),
                    "Expected at least one step of type %s in the workflow, found none."
                            .formatted(what),
                    ""));
        }
    }

    /** Only the first of several steps that hang together is reported. */
    private void checkReached() {
        Set<String> unreached = new LinkedHashSet<>(steps.keySet());
        for (String key : List.of("workflow_start", "workflow_exception")) {
            playbook.findText(key).ifPresent(id -> reach(id, unreached));
        }
        Set<String> later = new HashSet<>();
        unreached.forEach(
                id -> edges.getOrDefault(id, List.of()).forEach(edge -> later.add(edge.to())));
        for (CacaoStep step : steps.values()) {
            if (unreached.contains(step.id()) && !later.contains(step.id())) {
                problems.add(Problem.warning(
                        "unreachable",
                        step.at(),
                        "Expected each step to be reached from the start or from 'workflow_exception', but this one is not.",
                        "Maybe a reference to it is missing."));
            }
        }
    }

    private void reach(String from, Set<String> unreached) {
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String id = open.remove();
            if (unreached.remove(id)) {
                edges.getOrDefault(id, List.of()).forEach(edge -> open.add(edge.to()));
            }
        }
    }

    /** Whether following the edge leaves the branch that the step opens. */
    static boolean leavesStep(Edge edge) {
        return edge.role() != Role.BRANCH;
    }
}
