package breakwater.conductor;

import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.LogEntry;
import breakwater.network.ServiceId;
import breakwater.network.ServiceState;
import breakwater.scenario.Condition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Watches the log for one condition. Once it held, it is met for good. */
final class ConditionWatch {

    private final Condition condition;
    private final List<ConditionWatch> parts;
    private final Set<ServiceId> starved = new HashSet<>();
    private boolean met;

    ConditionWatch(Condition condition) {
        this.condition = condition;
        if (condition instanceof Condition.AllOf all) {
            parts = all.conditions().stream().map(ConditionWatch::new).toList();
        } else if (condition instanceof Condition.AnyOf any) {
            parts = any.conditions().stream().map(ConditionWatch::new).toList();
        } else {
            parts = List.of();
        }
    }

    boolean isMet() {
        return met;
    }

    /**
     * Looks at the next entry.
     *
     * @return whether the condition became met by it
     */
    boolean observe(LogEntry entry) {
        if (met) {
            return false;
        }
        parts.forEach(part -> part.observe(entry));
        met = holds(entry);
        return met;
    }

    private boolean holds(LogEntry entry) {
        ExerciseEvent event = entry.event();
        if (condition instanceof Condition.AllOf) {
            return parts.stream().allMatch(ConditionWatch::isMet);
        }
        if (condition instanceof Condition.AnyOf) {
            return parts.stream().anyMatch(ConditionWatch::isMet);
        }
        if (condition instanceof Condition.NodeIs wanted) {
            return event instanceof ExerciseEvent.NodeChanged changed
                    && changed.node().equals(wanted.node())
                    && changed.state() == wanted.state();
        }
        if (condition instanceof Condition.LinkIs wanted) {
            return event instanceof ExerciseEvent.LinkChanged changed
                    && changed.link().equals(wanted.link())
                    && changed.state() == wanted.state();
        }
        if (condition instanceof Condition.StarvedServices wanted) {
            return entry.origin().equals(wanted.domain())
                    && countStarved(event) >= wanted.atLeast();
        }
        if (condition instanceof Condition.IntentTaken wanted) {
            return event instanceof ExerciseEvent.IntentAccepted accepted
                    && entry.origin().equals(wanted.domain())
                    && accepted.intent().equals(wanted.intent());
        }
        Condition.Released wanted = (Condition.Released) condition;
        return event instanceof ExerciseEvent.InjectReleased released
                && released.inject().equals(wanted.inject());
    }

    private int countStarved(ExerciseEvent event) {
        if (event instanceof ExerciseEvent.ServiceChanged changed) {
            if (changed.state() == ServiceState.STARVED) {
                starved.add(changed.service());
            } else {
                starved.remove(changed.service());
            }
        }
        return starved.size();
    }
}
