package breakwater.playbook.cacao.check;

import breakwater.playbook.cacao.CacaoStep;
import breakwater.playbook.cacao.CacaoStep.Edge;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Steps that lead back to themselves: the body of a loop ends at an {@code end}, so that no reference ever goes back.
 * Each reference that closes a circle is reported, once.
 */
record Cycles(Map<String, CacaoStep> steps, Map<String, List<Edge>> edges, Problems problems) {

    private record Visit(String id, Iterator<Edge> rest) {}

    /** Whether there are any. Depth first without recursion: a workflow may be a chain of thousands of steps. */
    boolean check() {
        boolean found = false;
        Set<String> done = new HashSet<>();
        Set<String> onPath = new HashSet<>();
        Deque<Visit> path = new ArrayDeque<>();
        for (String root : steps.keySet()) {
            enter(root, done, onPath, path);
            while (!path.isEmpty()) {
                Visit visit = path.element();
                if (!visit.rest().hasNext()) {
                    path.pop();
                    onPath.remove(visit.id());
                    continue;
                }
                Edge edge = visit.rest().next();
                if (onPath.contains(edge.to())) {
                    report(edge, visit.id());
                    found = true;
                } else {
                    enter(edge.to(), done, onPath, path);
                }
            }
        }
        return found;
    }

    private void enter(String id, Set<String> done, Set<String> onPath, Deque<Visit> path) {
        if (done.add(id)) {
            onPath.add(id);
            path.push(new Visit(id, edges.getOrDefault(id, List.of()).iterator()));
        }
    }

    private void report(Edge edge, String from) {
        problems.add(Problem.error(
                "cycle",
                edge.at(),
                "Expected '%s' to lead on, but it leads back %s, and the playbook might never end."
                        .formatted(
                                edge.key(),
                                edge.to().equals(from)
                                        ? "to its own step"
                                        : "to a step that led here"),
                "Maybe use a while-condition whose body ends with a step of type end."));
    }
}
