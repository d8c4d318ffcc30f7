package breakwater.playbook.difference;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;

/**
 * Which step of one playbook is which of another: by id first, then by all that is said of it, then by its place and
 * verb. Each step has one partner at most. Time linear in the steps.
 */
final class StepMatches {

    private final IdentityHashMap<PlacedStep, PlacedStep> afterOf = new IdentityHashMap<>();
    private final IdentityHashMap<PlacedStep, PlacedStep> beforeOf = new IdentityHashMap<>();

    StepMatches(List<PlacedStep> before, List<PlacedStep> after) {
        match(before, after, one -> one.step().id());
        match(before, after, one -> "%s %s".formatted(one.facts(), one.step().path()));
        match(before, after, one -> one.facts().toString());
        match(
                before,
                after,
                one -> "%s %s".formatted(one.step().verb().keyword(), one.step().path()));
    }

    /** Joins those that have no partner yet and the same key, in file order; an empty key joins nothing. */
    private void match(
            List<PlacedStep> before, List<PlacedStep> after, Function<PlacedStep, String> key) {
        Map<String, Queue<PlacedStep>> free = new HashMap<>();
        for (PlacedStep one : after) {
            if (!beforeOf.containsKey(one)) {
                free.computeIfAbsent(key.apply(one), none -> new ArrayDeque<>()).add(one);
            }
        }
        for (PlacedStep one : before) {
            String name = afterOf.containsKey(one) ? "" : key.apply(one);
            Queue<PlacedStep> same = free.get(name);
            if (!name.isEmpty() && same != null && !same.isEmpty()) {
                PlacedStep partner = same.remove();
                afterOf.put(one, partner);
                beforeOf.put(partner, one);
            }
        }
    }

    boolean isKept(PlacedStep before) {
        return afterOf.containsKey(before);
    }

    boolean isNew(PlacedStep after) {
        return !beforeOf.containsKey(after);
    }

    /** What a step was, which is not new. */
    PlacedStep before(PlacedStep after) {
        PlacedStep before = beforeOf.get(after);
        if (before == null) {
            throw new IllegalArgumentException("The step (%s) is new.".formatted(after.name()));
        }
        return before;
    }

    /** Whether a step stands in another list of steps than before. */
    boolean isElsewhere(PlacedStep after) {
        PlacedStep was = before(after);
        // Paths are unique in a playbook.
        Optional<String> parent =
                was.parent().map(afterOf::get).map(above -> above.step().path());
        boolean sameParent = was.parent().isPresent() == after.parent().isPresent()
                && parent.equals(after.parent().map(above -> above.step().path()));
        return !sameParent || !was.part().equals(after.part());
    }
}
