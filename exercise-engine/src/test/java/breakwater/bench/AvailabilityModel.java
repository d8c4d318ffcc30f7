package breakwater.bench;

import breakwater.draw.EntityKey;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What AVAIL-NET consists of: which services use which links, and how long links stay up and down.
 *
 * <p>The tick is a millisecond, so that a round of 2 million events, 115 years, fits the 43 bits of the winner tree.
 */
final class AvailabilityModel {

    static final int LINKS = 1_000;
    static final int SERVICES = 500;
    static final int LINKS_PER_SERVICE = 6;
    static final long TICKS_PER_HOUR = 3_600_000;
    static final long MEAN_UP_TICKS = 1_000 * TICKS_PER_HOUR;
    static final long MEAN_DOWN_TICKS = 8 * TICKS_PER_HOUR;
    static final long SEED = 42;

    /** So many events, that a mistake in the order would show. */
    static final int PROOF_EVENTS = 200_000;

    /** Link e carries the services users[offsets[e]] to users[offsets[e + 1] - 1]. */
    final int[] offsets = new int[LINKS + 1];

    final int[] users = new int[SERVICES * LINKS_PER_SERVICE];

    /** The address of each link's draws. */
    final long[] keys = new long[LINKS];

    AvailabilityModel() {
        int[] links = new SplittableRandom(SEED).ints(users.length, 0, LINKS).toArray();
        for (int link : links) {
            offsets[link + 1]++;
        }
        Arrays.parallelPrefix(offsets, Integer::sum);
        int[] next = Arrays.copyOf(offsets, LINKS);
        for (int i = 0; i < links.length; i++) {
            users[next[links[i]]++] = i / LINKS_PER_SERVICE;
        }
        Arrays.setAll(keys, link -> EntityKey.of("link-" + link));
    }

    /**
     * How many outages of services begin per event in the long run. A failure of one of a service's links begins an
     * outage if its other links are up; half of all events are failures, spread evenly over the links.
     */
    double expectedOutagesPerEvent() {
        double up = (double) MEAN_UP_TICKS / (MEAN_UP_TICKS + MEAN_DOWN_TICKS);
        int[] distinctLinks = new int[SERVICES];
        for (int link = 0; link < LINKS; link++) {
            int last = -1;
            for (int i = offsets[link]; i < offsets[link + 1]; i++) {
                // A service that names a link twice stands there twice in a row.
                distinctLinks[users[i]] += users[i] == last ? 0 : 1;
                last = users[i];
            }
        }
        double perFailure = 0;
        for (int distinct : distinctLinks) {
            perFailure += distinct * Math.pow(up, distinct - 1) / LINKS;
        }
        return perFailure / 2;
    }
}
