package breakwater.bench;

import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.EventList;

/** HOLD-10K on SSJ: one event object per entity that schedules itself again. Ticks are whole numbers in its doubles. */
final class HoldOnSsj implements Contestant {

    private static final int EVENTS_PER_ROUND = 300_000;

    private final Simulator simulator;
    private long traced;
    private int left;

    HoldOnSsj(EventList list) {
        simulator = new Simulator(list);
        simulator.init();
        for (int entity = 0; entity < HoldBenchmark.ENTITIES; entity++) {
            var first = new Entity(entity);
            first.schedule((double) HoldBenchmark.delayTicks(first.state));
        }
    }

    private final class Entity extends Event {
        private final int number;
        private long state;
        private int count;

        Entity(int number) {
            super(simulator);
            this.number = number;
            state = HoldBenchmark.firstState(number);
        }

        @Override
        public void actions() {
            traced += HoldBenchmark.trace(number, ++count, (long) simulator.time());
            state = HoldBenchmark.nextState(state);
            schedule((double) HoldBenchmark.delayTicks(state));
            if (--left == 0) {
                simulator.stop();
            }
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
        left = events;
        simulator.start();
    }
}
