package breakwater.engine;

import breakwater.engine.plan.DomainPlan;
import breakwater.engine.plan.FaultTarget;
import breakwater.exercise.LogEntry;
import breakwater.queue.WinnerTree;

import java.util.Arrays;
import java.util.List;

/**
 * The timers of a domain: who owns which slot of the event queue. Slot order is the order at one instant: what ends
 * comes before what begins, so that a repair and a failure in the same microsecond leave the asset failed; stores and
 * services see the outcome of both. A timer remembers the inject that set it, so that what follows from it goes back to
 * the same cause.
 */
final class Timers {

    /** The kinds of timer, in their order at one instant. */
    enum Kind {
        FAULT_END(0),
        CREW(1),
        KMS_RESYNC(2),
        LINK_RECOVERY(3),
        HAZARD(4),
        BATTERY(5),
        STORE(6),
        SERVICE_GRACE(7),
        ROUTE_HOLD(8),
        DESK(9),
        AID(10);

        private final int rank;

        Kind(int rank) {
            this.rank = rank;
        }
    }

    private static final Kind[] KINDS = Kind.values();

    private final int[] base = new int[KINDS.length + 1];
    private final Moment moment;
    private final WinnerTree queue;
    private final String[] causes;

    Timers(DomainPlan plan, Moment moment) {
        this.moment = moment;
        int faultTargets = plan.faults().values().stream()
                .mapToInt(List<FaultTarget>::size)
                .sum();
        int[] counts = {
            faultTargets,
            plan.crewsMost(),
            plan.nodes().size(),
            plan.links().size(),
            plan.hazard().isPresent() ? plan.links().size() : 0,
            plan.nodes().size(),
            plan.links().size(),
            plan.homeServices().size(),
            plan.homeServices().size(),
            1,
            1
        };
        for (int kind = 0; kind < KINDS.length; kind++) {
            base[kind + 1] = base[kind] + counts[kind];
        }
        queue = new WinnerTree(Math.max(1, base[KINDS.length]));
        causes = new String[base[KINDS.length]];
        Arrays.fill(causes, LogEntry.NO_CAUSE);
    }

    /** Sets a timer, whatever it was before; the present cause is remembered. */
    void set(Kind kind, int index, long timeMicros) {
        int slot = base[kind.rank] + index;
        causes[slot] = moment.cause;
        queue.set(slot, timeMicros);
    }

    void cancel(Kind kind, int index) {
        queue.cancel(base[kind.rank] + index);
    }

    /** When the first timer is due, {@code Long.MAX_VALUE} for never. */
    long earliestMicros() {
        return queue.earliestTimeMicros();
    }

    /** Takes the first timer: it is no longer set, and its cause is the present one. */
    int take() {
        int slot = queue.earliestSlot();
        queue.cancel(slot);
        moment.cause = causes[slot];
        return slot;
    }

    Kind kindOf(int slot) {
        int kind = 0;
        while (slot >= base[kind + 1]) {
            kind++;
        }
        return KINDS[kind];
    }

    int indexOf(int slot, Kind kind) {
        return slot - base[kind.rank];
    }
}
