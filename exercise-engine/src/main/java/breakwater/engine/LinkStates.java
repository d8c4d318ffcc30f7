package breakwater.engine;

import breakwater.draw.Distributions;
import breakwater.draw.KeyedDraws;
import breakwater.engine.plan.DomainPlan;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.SimTime;
import breakwater.network.LinkState;
import breakwater.network.QkdLink;

import java.util.Arrays;

/**
 * The quantum side of a domain's links: what keeps each from generating key, and its way back.
 *
 * <p>A link may be hit by several things at once and generates only when all are gone. It then realigns for a drawn
 * time and fills one block before key flows again.
 */
final class LinkStates {

    /** What can keep a link from generating. */
    enum Hindrance {
        MAINTENANCE(0),
        CUT(1),
        DARK(2),
        QBER_ALARM(3);

        private final int column;

        Hindrance(int column) {
            this.column = column;
        }
    }

    private static final int HINDRANCES = Hindrance.values().length;

    private final DomainPlan plan;
    private final Moment moment;
    private final Timers timers;
    private final KeyStores stores;
    private final KeyedDraws draws;

    private final LinkState[] state;
    private final int[] hindrances;
    private final int[] total;
    private final int[] paused;
    private final int[] realignments;

    LinkStates(DomainPlan plan, Moment moment, Timers timers, KeyStores stores, KeyedDraws draws) {
        this.plan = plan;
        this.moment = moment;
        this.timers = timers;
        this.stores = stores;
        this.draws = draws;
        int count = plan.links().size();
        state = new LinkState[count];
        Arrays.fill(state, LinkState.UP);
        hindrances = new int[count * HINDRANCES];
        total = new int[count];
        paused = new int[count];
        realignments = new int[count];
    }

    /** One more thing of this kind hinders the link. */
    void hinder(int link, Hindrance what) {
        hindrances[link * HINDRANCES + what.column]++;
        if (total[link]++ == 0) {
            timers.cancel(Timers.Kind.LINK_RECOVERY, link);
        }
        enter(link, hinderedState(link));
    }

    /** One thing of this kind is over. */
    void free(int link, Hindrance what) {
        int at = link * HINDRANCES + what.column;
        if (hindrances[at] == 0) {
            throw new IllegalStateException("Link (%s) is not hindered by %s."
                    .formatted(plan.links().get(link).link().id(), what));
        }
        hindrances[at]--;
        if (--total[link] > 0) {
            enter(link, hinderedState(link));
        } else {
            realign(link);
        }
    }

    private LinkState hinderedState(int link) {
        int at = link * HINDRANCES;
        if (hindrances[at + Hindrance.MAINTENANCE.column] > 0) {
            return LinkState.DISABLED;
        }
        if (hindrances[at + Hindrance.CUT.column] > 0) {
            return LinkState.CUT;
        }
        return hindrances[at + Hindrance.DARK.column] > 0 ? LinkState.DARK : LinkState.QBER_HIGH;
    }

    private void realign(int link) {
        QkdLink.Recovery recovery = plan.links().get(link).link().recovery();
        long median = Math.round(recovery.alignMedianSeconds() * SimTime.MICROS_PER_SECOND);
        long p95 = Math.round(recovery.alignP95Seconds() * SimTime.MICROS_PER_SECOND);
        if (median == 0) {
            fillBlock(link);
            return;
        }
        draws.select(plan.links().get(link).entityKey(), DrawPurpose.REALIGN, realignments[link]++);
        long wait =
                median == p95 ? median : Distributions.logNormalMicros(draws.first(), median, p95);
        enter(link, LinkState.ALIGNING);
        timers.set(Timers.Kind.LINK_RECOVERY, link, moment.now + wait);
    }

    private void fillBlock(int link) {
        QkdLink own = plan.links().get(link).link();
        long rate = own.rateBitPerSecond();
        if (own.recovery().blockBit() == 0 || rate == 0) {
            enter(link, LinkState.UP);
            return;
        }
        enter(link, LinkState.FILLING);
        long micros = (own.recovery().blockBit() * SimTime.MICROS_PER_SECOND + rate - 1) / rate;
        timers.set(Timers.Kind.LINK_RECOVERY, link, moment.now + micros);
    }

    /** The timer of a link on its way back is due. */
    void recoveryDue(int link) {
        if (state[link] == LinkState.ALIGNING) {
            fillBlock(link);
        } else {
            enter(link, LinkState.UP);
        }
    }

    /** The agents at an end cannot take key in (positive) or can again (negative); the channel itself stays aligned. */
    void pause(int link, int delta) {
        boolean before = paused[link] > 0;
        paused[link] += delta;
        if (before != paused[link] > 0) {
            announce(link);
        }
    }

    private void enter(int link, LinkState next) {
        if (state[link] != next) {
            state[link] = next;
            announce(link);
        }
    }

    private void announce(int link) {
        long rate = generationBitPerSecond(link);
        stores.setGeneration(link, rate);
        moment.record(new ExerciseEvent.LinkChanged(
                plan.links().get(link).link().id(), state[link], rate));
    }

    LinkState stateOf(int link) {
        return state[link];
    }

    /** What the link generates now. */
    long generationBitPerSecond(int link) {
        boolean generates = state[link] == LinkState.UP && paused[link] == 0;
        return generates ? plan.links().get(link).link().rateBitPerSecond() : 0;
    }
}
