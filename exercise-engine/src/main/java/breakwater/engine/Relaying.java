package breakwater.engine;

import breakwater.engine.plan.DomainPlan;
import breakwater.exercise.ExerciseEvent;
import breakwater.network.LinkId;

import java.util.Arrays;

/**
 * Whether key can be relayed over a link now: both agents work and reach each other, the border is open, the store is
 * not exhausted. A cut link can be relayed over for as long as its store lasts: losing the channel loses no stored key.
 */
final class Relaying {

    /** No service is kept off the link. */
    static final int NOBODY = Integer.MAX_VALUE;

    private final DomainPlan plan;
    private final Moment moment;
    private final KeyStores stores;
    private final Segments segments;
    private final int[] blockers;
    private final boolean[] closed;
    private final int[] shedFromClass;

    Relaying(DomainPlan plan, Moment moment, KeyStores stores, Segments segments) {
        this.plan = plan;
        this.moment = moment;
        this.stores = stores;
        this.segments = segments;
        int count = plan.links().size();
        blockers = new int[count];
        closed = new boolean[count];
        shedFromClass = new int[count];
        Arrays.fill(shedFromClass, NOBODY);
    }

    /** Something stops relaying over the link; {@code reason} for the log. */
    void block(int link, String reason) {
        if (blockers[link]++ == 0) {
            moment.record(new ExerciseEvent.RelayChanged(idOf(link), false, reason));
            apply(link);
        }
    }

    /** What {@link #block} was called for is over. */
    void unblock(int link, String reason) {
        if (blockers[link] == 0) {
            throw new IllegalStateException("Link (%s) is not blocked.".formatted(idOf(link)));
        }
        if (--blockers[link] == 0) {
            moment.record(new ExerciseEvent.RelayChanged(idOf(link), true, reason));
            apply(link);
        }
    }

    /** Takes over whether the store is exhausted. */
    void storeJudged(int link) {
        apply(link);
    }

    private void apply(int link) {
        boolean now = blockers[link] > 0 || stores.isExhausted(link);
        if (closed[link] != now) {
            closed[link] = now;
            segments.linkBlocked(link, now);
        }
    }

    /**
     * Keeps services of {@code fromClass} and lower off a link; {@link #NOBODY} ends it.
     *
     * @return whether anything changed
     */
    boolean shed(int link, int fromClass) {
        int before = shedFromClass[link];
        if (before == fromClass) {
            return false;
        }
        shedFromClass[link] = fromClass;
        moment.record(
                new ExerciseEvent.ShedChanged(idOf(link), fromClass == NOBODY ? -1 : fromClass));
        segments.linkShed(link, before, fromClass);
        return true;
    }

    boolean isBlocked(int link) {
        return blockers[link] > 0;
    }

    /** {@link #NOBODY} when no class is kept off. */
    int shedFromClassOf(int link) {
        return shedFromClass[link];
    }

    boolean isClosed(int link) {
        return closed[link];
    }

    private LinkId idOf(int link) {
        return plan.links().get(link).link().id();
    }
}
