package breakwater.engine;

import breakwater.engine.plan.DomainPlan;
import breakwater.engine.plan.DomainPlan.HomeRoute;
import breakwater.engine.plan.DomainPlan.HomeService;
import breakwater.exercise.Countermeasure;
import breakwater.exercise.DomainState;
import breakwater.exercise.Envelope;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.SimTime;
import breakwater.network.CipherSuite;
import breakwater.network.DomainId;
import breakwater.network.Service;
import breakwater.network.ServiceId;
import breakwater.network.ServiceState;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The services at home in a domain, as it knows them: their end-to-end rate is the least of the offers along the route,
 * of which those from other domains are one signalling latency old. Chooses among routes and keeps the grace of old
 * key.
 */
final class HomeServices {

    private static final int NO_ROUTE = -1;
    private static final long KEY_FLOWS = -1;

    /** What a service with one-time pad falls back to: a fresh key a minute, an assumption. */
    private static final CipherSuite.Aes256 FALLBACK = new CipherSuite.Aes256(60, 1);

    /** A year. */
    static final long REKEY_SECONDS_MAX = 366L * 24 * 3600;

    /** A service that changed its route keeps it this long, so that two half-good routes do not flap. */
    private static final long ROUTE_HOLD_MICROS = SimTime.ofSeconds(60);

    private final DomainPlan plan;
    private final Moment moment;
    private final Timers timers;
    private final Segments segments;

    private final int[] current;
    private final boolean[] held;
    private final long[] rate;
    private final ServiceState[] state;
    private final CipherSuite[] suite;
    private final long[] demand;
    /** When the last new key came, by service; {@link #KEY_FLOWS} while it comes. */
    private final long[] keylessSince;

    /** Offers by service, route and position in {@link HomeRoute#others}. */
    private final long[][][] offers;

    HomeServices(DomainPlan plan, Moment moment, Timers timers, Segments segments) {
        this.plan = plan;
        this.moment = moment;
        this.timers = timers;
        this.segments = segments;
        int count = plan.homeServices().size();
        current = new int[count];
        held = new boolean[count];
        rate = new long[count];
        state = new ServiceState[count];
        Arrays.fill(state, ServiceState.OK);
        suite = new CipherSuite[count];
        demand = new long[count];
        keylessSince = new long[count];
        Arrays.fill(keylessSince, KEY_FLOWS);
        offers = new long[count][][];
        for (int home = 0; home < count; home++) {
            HomeService service = plan.homeServices().get(home);
            suite[home] = definition(home).suite();
            demand[home] = service.demandBitPerSecond();
            rate[home] = demand[home];
            current[home] = service.routes().isEmpty() ? NO_ROUTE : 0;
            offers[home] = new long[service.routes().size()][];
            for (int route = 0; route < service.routes().size(); route++) {
                offers[home][route] =
                        new long[service.routes().get(route).others().size()];
                Arrays.fill(offers[home][route], demand[home]);
            }
        }
    }

    /** Names the first route of every service, at StartEx. */
    void announce() {
        for (int home = 0; home < current.length; home++) {
            if (current[home] == NO_ROUTE) {
                moment.record(new ExerciseEvent.RouteChosen(
                        definition(home).id(), 0, List.of(plan.id())));
                judge(home, 0);
            } else {
                recordRoute(home);
            }
        }
    }

    /** The own segment of a service offers something else now. */
    void ownOfferChanged(int segment) {
        reconsider(plan.segmentIndex().getHomeOfSegment(segment));
    }

    /** A domain on the way offers something else now. */
    void offerArrived(DomainId from, Envelope.Content.SegmentOffer offer) {
        int home = plan.segmentIndex().getHome(plan.topology().getServiceIndex(offer.service()));
        HomeRoute route = plan.homeServices().get(home).routes().get(offer.route());
        offers[home][offer.route()][route.others().indexOf(from)] = offer.rateBitPerSecond();
        reconsider(home);
    }

    private void reconsider(int home) {
        int best = current[home];
        long bestOffer = offerOf(home, best);
        if (2 * bestOffer < demand[home] && !held[home]) {
            for (int route = 0; route < offers[home].length; route++) {
                long candidate = offerOf(home, route);
                if (candidate > bestOffer) {
                    best = route;
                    bestOffer = candidate;
                }
            }
        }
        if (best != current[home]) {
            use(home, false, 0);
            segments.setActive(ownSegment(home), false);
            current[home] = best;
            segments.setActive(ownSegment(home), true);
            recordRoute(home);
            held[home] = true;
            timers.set(Timers.Kind.ROUTE_HOLD, home, moment.now + ROUTE_HOLD_MICROS);
            use(home, true, bestOffer);
        } else if (bestOffer != rate[home]) {
            use(home, true, bestOffer);
        }
        judge(home, bestOffer);
    }

    /** A service may change its route again. */
    void holdOver(int home) {
        held[home] = false;
        reconsider(home);
    }

    private long offerOf(int home, int route) {
        long least = segments.offerOf(
                plan.homeServices().get(home).routes().get(route).ownSegment());
        for (long other : offers[home][route]) {
            least = Math.min(least, other);
        }
        return Math.min(least, demand[home]);
    }

    private void use(int home, boolean selected, long rateBitPerSecond) {
        rate[home] = rateBitPerSecond;
        segments.setUse(ownSegment(home), rateBitPerSecond);
        for (DomainId other : currentRoute(home).others()) {
            moment.send(
                    other,
                    new Envelope.Content.SegmentUse(
                            definition(home).id(), current[home], selected, rateBitPerSecond));
        }
    }

    private void judge(int home, long rateBitPerSecond) {
        boolean served = 2 * rateBitPerSecond >= demand[home];
        if (served) {
            keylessSince[home] = KEY_FLOWS;
        } else if (keylessSince[home] == KEY_FLOWS) {
            keylessSince[home] = moment.now;
        }
        ServiceState next = served ? ServiceState.OK : unserved(home);
        if (served || next == ServiceState.SUSPENDED) {
            timers.cancel(Timers.Kind.SERVICE_GRACE, home);
        }
        enter(home, next, rateBitPerSecond);
    }

    private ServiceState unserved(int home) {
        if (current[home] != NO_ROUTE && segments.isSuspended(ownSegment(home))) {
            return ServiceState.SUSPENDED;
        }
        if (state[home] == ServiceState.DEGRADED || state[home] == ServiceState.STARVED) {
            return state[home];
        }
        if (suite[home] instanceof CipherSuite.Hybrid) {
            return ServiceState.DEGRADED;
        }
        // The last key ages while the service is shed, too.
        long tooOldAt = keylessSince[home] + SimTime.ofSeconds(definition(home).graceSeconds());
        if (tooOldAt <= moment.now) {
            return ServiceState.STARVED;
        }
        timers.set(Timers.Kind.SERVICE_GRACE, home, tooOldAt);
        return ServiceState.DEGRADED;
    }

    /** The last key of a service is too old. */
    void graceOver(int home) {
        enter(home, ServiceState.STARVED, rate[home]);
    }

    private void enter(int home, ServiceState next, long rateBitPerSecond) {
        if (state[home] != next) {
            state[home] = next;
            moment.record(new ExerciseEvent.ServiceChanged(
                    definition(home).id(), next, rateBitPerSecond));
        }
    }

    /** Another suite for a service at home here, or the agreed one again. */
    Answers.Reply changeSuite(ServiceId service, String wanted) {
        int home = find(service);
        if (home < 0) {
            return noService(service);
        }
        CipherSuite agreed = definition(home).suite();
        CipherSuite.Aes256 aes = agreed instanceof CipherSuite.Aes256 own
                ? own
                : agreed instanceof CipherSuite.Hybrid hybrid ? hybrid.cipher() : FALLBACK;
        return switch (wanted) {
            case "agreed" -> adapt(home, agreed);
            case "AES-256" -> adapt(home, aes);
            case "HYBRID" -> adapt(home, new CipherSuite.Hybrid(aes));
            default ->
                Answers.Reply.refused(
                        "Expected the suite AES-256, HYBRID or agreed, but found '%s'."
                                .formatted(wanted));
        };
    }

    /** Another rekey interval for a service at home here, no shorter than agreed. */
    Answers.Reply changeRekey(ServiceId service, long intervalSeconds) {
        int home = find(service);
        if (home < 0) {
            return noService(service);
        }
        boolean hybrid = suite[home] instanceof CipherSuite.Hybrid;
        CipherSuite now =
                suite[home] instanceof CipherSuite.Hybrid both ? both.cipher() : suite[home];
        if (!(now instanceof CipherSuite.Aes256 aes)) {
            return Answers.Reply.refused(
                    "Expected a service that rekeys, but '%s' uses %s. Maybe change its suite first."
                            .formatted(service, now.label()));
        }
        if (intervalSeconds < 1 || intervalSeconds > REKEY_SECONDS_MAX) {
            return Answers.Reply.refused("Expected a rekey interval of 1 to %s s, but found %s."
                    .formatted(REKEY_SECONDS_MAX, intervalSeconds));
        }
        CipherSuite.Aes256 next = new CipherSuite.Aes256(intervalSeconds, aes.associations());
        long agreed = plan.homeServices().get(home).demandBitPerSecond();
        if (next.demandBitPerSecond() > agreed) {
            return Answers.Reply.refused(
                    "Expected no more key than the %s bit/s agreed for '%s', but this needs %s."
                            .formatted(agreed, service, next.demandBitPerSecond()));
        }
        return adapt(home, hybrid ? new CipherSuite.Hybrid(next) : next);
    }

    private static Answers.Reply noService(ServiceId service) {
        return Answers.Reply.refused(
                "Expected a service that is at home here, but '%s' is none.".formatted(service));
    }

    private int find(ServiceId service) {
        for (int home = 0; home < current.length; home++) {
            if (definition(home).id().equals(service)) {
                return home;
            }
        }
        return NO_ROUTE;
    }

    /** What a service uses now. */
    CipherSuite suiteOf(int home) {
        return suite[home];
    }

    CipherSuite agreedOf(int home) {
        return definition(home).suite();
    }

    int classOf(int home) {
        return definition(home).priorityClass();
    }

    /** Another suite from now on; refused when it is the same. */
    Answers.Reply adapt(int home, CipherSuite next) {
        if (suite[home].equals(next)) {
            return Answers.Reply.refused(
                    "Expected another suite for '%s', but it has this one already."
                            .formatted(definition(home).id()));
        }
        long before = demand[home];
        suite[home] = next;
        demand[home] = next.demandBitPerSecond();
        moment.record(new Countermeasure.ServiceAdapted(
                definition(home).id(), next.label(), demand[home]));
        if (current[home] == NO_ROUTE) {
            return Answers.Reply.results("demand_bps=" + demand[home]);
        }
        for (HomeRoute route : plan.homeServices().get(home).routes()) {
            segments.setDemand(route.ownSegment(), demand[home], demand[home] > before);
        }
        if (next instanceof CipherSuite.Hybrid && state[home] == ServiceState.STARVED) {
            enter(home, ServiceState.DEGRADED, rate[home]);
        } else if (!(next instanceof CipherSuite.Hybrid) && state[home] == ServiceState.DEGRADED) {
            timers.set(
                    Timers.Kind.SERVICE_GRACE,
                    home,
                    Math.max(
                            moment.now,
                            keylessSince[home]
                                    + SimTime.ofSeconds(definition(home).graceSeconds())));
        }
        if (next instanceof CipherSuite.Hybrid) {
            timers.cancel(Timers.Kind.SERVICE_GRACE, home);
        }
        reconsider(home);
        return Answers.Reply.results("demand_bps=" + demand[home]);
    }

    /** Services that use something else than agreed. */
    Map<ServiceId, DomainState.OfAdapted> adapted() {
        Map<ServiceId, DomainState.OfAdapted> now = new HashMap<>();
        for (int home = 0; home < current.length; home++) {
            CipherSuite agreed = definition(home).suite();
            boolean same = agreed.label().equals(suite[home].label())
                    && agreed.demandBitPerSecond() == demand[home];
            if (!same) {
                now.put(
                        definition(home).id(),
                        new DomainState.OfAdapted(suite[home].label(), demand[home]));
            }
        }
        return now;
    }

    Map<ServiceId, DomainState.OfService> look() {
        Map<ServiceId, DomainState.OfService> now = new HashMap<>();
        for (int home = 0; home < state.length; home++) {
            boolean routed = current[home] != NO_ROUTE;
            now.put(
                    definition(home).id(),
                    new DomainState.OfService(
                            state[home],
                            routed ? current[home] : 0,
                            routed ? currentRoute(home).domains() : List.of(plan.id()),
                            routed ? rate[home] : 0));
        }
        return now;
    }

    private void recordRoute(int home) {
        moment.record(new ExerciseEvent.RouteChosen(
                definition(home).id(), current[home], currentRoute(home).domains()));
    }

    private HomeRoute currentRoute(int home) {
        return plan.homeServices().get(home).routes().get(current[home]);
    }

    private int ownSegment(int home) {
        return currentRoute(home).ownSegment();
    }

    private Service definition(int home) {
        return plan.topology().service(plan.homeServices().get(home).service());
    }
}
