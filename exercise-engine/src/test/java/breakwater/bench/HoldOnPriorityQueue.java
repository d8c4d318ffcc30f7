package breakwater.bench;

import java.util.PriorityQueue;

/** HOLD-10K as a textbook has it: a priority queue of the JDK and a new record for every event. */
final class HoldOnPriorityQueue implements Contestant {

    private static final int EVENTS_PER_ROUND = 1_000_000;

    private record Pending(double time, long sequence, Entity entity)
            implements Comparable<Pending> {
        @Override
        public int compareTo(Pending other) {
            int byTime = Double.compare(time, other.time);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    private static final class Entity {
        private final int number;
        private long state;
        private int count;

        Entity(int number) {
            this.number = number;
            state = HoldBenchmark.firstState(number);
        }
    }

    private final PriorityQueue<Pending> queue = new PriorityQueue<>();
    private long sequence;
    private long traced;

    HoldOnPriorityQueue() {
        for (int number = 0; number < HoldBenchmark.ENTITIES; number++) {
            var entity = new Entity(number);
            queue.add(new Pending(HoldBenchmark.delayTicks(entity.state), sequence++, entity));
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
        for (int event = 0; event < events; event++) {
            Pending next = queue.remove();
            Entity entity = next.entity;
            traced += HoldBenchmark.trace(entity.number, ++entity.count, (long) next.time);
            entity.state = HoldBenchmark.nextState(entity.state);
            double time = next.time + HoldBenchmark.delayTicks(entity.state);
            queue.add(new Pending(time, sequence++, entity));
        }
    }
}
