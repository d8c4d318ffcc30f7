package breakwater.scenario.yaml;

import breakwater.document.NameTable;
import breakwater.exercise.InjectId;
import breakwater.problem.Problem;
import breakwater.problem.Problems;
import breakwater.scenario.Condition;
import breakwater.scenario.Inject;
import breakwater.scenario.Inject.Release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the injects of a scenario tell together: who stands in for whom, and that nobody waits for itself. */
final class InjectChecks {

    private final Map<InjectId, Inject> byId = new HashMap<>();
    private final List<Inject> injects;
    private final NameTable names;
    private final Problems problems;

    InjectChecks(List<Inject> injects, NameTable names, Problems problems) {
        this.injects = injects;
        this.names = names;
        this.problems = problems;
        injects.forEach(inject -> byId.put(inject.id(), inject));
    }

    void run() {
        Map<InjectId, InjectId> standsInFor = new HashMap<>();
        injects.forEach(inject -> checkOtherwise(inject, standsInFor));
        for (Inject inject : injects) {
            boolean needsAnother = inject.release() instanceof Release.InPlaceOfAnother;
            if (needsAnother && !standsInFor.containsKey(inject.id())) {
                report(
                        "never-released",
                        inject,
                        "Expected inject '%s' to have 'at' or 'when', or to be the 'else' of another, but found neither."
                                .formatted(inject.id()),
                        "");
            }
        }
        reportWaitingForItself();
    }

    private void checkOtherwise(Inject inject, Map<InjectId, InjectId> standsInFor) {
        if (!(inject.release() instanceof Release.When when) || when.otherwise().isEmpty()) {
            return;
        }
        InjectId otherwise = when.otherwise().get();
        Inject other = byId.get(otherwise);
        InjectId earlier = standsInFor.putIfAbsent(otherwise, inject.id());
        if (earlier != null) {
            report(
                    "stands-in-twice",
                    inject,
                    "Expected each inject to be the 'else' of one other, but '%s' is that of '%s' and of '%s'."
                            .formatted(otherwise, earlier, inject.id()),
                    "");
        }
        if (other != null && !(other.release() instanceof Release.InPlaceOfAnother)) {
            // Released by its own time or condition and in the place of another, it would strike
            // twice.
            boolean timed = other.release() instanceof Release.At;
            report(
                    timed ? "stands-in-and-timed" : "stands-in-and-waits",
                    other,
                    "Expected inject '%s' to have no '%s', for it is the 'else' of '%s'."
                            .formatted(otherwise, timed ? "at" : "when", inject.id()),
                    timed
                            ? "Maybe take its 'at' away."
                            : "Maybe take its 'when' and 'deadline' away.");
        }
    }

    /** A depth-first walk over "is released only after"; each inject once, so time is linear. */
    private void reportWaitingForItself() {
        Set<InjectId> done = new HashSet<>();
        for (Inject inject : injects) {
            List<InjectId> path = new ArrayList<>();
            Set<InjectId> onPath = new HashSet<>();
            List<List<InjectId>> waiting = new ArrayList<>();
            push(inject.id(), path, onPath, waiting, done);
            while (!path.isEmpty()) {
                List<InjectId> next = waiting.get(waiting.size() - 1);
                if (next.isEmpty()) {
                    onPath.remove(path.remove(path.size() - 1));
                    waiting.remove(waiting.size() - 1);
                    continue;
                }
                InjectId after = next.remove(next.size() - 1);
                if (onPath.contains(after)) {
                    reportCycle(path, after);
                } else if (!done.contains(after)) {
                    push(after, path, onPath, waiting, done);
                }
            }
        }
    }

    private void push(
            InjectId id,
            List<InjectId> path,
            Set<InjectId> onPath,
            List<List<InjectId>> waiting,
            Set<InjectId> done) {
        if (done.add(id)) {
            path.add(id);
            onPath.add(id);
            waiting.add(new ArrayList<>(listAfter(id)));
        }
    }

    private void reportCycle(List<InjectId> path, InjectId first) {
        List<String> round = new ArrayList<>();
        path.subList(path.indexOf(first), path.size()).forEach(id -> round.add(id.value()));
        round.add(first.value());
        problems.add(Problem.error(
                "waits-for-itself",
                names.placeOf(first.value()),
                "Expected no inject to wait for itself, but found the round %s."
                        .formatted(String.join(" -> ", round)),
                ""));
    }

    /** What must or may be released before this one: those in its condition, and those it is the 'else' of. */
    private List<InjectId> listAfter(InjectId id) {
        List<InjectId> after = new ArrayList<>();
        Inject inject = byId.get(id);
        if (inject != null && inject.release() instanceof Release.When when) {
            addReleased(when.condition(), after);
            when.otherwise().ifPresent(after::add);
        }
        return after;
    }

    /** Conditions under anyOf may be met another way, so they bind nothing. */
    private static void addReleased(Condition condition, List<InjectId> after) {
        if (condition instanceof Condition.Released released) {
            after.add(released.inject());
        } else if (condition instanceof Condition.AllOf all) {
            all.conditions().forEach(inner -> addReleased(inner, after));
        }
    }

    private void report(String rule, Inject inject, String message, String advice) {
        problems.add(Problem.error(rule, names.placeOf(inject.id().value()), message, advice));
    }
}
