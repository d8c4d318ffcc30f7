package breakwater.engine;

import breakwater.engine.plan.DomainPlan;
import breakwater.engine.plan.StoreMarks;
import breakwater.exercise.BitCount;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.LogEntry;
import breakwater.exercise.MutualAid;
import breakwater.exercise.SimTime;
import breakwater.network.StoreState;

import java.util.Arrays;

/**
 * The key stores of a domain's links as fluids in whole micro-bits.
 *
 * <p>A level changes at generation minus consumption, both whole bit/s, so it is exact at every microsecond and the
 * next crossing of a mark is one division. Initial + generated = stored + consumed + wasted + voided holds to the last
 * unit. A store counts as exhausted when it cannot supply one more microsecond, so no level is ever negative. Being
 * full needs no event: what does not fit is booked as wasted when the store is next looked at.
 */
final class KeyStores {

    private static final long MICRO = SimTime.MICROS_PER_SECOND;

    /** 2.8 h: at the largest rate no product of rate and step exceeds 1e18, far from overflow. */
    private static final long STEP_MAX_MICROS = 10_000_000_000L;

    /** Totals above this are moved to whole bits. */
    private static final long SPILL_MICRO_BIT = 1_000_000_000_000_000_000L;

    private final DomainPlan plan;
    private final Moment moment;
    private final Timers timers;

    private final long[] level;
    private final long[] capacity;
    private final long[] lowMark;
    private final long[] highMark;
    private final long[] restartMark;
    private final long[] nominal;
    private final long[] generation;
    private final long[] consumption;
    private final long[] since;
    private final StoreState[] state;

    /** The inject its course goes back to: what last made it worse while the link generated. */
    private final String[] causes;

    private final Ledger generated;
    private final Ledger consumed;
    private final Ledger wasted;
    private final Ledger voided;

    private final int[] dirty;
    private final boolean[] isDirty;
    private int dirtyCount;

    KeyStores(DomainPlan plan, Moment moment, Timers timers) {
        this.plan = plan;
        this.moment = moment;
        this.timers = timers;
        int count = plan.links().size();
        StoreMarks marks = plan.stores();
        level = marks.initial().clone();
        capacity = marks.capacity();
        lowMark = marks.low();
        highMark = marks.high();
        restartMark = marks.restart();
        nominal = marks.nominalBitPerSecond();
        generation = nominal.clone();
        consumption = new long[count];
        since = new long[count];
        state = new StoreState[count];
        causes = new String[count];
        Arrays.fill(causes, LogEntry.NO_CAUSE);
        generated = new Ledger(count);
        consumed = new Ledger(count);
        wasted = new Ledger(count);
        voided = new Ledger(count);
        dirty = new int[count];
        isDirty = new boolean[count];
        for (int link = 0; link < count; link++) {
            state[link] = level[link] < lowMark[link] ? StoreState.LOW : StoreState.NORMAL;
            markDirty(link);
        }
    }

    void setGeneration(int link, long rateBitPerSecond) {
        if (generation[link] != rateBitPerSecond) {
            advance(link, moment.now);
            if (rateBitPerSecond < generation[link]) {
                causes[link] = moment.cause;
            }
            generation[link] = rateBitPerSecond;
            markDirty(link);
        }
    }

    void addConsumption(int link, long deltaBitPerSecond) {
        advance(link, moment.now);
        if (deltaBitPerSecond > 0 && !isHindered(link)) {
            causes[link] = moment.cause;
        }
        consumption[link] += deltaBitPerSecond;
        markDirty(link);
    }

    private void markDirty(int link) {
        if (!isDirty[link]) {
            isDirty[link] = true;
            dirty[dirtyCount++] = link;
        }
    }

    /** Whether less comes in than the link makes when all is well. */
    boolean isHindered(int link) {
        return generation[link] < nominal[link];
    }

    /** The inject that what becomes of a store goes back to. */
    String causeOf(int link) {
        return causes[link];
    }

    /**
     * All key of a store becomes unusable at once. It serves again from its restart mark on, whether or not anybody
     * was taking key from it.
     *
     * @return whether it became exhausted
     */
    boolean voidAll(int link) {
        advance(link, moment.now);
        long amount = level[link];
        voided.add(link, amount);
        causes[link] = moment.cause;
        level[link] = 0;
        moment.record(new ExerciseEvent.StoreVoided(idOf(link), BitCount.ofMicroBits(amount)));
        return enter(link, StoreState.EXHAUSTED);
    }

    /** Key from elsewhere comes in, as much as there is room for; to be judged afterwards. Returns whole bits. */
    long lend(int link, long bits) {
        advance(link, moment.now);
        long taken = Math.min(bits, (capacity[link] - level[link]) / MICRO);
        level[link] += taken * MICRO;
        markDirty(link);
        if (taken > 0) {
            moment.record(new MutualAid.KeyLent(idOf(link), taken));
        }
        return taken;
    }

    /** Key goes out, as much as is there above the upper mark. Returns whole bits. */
    long payBack(int link, long bits) {
        advance(link, moment.now);
        long paid = Math.min(bits, Math.max(0, level[link] - highMark[link]) / MICRO);
        level[link] -= paid * MICRO;
        markDirty(link);
        if (paid > 0) {
            moment.record(new MutualAid.KeyPaidBack(idOf(link), paid));
        }
        return paid;
    }

    boolean isExhausted(int link) {
        return state[link] == StoreState.EXHAUSTED;
    }

    StoreState stateOf(int link) {
        return state[link];
    }

    long consumptionBitPerSecond(int link) {
        return consumption[link];
    }

    /** Level at a time not before the last event, in micro-bits; changes nothing. */
    long levelAt(int link, long timeMicros) {
        long now = level[link];
        long left = timeMicros - since[link];
        while (left > 0) {
            long step = Math.min(left, STEP_MAX_MICROS);
            now = Math.min(capacity[link], now + (generation[link] - consumption[link]) * step);
            left -= step;
        }
        return now;
    }

    /**
     * Judges a store whose timer is due, or which changed at once.
     *
     * @return whether it became exhausted, or stopped being so
     */
    boolean judge(int link) {
        advance(link, moment.now);
        return enter(link, judged(link));
    }

    private boolean enter(int link, StoreState next) {
        StoreState before = state[link];
        state[link] = next;
        markDirty(link);
        if (next == before) {
            return false;
        }
        moment.record(new ExerciseEvent.StoreChanged(
                idOf(link), state[link], BitCount.ofMicroBits(level[link])));
        return before == StoreState.EXHAUSTED || state[link] == StoreState.EXHAUSTED;
    }

    private StoreState judged(int link) {
        long net = generation[link] - consumption[link];
        boolean empty = net < 0 && level[link] < -net;
        if (state[link] == StoreState.EXHAUSTED) {
            if (level[link] < restartMark[link]) {
                return StoreState.EXHAUSTED;
            }
            return level[link] < lowMark[link] ? StoreState.LOW : StoreState.NORMAL;
        }
        if (empty) {
            return StoreState.EXHAUSTED;
        }
        if (state[link] == StoreState.LOW) {
            return level[link] >= highMark[link] ? StoreState.NORMAL : StoreState.LOW;
        }
        return level[link] < lowMark[link] ? StoreState.LOW : StoreState.NORMAL;
    }

    /** Sets the timers of all stores whose course changed. */
    void settle() {
        for (int i = 0; i < dirtyCount; i++) {
            int link = dirty[i];
            isDirty[link] = false;
            long wait = waitMicros(link);
            timers.set(
                    Timers.Kind.STORE,
                    link,
                    wait == SimTime.NEVER ? SimTime.NEVER : since[link] + wait);
        }
        dirtyCount = 0;
    }

    /** From the time of the last look to the next crossing of a mark. */
    private long waitMicros(int link) {
        long net = generation[link] - consumption[link];
        if (net < 0) {
            long untilEmpty = level[link] / -net;
            boolean watchesLow = state[link] == StoreState.NORMAL && lowMark[link] > 0;
            long untilLow = watchesLow
                    ? Math.max(0, (level[link] - lowMark[link]) / -net + 1)
                    : SimTime.NEVER;
            return state[link] == StoreState.EXHAUSTED
                    ? SimTime.NEVER
                    : Math.min(untilEmpty, untilLow);
        }
        long mark = switch (state[link]) {
            case EXHAUSTED -> restartMark[link];
            case LOW -> highMark[link];
            case NORMAL -> SimTime.NEVER;
        };
        if (net == 0 || mark == SimTime.NEVER) {
            return level[link] >= mark ? 0 : SimTime.NEVER;
        }
        return Math.max(0, Math.floorDiv(mark - level[link] + net - 1, net));
    }

    private void advance(int link, long timeMicros) {
        long left = timeMicros - since[link];
        while (left > 0) {
            long step = Math.min(left, STEP_MAX_MICROS);
            flow(link, step);
            left -= step;
        }
        since[link] = timeMicros;
    }

    private void flow(int link, long micros) {
        long in = generation[link] * micros;
        long out = consumption[link] * micros;
        long next = level[link] + in - out;
        if (next > capacity[link]) {
            wasted.add(link, next - capacity[link]);
            next = capacity[link];
        }
        level[link] = next;
        generated.add(link, in);
        consumed.add(link, out);
    }

    /** EndEx accounts, one event per store. */
    void close() {
        moment.expect(level.length);
        for (int link = 0; link < level.length; link++) {
            advance(link, moment.now);
            moment.record(new ExerciseEvent.StoreClosed(
                    idOf(link),
                    new BitCount(plan.links().get(link).link().store().initialBit(), 0),
                    generated.total(link),
                    consumed.total(link),
                    wasted.total(link),
                    voided.total(link),
                    BitCount.ofMicroBits(level[link])));
        }
    }

    private breakwater.network.LinkId idOf(int link) {
        return plan.links().get(link).link().id();
    }

    /** Cumulative micro-bits per store, as whole bits and a remainder so that a year of them fits. */
    private static final class Ledger {
        private final long[] bits;
        private final long[] microBits;

        Ledger(int count) {
            bits = new long[count];
            microBits = new long[count];
        }

        void add(int link, long amount) {
            long sum = microBits[link] + amount;
            if (sum >= SPILL_MICRO_BIT) {
                bits[link] += sum / MICRO;
                sum %= MICRO;
            }
            microBits[link] = sum;
        }

        BitCount total(int link) {
            return new BitCount(bits[link], 0).plus(BitCount.ofMicroBits(microBits[link]));
        }
    }
}
