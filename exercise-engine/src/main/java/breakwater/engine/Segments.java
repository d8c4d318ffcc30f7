package breakwater.engine;

import breakwater.engine.plan.DomainPlan;
import breakwater.engine.plan.Segment;
import breakwater.exercise.DomainState;
import breakwater.exercise.Envelope;
import breakwater.exercise.LogEntry;
import breakwater.graph.CandidatePaths;
import breakwater.network.ServiceId;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What every segment carries, path by path.
 *
 * <p>The controller's plan says how much of a segment runs on which candidate path. Local repair needs no controller:
 * what was planned for a blocked path takes the first open one, and goes back when the path opens. So the flows are a
 * function of plan and blocked paths, and about a microsecond's work. What a segment could carry is its offer; what it
 * does carry is no more than the service can use end to end.
 */
final class Segments {

    /** No limit on a link. */
    static final long NO_QUOTA = Long.MAX_VALUE;

    private final DomainPlan plan;
    private final Moment moment;
    private final CandidatePaths paths;

    private final long[] planned;
    private final PathFlows flows;
    private final int[] blockedLinks;
    private final int[] shedLinks;

    private final long[] offer;
    private final long[] use;
    private final boolean[] active;
    private final long[] demand;
    private final int[] deadEnds;

    private final long[] quota;
    private final boolean[] contested;
    private int limitedLinks;

    private final int[] dirty;
    private final boolean[] isDirty;
    private int dirtyCount;

    private final LossCauses lossCauses;
    private final String[] causes;

    private final int[] changedHomeOffers;
    private int changedHomeOfferCount;

    Segments(DomainPlan plan, Moment moment, KeyStores stores) {
        this.plan = plan;
        this.moment = moment;
        paths = plan.paths();
        planned = new long[paths.pathCount()];
        flows = new PathFlows(plan, moment, stores);
        blockedLinks = new int[paths.pathCount()];
        shedLinks = new int[paths.pathCount()];
        int count = plan.segments().size();
        offer = new long[count];
        use = new long[count];
        active = new boolean[count];
        demand = new long[count];
        deadEnds = new int[count];
        quota = new long[plan.links().size()];
        Arrays.fill(quota, NO_QUOTA);
        contested = new boolean[plan.links().size()];
        lossCauses = new LossCauses(paths, stores, plan.links().size());
        causes = new String[count];
        Arrays.fill(causes, LogEntry.NO_CAUSE);
        dirty = new int[count];
        changedHomeOffers = new int[count];
        isDirty = new boolean[count];
        for (int segment = 0; segment < count; segment++) {
            demand[segment] = plan.segments().get(segment).demandBitPerSecond();
            planAllOnFirstPath(segment);
            // Until somebody says otherwise, the whole way can carry all of it, and the first route
            // is used.
            offer[segment] = plan.segments().get(segment).demandBitPerSecond();
            use[segment] = offer[segment];
            active[segment] = plan.segments().get(segment).route() == 0;
            markDirty(segment);
        }
    }

    private void planAllOnFirstPath(int segment) {
        for (int path = paths.firstPath(segment); path < paths.pathEnd(segment); path++) {
            planned[path] = path == paths.firstPath(segment) ? demand[segment] : 0;
        }
    }

    /**
     * What the controller allocates to the segment at most; no more than was agreed.
     *
     * @param more whether it is more than before: then the plan is too small, and the first path takes all until there
     *     is a new one
     */
    void setDemand(int segment, long rateBitPerSecond, boolean more) {
        demand[segment] = rateBitPerSecond;
        if (more) {
            planAllOnFirstPath(segment);
            markDirty(segment);
        }
    }

    long demandOf(int segment) {
        return demand[segment];
    }

    void linkBlocked(int link, boolean blocked) {
        if (blocked) {
            lossCauses.blocked(link, moment.cause);
        } else {
            lossCauses.open(link);
        }
        for (int i = 0; i < paths.userCount(link); i++) {
            int path = paths.userOf(link, i);
            blockedLinks[path] += blocked ? 1 : -1;
            markDirty(paths.serviceOf(path));
        }
    }

    void linkShed(int link, int fromClassBefore, int fromClassNow) {
        if (fromClassNow == Relaying.NOBODY) {
            lossCauses.restored(link);
        } else {
            lossCauses.shed(link, moment.cause);
        }
        for (int i = 0; i < paths.userCount(link); i++) {
            int path = paths.userOf(link, i);
            int priorityClass = paths.classOf(paths.serviceOf(path));
            int change = (priorityClass >= fromClassNow ? 1 : 0)
                    - (priorityClass >= fromClassBefore ? 1 : 0);
            if (change != 0) {
                shedLinks[path] += change;
                markDirty(paths.serviceOf(path));
            }
        }
    }

    /** The node a one-node segment touches stopped (positive) or resumed (negative) relaying. */
    void nodeBlocked(int segment, int delta) {
        deadEnds[segment] += delta;
        markDirty(segment);
    }

    /** Limits what all services together may relay over a link; strict priority decides who keeps what. */
    void limit(int link, long quotaBitPerSecond) {
        limitedLinks += (quotaBitPerSecond != NO_QUOTA ? 1 : 0) - (quota[link] != NO_QUOTA ? 1 : 0);
        quota[link] = quotaBitPerSecond;
        giveBack(link);
    }

    void setActive(int segment, boolean nowActive) {
        if (active[segment] != nowActive) {
            active[segment] = nowActive;
            planAllOnFirstPath(segment);
            markDirty(segment);
        }
    }

    /** The home of a service says whether it takes this way, and how much of it is used. */
    void useArrived(Envelope.Content.SegmentUse told) {
        int segment = plan.segmentIndex()
                .findSegment(plan.topology().getServiceIndex(told.service()), told.route())
                .orElseThrow();
        setUse(segment, told.rateBitPerSecond());
        setActive(segment, told.selected());
    }

    void setUse(int segment, long rateBitPerSecond) {
        if (use[segment] != rateBitPerSecond) {
            use[segment] = rateBitPerSecond;
            markDirty(segment);
        }
    }

    /** Takes over an allocation of the controller for one path. */
    void replan(int path, long rateBitPerSecond) {
        if (planned[path] != rateBitPerSecond) {
            planned[path] = rateBitPerSecond;
            markDirty(paths.serviceOf(path));
        }
    }

    boolean isOpen(int path) {
        return blockedLinks[path] == 0 && shedLinks[path] == 0;
    }

    boolean isActive(int segment) {
        return active[segment];
    }

    /** The inject that the last change of a segment's offer or flows goes back to. */
    String causeOf(int segment) {
        return causes[segment];
    }

    long offerOf(int segment) {
        return offer[segment];
    }

    long quotaOf(int link) {
        return quota[link];
    }

    /** Whether only shedding keeps this segment from being served. */
    boolean isSuspended(int segment) {
        boolean shedOnly = false;
        for (int path = paths.firstPath(segment); path < paths.pathEnd(segment); path++) {
            if (isOpen(path)) {
                return false;
            }
            shedOnly |= blockedLinks[path] == 0;
        }
        return shedOnly;
    }

    private void markDirty(int segment) {
        if (!isDirty[segment]) {
            isDirty[segment] = true;
            dirty[dirtyCount++] = segment;
        }
    }

    /**
     * Brings the flows of all touched segments up to date, in the order in which services are served.
     *
     * @return how many home segments changed their offer; {@link #changedHomeOffer} names them
     */
    int settle() {
        changedHomeOfferCount = 0;
        if (limitedLinks > 0) {
            contestLimits();
        }
        Arrays.sort(dirty, 0, dirtyCount);
        String trigger = moment.cause;
        for (int i = 0; i < dirtyCount; i++) {
            isDirty[dirty[i]] = false;
            evaluate(dirty[i], trigger);
        }
        moment.cause = trigger;
        dirtyCount = 0;
        return changedHomeOfferCount;
    }

    /** One of the home segments whose offer the last {@link #settle} changed. */
    int changedHomeOffer(int number) {
        return changedHomeOffers[number];
    }

    /**
     * Everybody on a limited link that a touched segment could use gives back its share, so that it is dealt anew, by
     * strict priority. What one gives back others may use, so more segments are touched on the way.
     */
    private void contestLimits() {
        for (int i = 0; i < dirtyCount; i++) {
            int segment = dirty[i];
            for (int path = paths.firstPath(segment); path < paths.pathEnd(segment); path++) {
                for (int hop = 0; hop < paths.lengthOf(path); hop++) {
                    int link = paths.linkOf(path, hop);
                    if (quota[link] != NO_QUOTA && !contested[link]) {
                        contested[link] = true;
                        giveBack(link);
                    }
                }
            }
        }
        Arrays.fill(contested, false);
    }

    private void giveBack(int link) {
        for (int i = 0; i < paths.userCount(link); i++) {
            int path = paths.userOf(link, i);
            flows.set(path, 0);
            markDirty(paths.serviceOf(path));
        }
    }

    private void evaluate(int segment, String trigger) {
        moment.cause = trigger;
        long newOffer = paths.firstPath(segment) == paths.pathEnd(segment)
                ? offerOfNode(segment)
                : spread(segment);
        if (newOffer < offer[segment]) {
            moment.cause = lossCauses.of(segment, trigger);
        }
        if (newOffer != offer[segment]) {
            causes[segment] = moment.cause;
            offer[segment] = newOffer;
            Segment own = plan.segments().get(segment);
            if (own.home()) {
                changedHomeOffers[changedHomeOfferCount++] = segment;
            } else {
                moment.send(
                        homeOf(own),
                        new Envelope.Content.SegmentOffer(serviceId(own), own.route(), newOffer));
            }
        }
        flows.report(segment, carriedOf(segment));
    }

    /** A segment without paths: it touches one node, or its ends are not joined. */
    private long offerOfNode(int segment) {
        Segment own = plan.segments().get(segment);
        return own.touchesOneNode() && deadEnds[segment] == 0 ? demand[segment] : 0;
    }

    /** Puts the planned flows on open paths; returns what could be carried. */
    private long spread(int segment) {
        int firstOpen = -1;
        long displaced = 0;
        for (int path = paths.firstPath(segment); path < paths.pathEnd(segment); path++) {
            if (!isOpen(path)) {
                displaced += planned[path];
            } else if (firstOpen < 0) {
                firstOpen = path;
            }
        }
        long left = active[segment] ? use[segment] : 0;
        long possible = 0;
        for (int path = paths.firstPath(segment); path < paths.pathEnd(segment); path++) {
            long wanted = isOpen(path) ? planned[path] + (path == firstOpen ? displaced : 0) : 0;
            long room = limitedLinks > 0 ? Math.min(wanted, roomOn(path)) : wanted;
            possible += room;
            long carried = Math.min(room, left);
            left -= carried;
            flows.set(path, carried);
        }
        return possible;
    }

    /** What limits leave to a path, after all who are served before it. */
    private long roomOn(int path) {
        long room = Long.MAX_VALUE;
        for (int i = 0; i < paths.lengthOf(path); i++) {
            int link = paths.linkOf(path, i);
            if (quota[link] != NO_QUOTA) {
                room = Math.min(room, quota[link] - flows.besides(path, link));
            }
        }
        return Math.max(0, room);
    }

    private long carriedOf(int segment) {
        if (plan.segments().get(segment).touchesOneNode()) {
            return active[segment] ? Math.min(offer[segment], use[segment]) : 0;
        }
        return flows.of(segment);
    }

    Map<DomainState.SegmentId, DomainState.OnSegment> look() {
        Map<DomainState.SegmentId, DomainState.OnSegment> now = new HashMap<>();
        for (int segment = 0; segment < offer.length; segment++) {
            long carried = carriedOf(segment);
            if (carried > 0) {
                Segment own = plan.segments().get(segment);
                now.put(
                        new DomainState.SegmentId(serviceId(own), own.route()),
                        flows.look(segment, carried));
            }
        }
        return now;
    }

    private ServiceId serviceId(Segment own) {
        return plan.topology().service(own.service()).id();
    }

    private breakwater.network.DomainId homeOf(Segment own) {
        return plan.topology()
                .network()
                .domains()
                .get(plan.topology().homeOfService(own.service()))
                .id();
    }
}
