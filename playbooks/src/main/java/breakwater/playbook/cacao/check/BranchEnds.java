package breakwater.playbook.cacao.check;

import breakwater.playbook.cacao.CacaoStep;
import breakwater.playbook.cacao.CacaoStep.Edge;
import breakwater.playbook.cacao.StepType;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * "This branch MUST reference a unique end step" (CACAO 2.0, sections 4.7 to 4.10): an {@code end} within a branch
 * returns to the step that branched, so one that two branches share, or a branch and what comes after it, is ambiguous.
 */
final class BranchEnds {

    /** In place of the number of a branch, for what several reach. */
    private static final int SEVERAL = -1;

    /** A hostile file may branch and branch again; no honest one comes near. */
    private static final int STEPS_LOOKED_AT_MAX = 2_000_000;

    private final Map<String, CacaoStep> steps;
    private final Map<String, List<Edge>> edges;
    private final Problems problems;
    private int lookedAt;

    BranchEnds(Map<String, CacaoStep> steps, Map<String, List<Edge>> edges, Problems problems) {
        this.steps = steps;
        this.edges = edges;
        this.problems = problems;
    }

    /** Reports each end that is shared by branches of {@code step}, at the branch that comes to it second. */
    void check(CacaoStep step) {
        List<Edge> branches = new ArrayList<>(edges.getOrDefault(step.id(), List.of()));
        if (branches.stream().allMatch(Flow::leavesStep)) {
            return;
        }
        // What comes after the step counts as one more branch, however many edges lead there.
        int after = branches.size();
        Map<String, Integer> reachedBy = new HashMap<>();
        for (int i = 0; i < branches.size() && lookedAt < STEPS_LOOKED_AT_MAX; i++) {
            Edge edge = branches.get(i);
            int branch = Flow.leavesStep(edge) ? after : i;
            if (claim(edge.to(), branch, reachedBy)) {
                problems.add(
                        Problem.warning(
                                "shared-end",
                                edge.at(),
                                "Expected each branch to come to an end step of its own, but '%s' comes to one of another branch."
                                        .formatted(edge.key()),
                                "Maybe give it an end of its own: an end returns to the step that branched."));
            }
        }
    }

    /** Marks all that {@code from} leads to. Whether an end among it is another branch's, too. */
    private boolean claim(String from, int branch, Map<String, Integer> reachedBy) {
        boolean shared = false;
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty() && lookedAt < STEPS_LOOKED_AT_MAX) {
            String id = open.remove();
            Integer other = reachedBy.get(id);
            if (other != null && (other == SEVERAL || other == branch)) {
                shared |= other == SEVERAL && isEnd(id);
                continue;
            }
            lookedAt++;
            shared |= other != null && isEnd(id);
            reachedBy.put(id, other == null ? branch : SEVERAL);
            edges.getOrDefault(id, List.of()).forEach(edge -> open.add(edge.to()));
        }
        return shared;
    }

    private boolean isEnd(String id) {
        CacaoStep step = steps.get(id);
        return step != null && step.type() == StepType.END;
    }
}
