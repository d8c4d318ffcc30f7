package breakwater.bench;

import breakwater.draw.Distributions;
import breakwater.draw.KeyedDraws;
import breakwater.queue.WinnerTree;

import java.util.Arrays;

/** AVAIL-NET on the engine's own queue, with keyed draws and a journal. */
final class AvailabilityOnWinnerTree implements Contestant {

    static final int PURPOSE = 1;
    private static final int EVENTS_PER_ROUND = 2_000_000;

    private final AvailabilityModel model = new AvailabilityModel();
    private final ServiceLedger ledger = new ServiceLedger(model);
    private final AvailabilityJournal journal = new AvailabilityJournal();
    private final WinnerTree due = new WinnerTree(AvailabilityModel.LINKS);
    private final boolean[] up = new boolean[AvailabilityModel.LINKS];
    private final int[] failures = new int[AvailabilityModel.LINKS];

    /** How long the next repair of each link takes: drawn together with the time to its failure. */
    private final long[] repairTicks = new long[AvailabilityModel.LINKS];

    private long handled;

    @Override
    public String proof() {
        runFromStart(0, AvailabilityModel.PROOF_EVENTS);
        return ledger.digest();
    }

    @Override
    public int rounds() {
        return 30;
    }

    @Override
    public long round(int number) {
        runFromStart(number, EVENTS_PER_ROUND);
        handled += EVENTS_PER_ROUND;
        return EVENTS_PER_ROUND;
    }

    @Override
    public String complaint() {
        return ledger.complaint(handled);
    }

    /** Each round is a replication with draws of its own. */
    private void runFromStart(int replication, int events) {
        var draws = new KeyedDraws(AvailabilityModel.SEED, replication);
        ledger.startOver();
        Arrays.fill(up, true);
        Arrays.fill(failures, 0);
        for (int link = 0; link < AvailabilityModel.LINKS; link++) {
            due.set(link, drawFailure(draws, link));
        }
        run(draws, events);
    }

    private void run(KeyedDraws draws, int events) {
        for (int event = 0; event < events; event++) {
            int link = due.earliestSlot();
            long ticks = due.earliestTimeMicros();
            boolean fails = up[link];
            up[link] = !fails;
            if (fails) {
                ledger.fail(link, ticks);
                due.set(link, ticks + repairTicks[link]);
            } else {
                ledger.repair(link, ticks);
                due.set(link, ticks + drawFailure(draws, link));
            }
            journal.append(ticks, link, !fails, ledger.outagesBegun());
        }
    }

    /** How long the link stays up; leaves behind how long it will stay down then. */
    private long drawFailure(KeyedDraws draws, int link) {
        draws.select(model.keys[link], PURPOSE, failures[link]++);
        repairTicks[link] =
                Distributions.exponentialMicros(draws.second(), AvailabilityModel.MEAN_DOWN_TICKS);
        return Distributions.exponentialMicros(draws.first(), AvailabilityModel.MEAN_UP_TICKS);
    }
}
