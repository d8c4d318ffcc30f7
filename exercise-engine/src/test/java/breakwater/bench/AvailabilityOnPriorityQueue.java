package breakwater.bench;

import java.util.PriorityQueue;

/** AVAIL-NET as a textbook has it: a priority queue of the JDK and a new record for every event. */
final class AvailabilityOnPriorityQueue implements Contestant {

    private static final int EVENTS_PER_ROUND = 1_000_000;

    private record Pending(double time, long sequence, Link link) implements Comparable<Pending> {
        @Override
        public int compareTo(Pending other) {
            int byTime = Double.compare(time, other.time);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    private static final class Link {
        private final int number;
        private boolean up = true;
        private int failures;

        Link(int number) {
            this.number = number;
        }
    }

    private final AvailabilityModel model = new AvailabilityModel();
    private final ServiceLedger ledger = new ServiceLedger(model);
    private final PriorityQueue<Pending> queue = new PriorityQueue<>();
    private AvailabilityDraws draws = AvailabilityDraws.fast();
    private long sequence;
    private long handled;

    @Override
    public String proof() {
        draws = AvailabilityDraws.keyed(model);
        runFromStart(AvailabilityModel.PROOF_EVENTS);
        return ledger.digest();
    }

    @Override
    public int rounds() {
        return 30;
    }

    @Override
    public long round(int number) {
        if (number == 0) {
            runFromStart(EVENTS_PER_ROUND);
        } else {
            run(EVENTS_PER_ROUND);
        }
        handled += EVENTS_PER_ROUND;
        return EVENTS_PER_ROUND;
    }

    @Override
    public String complaint() {
        return ledger.complaint(handled);
    }

    private void runFromStart(int events) {
        for (int number = 0; number < AvailabilityModel.LINKS; number++) {
            queue.add(new Pending(draws.upTicks(number, 0), sequence++, new Link(number)));
        }
        run(events);
    }

    private void run(int events) {
        for (int event = 0; event < events; event++) {
            Pending next = queue.remove();
            Link link = next.link;
            long ticks = (long) next.time;
            long delay;
            if (link.up) {
                ledger.fail(link.number, ticks);
                delay = draws.downTicks(link.number, link.failures);
                link.failures++;
            } else {
                ledger.repair(link.number, ticks);
                delay = draws.upTicks(link.number, link.failures);
            }
            link.up = !link.up;
            queue.add(new Pending(next.time + delay, sequence++, link));
        }
    }
}
