package breakwater.graph;

import breakwater.queue.WinnerTree;

import java.util.Arrays;

/**
 * Shares the rates of links among services: strict priority between classes, progressive filling within a class.
 *
 * <p>Class by class, in order, all services of the class rise together, one bit/s per level, each on its first path
 * with room. A service that reaches its demand stops. When a link is full, the services on it keep what they have there
 * and go on rising on their next path with room on every link, or stop. Between two such events nothing changes, so the
 * next event is computed, never searched for. The scheme is that of bandwidth functions over ordered tunnels in
 * Google's B4 (Jain et al., SIGCOMM '13, DOI 10.1145/2486001.2486019, section 5). It is fast and close to the optimum,
 * not equal to it: a service never gives up an early path to make room for another.
 *
 * <p><b>Whole bits.</b> Levels are whole bit/s. A link with the remaining rate r under n rising services is full when r
 * / n, rounded down, is used up; the rest, less than n bit/s, stays unused in this class and is offered to the next. A
 * service enters a link only if the link can carry one more bit/s for each service on it. So no link is ever
 * overbooked, and the same input gives the same allocation, bit for bit.
 *
 * <p>Nothing is allocated after construction. Not thread-safe.
 */
public final class StrictFill {

    /** The largest capacity or demand, about 8.8 Tbit/s. */
    public static final long MAX_RATE_BIT_PER_SECOND = WinnerTree.LATEST_TIME_MICROS;

    private static final int NO_PATH = -1;

    private final CandidatePaths paths;
    private final int services;
    private final int links;

    /** What happens at which level: slots of services first (demand reached), then those of links (full). */
    private final WinnerTree events;

    private final long[] flows;

    // Per service, while its class is filled: the path it rises on, and the level at which it got
    // there.
    private final int[] currentPaths;
    private final long[] startLevels;
    private int rising;

    // Per link: what is left at level sinceLevels[link], and how many services rise on it from
    // there.
    private final long[] remaining;
    private final long[] sinceLevels;
    private final int[] risers;
    private final boolean[] full;

    /**
     * A workspace for these services and paths; nothing is allocated yet.
     *
     * @throws IllegalArgumentException if there are none, or more than {@value WinnerTree#MAX_SLOTS} services and links
     */
    public StrictFill(CandidatePaths paths) {
        this.paths = paths;
        services = paths.serviceCount();
        links = paths.linkCount();
        events = new WinnerTree(services + links);
        flows = new long[paths.pathCount()];
        currentPaths = new int[services];
        Arrays.fill(currentPaths, NO_PATH);
        startLevels = new long[services];
        remaining = new long[links];
        sinceLevels = new long[links];
        risers = new int[links];
        full = new boolean[links];
    }

    /**
     * Fills all classes anew.
     *
     * @param capacityBitPerSecond per link, 0 to {@link #MAX_RATE_BIT_PER_SECOND}; both directions share it
     * @param demandBitPerSecond per service, in the same range
     * @param usable per path: whether a service may take it
     * @throws IllegalArgumentException if a rate is out of range
     */
    public void solve(long[] capacityBitPerSecond, long[] demandBitPerSecond, boolean[] usable) {
        checkRates(capacityBitPerSecond, links, "capacity of link");
        checkRates(demandBitPerSecond, services, "demand of service");
        if (usable.length != flows.length) {
            throw new IllegalArgumentException(
                    "The number of usable flags (%d) must be that of the paths (%d)."
                            .formatted(usable.length, flows.length));
        }
        System.arraycopy(capacityBitPerSecond, 0, remaining, 0, links);
        Arrays.fill(flows, 0);
        int service = 0;
        while (service < services) {
            int end = service + 1;
            while (end < services && paths.classOf(end) == paths.classOf(service)) {
                end++;
            }
            fillClass(service, end, demandBitPerSecond, usable);
            service = end;
        }
    }

    /** The rate that runs over {@code path}. */
    public long flowBitPerSecond(int path) {
        return flows[path];
    }

    /** The rate of {@code service} over all its paths. */
    public long rateBitPerSecond(int service) {
        long sum = 0;
        for (int path = paths.firstPath(service); path < paths.pathEnd(service); path++) {
            sum += flows[path];
        }
        return sum;
    }

    /** What no service uses of the capacity of {@code link}. */
    public long remainingBitPerSecond(int link) {
        return remaining[link];
    }

    /** Fills one class: the services from {@code first} to {@code end} - 1. */
    private void fillClass(int first, int end, long[] demandBitPerSecond, boolean[] usable) {
        events.clear();
        Arrays.fill(sinceLevels, 0);
        Arrays.fill(full, false);
        rising = 0;
        for (int service = first; service < end; service++) {
            int path = demandBitPerSecond[service] == 0
                    ? NO_PATH
                    : pathWithRoom(service, paths.firstPath(service), 0, usable);
            if (path != NO_PATH) {
                rising++;
                enter(service, path, 0);
                events.set(service, demandBitPerSecond[service]);
            }
        }
        for (int link = 0; link < links; link++) {
            if (risers[link] > 0) {
                events.set(services + link, remaining[link] / risers[link]);
            }
        }
        while (rising > 0) {
            long level = events.earliestTimeMicros();
            int slot = events.earliestSlot();
            if (slot < services) {
                leave(slot, level);
                stop(slot);
            } else {
                reachLink(slot - services, level, usable);
            }
        }
    }

    /**
     * Looks at a link whose level has come up. Levels are not moved when a service leaves a link, only when one enters,
     * so the link may have room still; then its true level is noted.
     */
    private void reachLink(int link, long level, boolean[] usable) {
        if (risers[link] == 0) {
            events.cancel(services + link);
            return;
        }
        long fullLevel = sinceLevels[link] + remaining[link] / risers[link];
        if (fullLevel > level) {
            events.set(services + link, fullLevel);
            return;
        }
        full[link] = true;
        events.cancel(services + link);
        for (int i = paths.userOffsets[link]; i < paths.userOffsets[link + 1]; i++) {
            int path = paths.users[i];
            int service = paths.serviceOf(path);
            if (currentPaths[service] == path) {
                moveOn(service, level, usable);
            }
        }
    }

    private void moveOn(int service, long level, boolean[] usable) {
        int next = currentPaths[service] + 1;
        leave(service, level);
        int path = pathWithRoom(service, next, level, usable);
        if (path == NO_PATH) {
            stop(service);
        } else {
            enter(service, path, level);
            updateLevels(path, level);
        }
    }

    private void stop(int service) {
        currentPaths[service] = NO_PATH;
        events.cancel(service);
        rising--;
    }

    private int pathWithRoom(int service, int fromPath, long level, boolean[] usable) {
        int end = paths.pathEnd(service);
        for (int path = fromPath; path < end; path++) {
            if (usable[path] && hasRoom(path, level)) {
                return path;
            }
        }
        return NO_PATH;
    }

    private boolean hasRoom(int path, long level) {
        for (int i = paths.linkOffsets[path]; i < paths.linkOffsets[path + 1]; i++) {
            int link = paths.links[i];
            long left = remaining[link] - risers[link] * (level - sinceLevels[link]);
            if (full[link] || left <= risers[link]) {
                return false;
            }
        }
        return true;
    }

    private void enter(int service, int path, long level) {
        currentPaths[service] = path;
        startLevels[service] = level;
        for (int i = paths.linkOffsets[path]; i < paths.linkOffsets[path + 1]; i++) {
            int link = paths.links[i];
            settle(link, level);
            risers[link]++;
        }
    }

    private void leave(int service, long level) {
        int path = currentPaths[service];
        flows[path] = level - startLevels[service];
        for (int i = paths.linkOffsets[path]; i < paths.linkOffsets[path + 1]; i++) {
            int link = paths.links[i];
            settle(link, level);
            risers[link]--;
        }
    }

    /** A service more fills a link sooner, so its level must be brought forward at once. */
    private void updateLevels(int path, long level) {
        for (int i = paths.linkOffsets[path]; i < paths.linkOffsets[path + 1]; i++) {
            int link = paths.links[i];
            events.set(services + link, level + remaining[link] / risers[link]);
        }
    }

    private void settle(int link, long level) {
        remaining[link] -= risers[link] * (level - sinceLevels[link]);
        sinceLevels[link] = level;
    }

    private static void checkRates(long[] rates, int count, String what) {
        if (rates.length != count) {
            throw new IllegalArgumentException("The number (%d) of values for the %s must be (%d)."
                    .formatted(rates.length, what, count));
        }
        for (int i = 0; i < count; i++) {
            if (rates[i] < 0 || rates[i] > MAX_RATE_BIT_PER_SECOND) {
                throw new IllegalArgumentException("The %s (%d) is (%d) bit/s; it must be 0 to %d."
                        .formatted(what, i, rates[i], MAX_RATE_BIT_PER_SECOND));
            }
        }
    }
}
