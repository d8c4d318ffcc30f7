package breakwater.playbook.run;

import breakwater.exercise.AidState;
import breakwater.exercise.MutualAid;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Aid that a step asked for: where each donor stands, and which step waits for it. */
final class AidCase {

    /** How far the step has come that asked. */
    enum Phase {
        OFFERS,
        CHOICE,
        DEPLOYMENT,
        OVER
    }

    /** One donor's aid: its last step, and how much that was about. */
    record Leg(AidState state, long amount) {

        boolean isThere() {
            return state == AidState.DEPLOYED || state == AidState.DEGRADED;
        }
    }

    final String id;
    final long need;
    final Map<String, Leg> legs = new LinkedHashMap<>();
    final Set<String> accepted = new TreeSet<>();
    Phase phase = Phase.OFFERS;

    /** The step that wants to know what becomes of it. */
    @Nullable Activity waiting;

    AidCase(String id, long need, Activity asking) {
        this.id = id;
        this.need = need;
        waiting = asking;
    }

    void moved(MutualAid.AidMoved step) {
        legs.put(step.donor().value(), new Leg(step.state(), step.amount()));
    }

    boolean isDecided() {
        return legs.values().stream().noneMatch(leg -> leg.state() == AidState.REQUESTED);
    }

    boolean isOver() {
        return legs.values().stream().allMatch(leg -> leg.state().isOver());
    }

    boolean allDeclined() {
        return legs.values().stream().allMatch(leg -> leg.state() == AidState.DECLINED);
    }

    /** Who offers, the most first; among equals who was asked first. */
    List<String> offers() {
        return legs.entrySet().stream()
                .filter(leg -> leg.getValue().state() == AidState.OFFERED)
                .sorted((a, b) ->
                        Long.compare(b.getValue().amount(), a.getValue().amount()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Donors whose accepted aid is neither here nor given up. */
    boolean isAwaited() {
        return accepted.stream()
                .map(legs::get)
                .anyMatch(leg -> leg != null && !leg.isThere() && !leg.state().isOver());
    }

    long amountHere() {
        return legs.values().stream()
                .filter(Leg::isThere)
                .mapToLong(Leg::amount)
                .sum();
    }

    List<String> donorsHere() {
        return legs.entrySet().stream()
                .filter(leg -> leg.getValue().isThere())
                .map(Map.Entry::getKey)
                .toList();
    }
}
