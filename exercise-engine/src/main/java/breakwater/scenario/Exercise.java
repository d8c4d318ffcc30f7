package breakwater.scenario;

import breakwater.network.Network;

import java.util.List;

/**
 * Everything that fixes a drill, except the seed and what responders do.
 *
 * @param name the folder's name
 * @param hash SHA-256 in hex over the files it was read from, by the reader; names the exercise in the log
 * @param horizonMicros EndEx, 1 s to 100 days
 * @param signallingLatencyMicros how long an envelope travels between domains and the least time a responder needs;
 *     at least 1 ms
 * @param response who answers besides the default policy
 * @param agreements who lends what to whom
 * @param seed the seed when none is given on the command line
 */
public record Exercise(
        String name,
        String title,
        String synopsis,
        String hash,
        long horizonMicros,
        long signallingLatencyMicros,
        long seed,
        Network network,
        Scenario scenario,
        Response response,
        List<Agreement> agreements) {

    /** 5 s, as between operation centres. */
    public static final long SIGNALLING_LATENCY_DEFAULT_MICROS = 5_000_000;

    /**
     * A drill with more log entries than this is given up. Scores and report hold the whole log; with so many it fits
     * into a heap of 1 GiB. The largest shipped drill has some 13,000.
     */
    public static final long LOG_ENTRIES_MAX = 5_000_000;

    public Exercise {
        agreements = List.copyOf(agreements);
        if (horizonMicros < 1_000_000 || signallingLatencyMicros < 1_000) {
            throw new IllegalArgumentException(
                    "The horizonMicros (%d) must be at least 1000000 and the signallingLatencyMicros (%d) at least 1000."
                            .formatted(horizonMicros, signallingLatencyMicros));
        }
    }

    /** The same exercise, answered by others. */
    public Exercise answeredBy(Response other) {
        return with(other, agreements);
    }

    /** The same exercise, but nobody has agreed to lend anything. */
    public Exercise withoutAid() {
        return with(response, List.of());
    }

    private Exercise with(Response others, List<Agreement> agreed) {
        return new Exercise(
                name,
                title,
                synopsis,
                hash,
                horizonMicros,
                signallingLatencyMicros,
                seed,
                network,
                scenario,
                others,
                agreed);
    }
}
