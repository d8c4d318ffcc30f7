package breakwater.scoring;

import breakwater.network.DomainId;
import breakwater.network.ServiceState;

import java.util.Arrays;
import java.util.List;

/** One service while its drill is played: what it carries, as {@link ServiceTrace} has it, and how long it starved. */
final class LiveService {

    private final RateSteps steps;
    private final AdaptedTime adapted = new AdaptedTime();
    private List<DomainId> domains = List.of();
    private int route = -1;
    private long rate;

    /** Segments heard of: a route has at most three, each of a few domains, so a search beats a map. */
    private DomainId[] segmentDomains = new DomainId[2];

    private int[] segmentRoutes = new int[2];
    private long[] segmentRates = new long[2];
    private int segments;

    private ServiceState state = ServiceState.OK;
    private long starvedSince;
    private long starvedMicros;

    /** Before its drill begins. */
    LiveService(long agreedDemand) {
        steps = new RateSteps(agreedDemand);
    }

    RateSteps steps() {
        return steps;
    }

    ServiceState state() {
        return state;
    }

    void routeChosen(long time, int chosen, List<DomainId> crossed) {
        route = chosen;
        domains = crossed;
        update(time);
    }

    void segmentChanged(long time, DomainId domain, int onRoute, long segmentRate) {
        int at = indexOf(domain, onRoute);
        if (at == segments) {
            append(domain, onRoute);
        }
        segmentRates[at] = segmentRate;
        if (onRoute == route) {
            update(time);
        }
    }

    private int indexOf(DomainId domain, int onRoute) {
        int at = 0;
        while (at < segments
                && !(segmentRoutes[at] == onRoute && segmentDomains[at].equals(domain))) {
            at++;
        }
        return at;
    }

    private void append(DomainId domain, int onRoute) {
        if (segments == segmentRoutes.length) {
            segmentDomains = Arrays.copyOf(segmentDomains, 2 * segments);
            segmentRoutes = Arrays.copyOf(segmentRoutes, 2 * segments);
            segmentRates = Arrays.copyOf(segmentRates, 2 * segments);
        }
        segmentDomains[segments] = domain;
        segmentRoutes[segments++] = onRoute;
    }

    private void update(long time) {
        long least = domains.isEmpty() ? 0 : Long.MAX_VALUE;
        for (DomainId domain : domains) {
            int at = indexOf(domain, route);
            least = Math.min(least, at == segments ? 0 : segmentRates[at]);
        }
        if (least != rate) {
            rate = least;
            steps.setRate(time, least, null);
        }
    }

    void stateChanged(long time, ServiceState next) {
        if (state == ServiceState.STARVED) {
            starvedMicros += time - starvedSince;
        }
        starvedSince = time;
        state = next;
    }

    /** Time in STARVED when the window ends at {@code end}. */
    long starvedMicros(long end) {
        return state == ServiceState.STARVED ? starvedMicros + end - starvedSince : starvedMicros;
    }

    /** Demands this rate from now on; {@code differs} from what was agreed, in that or in its suite. */
    void adapted(long time, long demand, boolean differs, long windowEnd) {
        steps.setDemand(time, demand, null);
        adapted.set(Math.min(time, windowEnd), differs);
    }

    /** Time on something else than agreed, when the window ends at {@code end}. */
    long adaptedMicros(long end) {
        return adapted.micros(end);
    }

    /** Whether its rate never fell short of its demand. */
    boolean neverShort() {
        for (int step = 0; step < steps.size(); step++) {
            if (steps.rate(step) < steps.demand(step)) {
                return false;
            }
        }
        return true;
    }
}
