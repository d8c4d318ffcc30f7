package breakwater.bench;

import breakwater.queue.WinnerTree;

/** HOLD-10K on the engine's own queue. */
final class HoldOnWinnerTree implements Contestant {

    private static final int EVENTS_PER_ROUND = 2_000_000;

    private final WinnerTree due = new WinnerTree(HoldBenchmark.ENTITIES);
    private final int[] counts = new int[HoldBenchmark.ENTITIES];
    private final long[] states = new long[HoldBenchmark.ENTITIES];
    private long traced;

    HoldOnWinnerTree() {
        for (int entity = 0; entity < HoldBenchmark.ENTITIES; entity++) {
            states[entity] = HoldBenchmark.firstState(entity);
            due.set(entity, HoldBenchmark.delayTicks(states[entity]));
        }
    }

    @Override
    public String proof() {
        run(HoldBenchmark.PROOF_EVENTS);
        return Long.toHexString(traced);
    }

    @Override
    public int rounds() {
        return 30;
    }

    @Override
    public long round(int number) {
        run(EVENTS_PER_ROUND);
        return EVENTS_PER_ROUND;
    }

    private void run(int events) {
        long sum = traced;
        for (int event = 0; event < events; event++) {
            int entity = due.earliestSlot();
            long ticks = due.earliestTimeMicros();
            sum += HoldBenchmark.trace(entity, ++counts[entity], ticks);
            long state = HoldBenchmark.nextState(states[entity]);
            states[entity] = state;
            due.set(entity, ticks + HoldBenchmark.delayTicks(state));
        }
        traced = sum;
    }
}
