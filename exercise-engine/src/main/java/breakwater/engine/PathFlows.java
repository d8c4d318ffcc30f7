package breakwater.engine;

import breakwater.engine.plan.DomainPlan;
import breakwater.engine.plan.Segment;
import breakwater.exercise.DomainState;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.PathFlow;
import breakwater.graph.CandidatePaths;
import breakwater.network.ServiceId;

import java.util.ArrayList;
import java.util.List;

/** The rate on every path, what stores give for it, and what of it the log has been told. */
final class PathFlows {

    private final DomainPlan plan;
    private final Moment moment;
    private final KeyStores stores;
    private final CandidatePaths paths;

    private final long[] flow;
    private final long[] linkFlow;

    private final long[] logged;
    private final long[] carriedLogged;
    private final boolean[] declared;

    PathFlows(DomainPlan plan, Moment moment, KeyStores stores) {
        this.plan = plan;
        this.moment = moment;
        this.stores = stores;
        paths = plan.paths();
        flow = new long[paths.pathCount()];
        linkFlow = new long[plan.links().size()];
        logged = new long[paths.pathCount()];
        carriedLogged = new long[plan.segments().size()];
        declared = new boolean[paths.pathCount()];
    }

    void set(int path, long rateBitPerSecond) {
        long delta = rateBitPerSecond - flow[path];
        if (delta == 0) {
            return;
        }
        flow[path] = rateBitPerSecond;
        for (int i = 0; i < paths.lengthOf(path); i++) {
            int link = paths.linkOf(path, i);
            linkFlow[link] += delta;
            stores.addConsumption(link, delta);
        }
    }

    /** What flows over a link on all paths but this one. */
    long besides(int path, int link) {
        return linkFlow[link] - flow[path];
    }

    /** What flows on all paths of a segment together. */
    long of(int segment) {
        long carried = 0;
        for (int path = paths.firstPath(segment); path < paths.pathEnd(segment); path++) {
            carried += flow[path];
        }
        return carried;
    }

    /** Records what a segment carries when that changed. */
    void report(int segment, long carriedBitPerSecond) {
        boolean changed = carriedBitPerSecond != carriedLogged[segment];
        for (int path = paths.firstPath(segment); path < paths.pathEnd(segment); path++) {
            changed |= flow[path] != logged[path];
        }
        if (!changed) {
            return;
        }
        carriedLogged[segment] = carriedBitPerSecond;
        Segment own = plan.segments().get(segment);
        for (int path = paths.firstPath(segment); path < paths.pathEnd(segment); path++) {
            logged[path] = flow[path];
            if (flow[path] > 0) {
                declare(own, path, path - paths.firstPath(segment));
            }
        }
        moment.record(new ExerciseEvent.SegmentChanged(
                serviceOf(own), own.route(), carriedBitPerSecond, byPath(segment)));
    }

    private void declare(Segment own, int path, int number) {
        if (!declared[path]) {
            declared[path] = true;
            moment.record(new ExerciseEvent.PathDeclared(
                    serviceOf(own), own.route(), number, plan.segmentIndex().linksOfPath(path)));
        }
    }

    private List<PathFlow> byPath(int segment) {
        List<PathFlow> flows = List.of();
        for (int path = paths.firstPath(segment); path < paths.pathEnd(segment); path++) {
            if (flow[path] > 0) {
                PathFlow next = new PathFlow(path - paths.firstPath(segment), flow[path]);
                // One path is the rule: then nothing is copied.
                flows = flows.isEmpty() ? List.of(next) : append(flows, next);
            }
        }
        return flows;
    }

    private static List<PathFlow> append(List<PathFlow> flows, PathFlow next) {
        List<PathFlow> longer = new ArrayList<>(flows);
        longer.add(next);
        return longer;
    }

    DomainState.OnSegment look(int segment, long carriedBitPerSecond) {
        return new DomainState.OnSegment(carriedBitPerSecond, byPath(segment));
    }

    private ServiceId serviceOf(Segment own) {
        return plan.topology().service(own.service()).id();
    }
}
