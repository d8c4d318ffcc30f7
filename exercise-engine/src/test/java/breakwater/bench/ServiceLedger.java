package breakwater.bench;

import java.util.Arrays;

/** The service levels of AVAIL-NET: what each service has lost so far. Every contestant keeps the same books. */
final class ServiceLedger {

    private static final int BUCKETS = 32;
    private static final long LIMIT_TICKS = 4 * AvailabilityModel.TICKS_PER_HOUR;

    private final AvailabilityModel model;
    private final int[] linksDown = new int[AvailabilityModel.SERVICES];
    private final long[] downSince = new long[AvailabilityModel.SERVICES];
    private final long[] ticksDown = new long[AvailabilityModel.SERVICES];
    private final int[] outages = new int[AvailabilityModel.SERVICES];
    private final int[] violations = new int[AvailabilityModel.SERVICES];

    /** Durations by powers of two of ticks, {@value #BUCKETS} per service. */
    private final int[] histogram = new int[BUCKETS * AvailabilityModel.SERVICES];

    private long outagesBegun;

    ServiceLedger(AvailabilityModel model) {
        this.model = model;
    }

    /** All services that use the link lose it. */
    void fail(int link, long ticks) {
        for (int i = model.offsets[link]; i < model.offsets[link + 1]; i++) {
            int service = model.users[i];
            if (linksDown[service]++ == 0) {
                downSince[service] = ticks;
                outages[service]++;
                outagesBegun++;
            }
        }
    }

    /** All services that use the link have it back. */
    void repair(int link, long ticks) {
        for (int i = model.offsets[link]; i < model.offsets[link + 1]; i++) {
            int service = model.users[i];
            if (--linksDown[service] == 0) {
                endOutage(service, ticks - downSince[service]);
            }
        }
    }

    private void endOutage(int service, long duration) {
        ticksDown[service] += duration;
        int bucket = Math.min(BUCKETS - 1, Long.SIZE - Long.numberOfLeadingZeros(duration));
        histogram[BUCKETS * service + bucket]++;
        if (duration > LIMIT_TICKS) {
            violations[service]++;
        }
    }

    long outagesBegun() {
        return outagesBegun;
    }

    /** Every link is up again and no outage runs; what was lost stays in the books. */
    void startOver() {
        Arrays.fill(linksDown, 0);
    }

    /** All of the books in one line. */
    String digest() {
        return "outages %d, books %08x"
                .formatted(
                        outagesBegun,
                        Arrays.hashCode(ticksDown)
                                ^ Arrays.hashCode(outages)
                                ^ Arrays.hashCode(violations)
                                ^ Arrays.hashCode(histogram));
    }

    /** Says so if outages are further from theory than chance allows. */
    String complaint(long events) {
        double expected = model.expectedOutagesPerEvent();
        double found = (double) outagesBegun / events;
        boolean close = Math.abs(found / expected - 1) < 0.005;
        return close
                ? ""
                : "expected %.4f outages per event, found %.4f".formatted(expected, found);
    }
}
