package breakwater.bench;

import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.EventList;

/** AVAIL-NET on SSJ: one event object per link that schedules itself again. */
final class AvailabilityOnSsj implements Contestant {

    private static final int EVENTS_PER_ROUND = 300_000;

    private final AvailabilityModel model = new AvailabilityModel();
    private final ServiceLedger ledger = new ServiceLedger(model);
    private final Simulator simulator;
    private AvailabilityDraws draws = AvailabilityDraws.fast();
    private long handled;
    private int left;

    AvailabilityOnSsj(EventList list) {
        simulator = new Simulator(list);
    }

    private final class Link extends Event {
        private final int number;
        private boolean up = true;
        private int failures;

        Link(int number) {
            super(simulator);
            this.number = number;
        }

        @Override
        public void actions() {
            long ticks = (long) simulator.time();
            if (up) {
                ledger.fail(number, ticks);
                schedule((double) draws.downTicks(number, failures));
                failures++;
            } else {
                ledger.repair(number, ticks);
                schedule((double) draws.upTicks(number, failures));
            }
            up = !up;
            if (--left == 0) {
                simulator.stop();
            }
        }
    }

    @Override
    public String proof() {
        draws = AvailabilityDraws.keyed(model);
        runFromStart(AvailabilityModel.PROOF_EVENTS);
        return ledger.digest();
    }

    @Override
    public int rounds() {
        return 24;
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
        simulator.init();
        for (int link = 0; link < AvailabilityModel.LINKS; link++) {
            new Link(link).schedule((double) draws.upTicks(link, 0));
        }
        run(events);
    }

    private void run(int events) {
        left = events;
        simulator.start();
    }
}
