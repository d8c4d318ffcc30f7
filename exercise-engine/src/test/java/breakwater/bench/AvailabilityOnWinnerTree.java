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

    /** How long each link will stay up after its next repair, drawn ahead so that the queue does not wait for it. */
    private final long[] upTicks = new long[AvailabilityModel.LINKS];

    /** How long the coming repair of each link takes, and the one after: drawn with the time to that failure. */
    private final long[] repairTicks = new long[AvailabilityModel.LINKS];

    private final long[] laterRepairTicks = new long[AvailabilityModel.LINKS];

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
            drawAhead(draws, link);
            due.set(link, upTicks[link]);
            drawAhead(draws, link);
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
                due.set(link, ticks + repairTicks[link]);
                ledger.fail(link, ticks);
            } else {
                due.set(link, ticks + upTicks[link]);
                ledger.repair(link, ticks);
                drawAhead(draws, link);
            }
            journal.append(ticks, link, !fails, ledger.outagesBegun());
        }
    }

    /** Draws the failure after the next: from one block how long the link stays up before it, and down after it. */
    private void drawAhead(KeyedDraws draws, int link) {
        draws.select(model.keys[link], PURPOSE, failures[link]++);
        repairTicks[link] = laterRepairTicks[link];
        laterRepairTicks[link] =
                Distributions.exponentialMicros(draws.second(), AvailabilityModel.MEAN_DOWN_TICKS);
        upTicks[link] =
                Distributions.exponentialMicros(draws.first(), AvailabilityModel.MEAN_UP_TICKS);
    }
}
