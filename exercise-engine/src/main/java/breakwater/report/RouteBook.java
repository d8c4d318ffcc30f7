package breakwater.report;

import breakwater.exercise.ExerciseEvent.PathDeclared;
import breakwater.exercise.ExerciseEvent.SegmentChanged;
import breakwater.exercise.LogEntry;
import breakwater.exercise.PathFlow;
import breakwater.network.DomainId;
import breakwater.network.LinkId;
import breakwater.network.ServiceId;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which links carried which service when, from the paths and segments in the log. */
final class RouteBook {

    private final Map<PathKey, List<LinkId>> paths = new HashMap<>();
    private final Map<SegmentKey, List<LogEntry>> segments = new HashMap<>();
    private final Map<LinkId, Set<SegmentKey>> overLink = new HashMap<>();

    private record PathKey(DomainId domain, ServiceId service, int route, int path) {}

    private record SegmentKey(DomainId domain, ServiceId service) {}

    /** A service that came to a link on its way round something. */
    record Newcomer(
            ServiceId service, LogEntry since, long rateBitPerSecond, Set<LinkId> linksBefore) {}

    void take(LogEntry entry) {
        if (entry.event() instanceof PathDeclared path) {
            paths.put(
                    new PathKey(entry.origin(), path.service(), path.route(), path.path()),
                    path.links());
            SegmentKey key = new SegmentKey(entry.origin(), path.service());
            path.links()
                    .forEach(link -> overLink.computeIfAbsent(link, l -> new LinkedHashSet<>())
                            .add(key));
        } else if (entry.event() instanceof SegmentChanged segment) {
            segments.computeIfAbsent(
                            new SegmentKey(entry.origin(), segment.service()),
                            k -> new ArrayList<>())
                    .add(entry);
        }
    }

    /** Links that carried the service in a domain before an entry; when nothing did, all of its declared paths. */
    Set<LinkId> linksBefore(DomainId domain, ServiceId service, LogEntry before) {
        LogEntry last = null;
        for (LogEntry entry : segments(domain, service)) {
            if (entry.timeMicros() >= before.timeMicros()) {
                break;
            }
            last = entry;
        }
        Set<LinkId> carrying = last == null ? Set.of() : carrying(last);
        return carrying.isEmpty() ? declared(domain, service) : carrying;
    }

    /** The rate of the segment before an entry of the same domain; 0 when it had none. */
    long rateBefore(ServiceId service, LogEntry before) {
        long rate = 0;
        for (LogEntry entry : segments(before.origin(), service)) {
            if (entry.timeMicros() >= before.timeMicros()) {
                break;
            }
            rate = ((SegmentChanged) entry.event()).rateBitPerSecond();
        }
        return rate;
    }

    /**
     * The service with the highest rate that was led over the link after StartEx and still was at this moment; null
     * when all that ran over it had done so from the start.
     */
    @Nullable Newcomer findNewcomer(LinkId link, long atMicros, ServiceId except) {
        Newcomer largest = null;
        for (SegmentKey key : overLink.getOrDefault(link, Set.of())) {
            Newcomer newcomer = key.service().equals(except) ? null : newcomer(link, atMicros, key);
            if (newcomer != null
                    && (largest == null
                            || newcomer.rateBitPerSecond() > largest.rateBitPerSecond())) {
                largest = newcomer;
            }
        }
        return largest;
    }

    private @Nullable Newcomer newcomer(LinkId link, long atMicros, SegmentKey key) {
        LogEntry since = null;
        Set<LinkId> before = Set.of();
        Set<LinkId> previous = Set.of();
        long rate = 0;
        for (LogEntry entry : segments(key.domain(), key.service())) {
            if (entry.timeMicros() > atMicros) {
                break;
            }
            Set<LinkId> now = carrying(entry);
            if (!now.contains(link)) {
                since = null;
            } else {
                if (since == null) {
                    since = entry;
                    before = previous;
                }
                rate = rateOver(link, entry);
            }
            previous = now;
        }
        return since == null || since.timeMicros() == 0
                ? null
                : new Newcomer(key.service(), since, rate, before);
    }

    private long rateOver(LinkId link, LogEntry entry) {
        SegmentChanged segment = (SegmentChanged) entry.event();
        long rate = 0;
        for (PathFlow flow : segment.flows()) {
            if (path(entry.origin(), segment, flow.path()).contains(link)) {
                rate += flow.rateBitPerSecond();
            }
        }
        return rate;
    }

    private Set<LinkId> carrying(LogEntry entry) {
        SegmentChanged segment = (SegmentChanged) entry.event();
        Set<LinkId> links = new LinkedHashSet<>();
        for (PathFlow flow : segment.flows()) {
            if (flow.rateBitPerSecond() > 0) {
                links.addAll(path(entry.origin(), segment, flow.path()));
            }
        }
        return links;
    }

    private List<LinkId> path(DomainId domain, SegmentChanged segment, int path) {
        return paths.getOrDefault(
                new PathKey(domain, segment.service(), segment.route(), path), List.of());
    }

    private Set<LinkId> declared(DomainId domain, ServiceId service) {
        Set<LinkId> links = new LinkedHashSet<>();
        overLink.forEach((link, keys) -> {
            if (keys.contains(new SegmentKey(domain, service))) {
                links.add(link);
            }
        });
        return links;
    }

    private List<LogEntry> segments(DomainId domain, ServiceId service) {
        return segments.getOrDefault(new SegmentKey(domain, service), List.of());
    }
}
