package breakwater.engine.plan;

import breakwater.graph.CandidatePaths;
import breakwater.network.LinkId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Finds segments and home services by what envelopes and events name. Made once per plan, so that drills need not. */
public final class SegmentIndex {

    private final Map<Long, Integer> segmentOf = new HashMap<>();
    private final Map<Integer, Integer> homeOfService = new HashMap<>();
    private final int[] homeOfSegment;
    private final List<List<LinkId>> linksOfPath = new ArrayList<>();

    SegmentIndex(
            List<Segment> segments,
            List<DomainPlan.HomeService> services,
            CandidatePaths paths,
            List<DomainPlan.OwnLink> links) {
        homeOfSegment = new int[segments.size()];
        for (int segment = 0; segment < segments.size(); segment++) {
            homeOfSegment[segment] = -1;
            segmentOf.put(
                    key(segments.get(segment).service(), segments.get(segment).route()), segment);
        }
        for (int home = 0; home < services.size(); home++) {
            homeOfService.put(services.get(home).service(), home);
            for (DomainPlan.HomeRoute route : services.get(home).routes()) {
                homeOfSegment[route.ownSegment()] = home;
            }
        }
        for (int path = 0; path < paths.pathCount(); path++) {
            List<LinkId> ids = new ArrayList<>();
            for (int i = 0; i < paths.lengthOf(path); i++) {
                ids.add(links.get(paths.linkOf(path, i)).link().id());
            }
            linksOfPath.add(List.copyOf(ids));
        }
    }

    private static long key(int service, int route) {
        // Services in the low bits, so that a hash of them spreads.
        return (long) route << Integer.SIZE | service;
    }

    /** The segment that carries a route of a service here, if any; {@code service} is an index of the topology. */
    public OptionalInt findSegment(int service, int route) {
        Integer found = segmentOf.get(key(service, route));
        return found == null ? OptionalInt.empty() : OptionalInt.of(found);
    }

    /** Position among the home services; throws when the service is not at home here. */
    public int getHome(int service) {
        Integer home = homeOfService.get(service);
        if (home == null) {
            throw new IllegalArgumentException(
                    "The service with index %d is not at home here.".formatted(service));
        }
        return home;
    }

    /** Position among the home services of the one a home segment belongs to. */
    public int getHomeOfSegment(int segment) {
        if (homeOfSegment[segment] < 0) {
            throw new IllegalArgumentException(
                    "Segment %d has no home service.".formatted(segment));
        }
        return homeOfSegment[segment];
    }

    /** The links of a candidate path, in the order of travel. */
    public List<LinkId> linksOfPath(int path) {
        return linksOfPath.get(path);
    }
}
