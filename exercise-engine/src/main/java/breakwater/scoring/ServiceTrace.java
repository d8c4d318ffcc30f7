package breakwater.scoring;

import breakwater.exercise.Countermeasure.ServiceAdapted;
import breakwater.exercise.ExerciseEvent.ServiceDeclared;
import breakwater.exercise.LogEntry;
import breakwater.exercise.PathFlow;
import breakwater.network.DomainId;
import breakwater.network.LinkId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one service really carried: the least of its segments on the current route, whatever its home domain knew of it
 * at the time.
 */
final class ServiceTrace {

    private final ServiceDeclared declared;
    private final DomainId home;
    private final RateSteps steps;
    private final AdaptedTime adapted = new AdaptedTime();
    private final Map<SegmentKey, Segment> segments = new HashMap<>();
    private final Map<PathKey, List<LinkId>> paths = new HashMap<>();
    private List<DomainId> domains = List.of();
    private int route = -1;
    private long rate;
    private final List<KaplanMeier.Sample> rides = new ArrayList<>();

    private record SegmentKey(DomainId domain, int route) {}

    private record PathKey(DomainId domain, int route, int path) {}

    private record Segment(long rate, List<PathFlow> flows) {}

    ServiceTrace(ServiceDeclared declared, DomainId home) {
        this.declared = declared;
        this.home = home;
        this.steps = new RateSteps(declared.demandBitPerSecond());
    }

    ServiceDeclared declared() {
        return declared;
    }

    DomainId home() {
        return home;
    }

    /** What was agreed; what is demanded at a time is in {@link #steps}. */
    long agreedDemand() {
        return declared.demandBitPerSecond();
    }

    /** The service uses another suite or asks for another rate of key from now on. */
    void adapted(LogEntry entry, ServiceAdapted now, long windowEnd) {
        steps.setDemand(entry.timeMicros(), now.demandBitPerSecond(), entry);
        adapted.set(
                Math.min(entry.timeMicros(), windowEnd),
                now.demandBitPerSecond() != agreedDemand()
                        || !now.suite().equals(declared.suite()));
    }

    /** How long it was on something else than agreed. */
    AdaptedTime adapted() {
        return adapted;
    }

    RateSteps steps() {
        return steps;
    }

    /** Rate after the entries taken so far. */
    long rate() {
        return rate;
    }

    /** A ride over a lost link was over after this long, by starvation or not. */
    void rode(long micros, boolean starved) {
        rides.add(new KaplanMeier.Sample(micros, starved));
    }

    /** Its rides over lost links, those that were cut short among them. */
    List<KaplanMeier.Sample> rides() {
        return rides;
    }

    void pathDeclared(DomainId domain, int onRoute, int path, List<LinkId> links) {
        paths.put(new PathKey(domain, onRoute, path), links);
    }

    void routeChosen(LogEntry entry, int chosen, List<DomainId> crossed) {
        route = chosen;
        domains = crossed;
        update(entry);
    }

    void segmentChanged(LogEntry entry, int onRoute, long segmentRate, List<PathFlow> flows) {
        segments.put(new SegmentKey(entry.origin(), onRoute), new Segment(segmentRate, flows));
        update(entry);
    }

    private void update(LogEntry entry) {
        long least = domains.isEmpty() ? 0 : Long.MAX_VALUE;
        for (DomainId domain : domains) {
            Segment segment = segments.get(new SegmentKey(domain, route));
            least = Math.min(least, segment == null ? 0 : segment.rate());
        }
        if (least != rate) {
            rate = least;
            steps.setRate(entry.timeMicros(), least, entry);
        }
    }

    /** Links under the service now: those of the paths that carry something on its route. */
    Set<LinkId> carryingLinks() {
        Set<LinkId> links = new HashSet<>();
        for (DomainId domain : domains) {
            Segment segment = segments.get(new SegmentKey(domain, route));
            if (segment != null) {
                for (PathFlow flow : segment.flows()) {
                    if (flow.rateBitPerSecond() > 0) {
                        links.addAll(paths.getOrDefault(
                                new PathKey(domain, route, flow.path()), List.of()));
                    }
                }
            }
        }
        return links;
    }
}
