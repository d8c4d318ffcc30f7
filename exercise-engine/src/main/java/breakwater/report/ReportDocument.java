package breakwater.report;

import breakwater.exercise.RootCause;
import breakwater.network.ServiceId;
import breakwater.scoring.AidCase;
import breakwater.scoring.EntryRef;
import breakwater.scoring.Measure;
import breakwater.scoring.Outage;
import breakwater.scoring.Scorecard;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;

/**
 * The after-action report of one drill.
 *
 * @param card the figures behind it
 * @param attribution lines that must be shown with the network
 * @param summary what happened in a few sentences, the first one alone enough for a headline
 * @param headline the vector of figures that stands first; never one number
 * @param injects the MSEL as it was played, in order of release, rows that were not released last
 * @param worst the worst service of each loss (services lost together), worst first, with the events behind it
 * @param timeline the course of the drill, events of a kind taken together
 * @param timelineLeftOut smaller groups of events that the timeline does not show
 * @param courses how many nodes and services each operator was without over time, worst hit first; of hit ones only
 * @param aid every case of mutual aid, in order of the requests
 * @param assumptions what a reader must know to read the figures rightly
 */
public record ReportDocument(
        Scorecard card,
        List<String> attribution,
        List<String> summary,
        List<Measure> headline,
        List<Objective> objectives,
        List<InjectStory> injects,
        List<ServiceStory> worst,
        List<TimelineLine> timeline,
        int timelineLeftOut,
        List<Course> courses,
        NetworkPicture network,
        List<Repair> repairs,
        List<Action> actions,
        List<AidStory> aid,
        List<String> assumptions) {

    public ReportDocument {
        attribution = List.copyOf(attribution);
        summary = List.copyOf(summary);
        headline = List.copyOf(headline);
        objectives = List.copyOf(objectives);
        injects = List.copyOf(injects);
        worst = List.copyOf(worst);
        timeline = List.copyOf(timeline);
        courses = List.copyOf(courses);
        repairs = List.copyOf(repairs);
        actions = List.copyOf(actions);
        aid = List.copyOf(aid);
        assumptions = List.copyOf(assumptions);
    }

    /** An objective and the injects that serve it. */
    public record Objective(String id, String text, List<String> injects) {}

    /**
     * A row of the MSEL and what came of it.
     *
     * @param kind kind of fault, {@code message} or {@code expected-action}
     * @param releasedMicros -1 when it was not released
     * @param detail the message, the verdict on the expected action or the reason for not releasing it; may be empty
     * @param met verdict on an expected action; null for other rows and open ones
     * @param toll what goes back to it
     */
    public record InjectStory(
            String id,
            String kind,
            String title,
            RootCause rootCause,
            boolean thirdParty,
            long releasedMicros,
            String detail,
            @Nullable Boolean met,
            Toll toll) {

        public boolean isReleased() {
            return releasedMicros >= 0;
        }

        /** Whether it is a fault, not a message or an expected action. */
        public boolean isFault() {
            return !kind.equals("message") && !kind.equals("expected-action");
        }
    }

    /**
     * What goes back to an inject, by the causes in the log.
     *
     * @param outageUserMinutes of the outages that go back to it, by the method of the headline: users of one home node
     *     count once. An outage goes back to one inject; injects that keep the same people without key at the same time
     *     together have at least the headline
     */
    public record Toll(
            int nodesOnBattery,
            int nodesDown,
            int linksLost,
            int servicesOut,
            int domainsHit,
            BigDecimal outageUserMinutes) {

        public boolean isNothing() {
            return nodesOnBattery + nodesDown + linksLost + servicesOut == 0;
        }
    }

    /**
     * One service and why it was hit, told for all that were lost with it.
     *
     * @param title its two ends by name
     * @param alike other services whose longest outage began and ended in the same seconds by the same inject
     * @param togetherUserMinutes outage user-minutes of the service and those others; users of one home node count once
     * @param alikeNamed some of them, worst first
     */
    public record ServiceStory(
            Scorecard.ServiceScore score,
            String title,
            int alike,
            BigDecimal togetherUserMinutes,
            List<ServiceId> alikeNamed,
            List<OutageStory> outages) {
        public ServiceStory {
            alikeNamed = List.copyOf(alikeNamed);
            outages = List.copyOf(outages);
        }
    }

    /**
     * One outage with the chain of events from its root to its end.
     *
     * @param root the inject at the root; empty when the log leads to none
     * @param inferred whether the root was found by following the chain, not named by the log
     */
    public record OutageStory(Outage outage, String root, boolean inferred, List<Step> chain) {
        public OutageStory {
            chain = List.copyOf(chain);
        }
    }

    /**
     * Aid that one operator asked of one other.
     *
     * @param outcome what became of it in a few words, such as {@code deployed, given back}
     */
    public record AidStory(AidCase aid, String outcome, List<Step> steps) {
        public AidStory {
            steps = List.copyOf(steps);
        }
    }

    /** One event in words. */
    public record Step(long timeMicros, EntryRef entry, String text) {}

    /** What a line of the timeline is about. */
    public enum TimelineKind {
        INJECT,
        MESSAGE,
        VERDICT,
        FAILURE,
        SERVICE,
        RESPONSE,
        RECOVERY
    }

    /**
     * Events of one kind in one domain within one stretch of time.
     *
     * @param domain empty for exercise control; of several operators their number, such as {@code 23 operators}
     * @param first the first of them
     */
    public record TimelineLine(
            long timeMicros, String domain, TimelineKind kind, String text, EntryRef first) {}

    /**
     * What an operator was without over time, in bins of equal width over the window; each value is the largest within
     * its bin.
     *
     * @param nodes all its nodes
     * @param services all services at home there
     * @param binMicros width of a bin; the last may be narrower
     */
    public record Course(
            String domain,
            String name,
            int nodes,
            int links,
            int services,
            long binMicros,
            List<Integer> nodesOnBattery,
            List<Integer> nodesDown,
            List<Integer> linksLost,
            List<Integer> servicesOut) {

        /** More than a page can show apart. */
        public static final int BINS_MAX = 288;

        public Course {
            nodesOnBattery = List.copyOf(nodesOnBattery);
            nodesDown = List.copyOf(nodesDown);
            linksLost = List.copyOf(linksLost);
            servicesOut = List.copyOf(servicesOut);
        }
    }

    /** The network and what failed in it. */
    public record NetworkPicture(List<NodeMark> nodes, List<LinkMark> links) {
        public NetworkPicture {
            nodes = List.copyOf(nodes);
            links = List.copyOf(links);
        }
    }

    /** A node and how long it was on battery and down within the window. */
    public record NodeMark(
            String id,
            String name,
            String domain,
            double latitude,
            double longitude,
            long batteryMicros,
            long downMicros) {}

    /**
     * A link and how long it generated nothing.
     *
     * @param reason the state it was in longest while it did not, {@code AGENT_DOWN} when it was aligned and key
     *     management at an end was down; empty when it always generated
     */
    public record LinkMark(
            String id, String a, String b, String owner, long lostMicros, String reason) {}

    /**
     * A repair job.
     *
     * @param openedMicros when it was known to need hands
     * @param crew empty when none was sent
     * @param travellingMicros when the crew left; -1 when none did
     * @param workingMicros when it began on site; -1 when it did not
     * @param closedMicros -1 when it was still open at EndEx
     */
    public record Repair(
            String job,
            String asset,
            String domain,
            String crew,
            long openedMicros,
            long travellingMicros,
            long workingMicros,
            long closedMicros) {}

    /**
     * What responders of a domain did, by kind of intent.
     *
     * @param by who asked, for example {@code default-policy}
     * @param lastRefusal the sentence of the last refusal; empty when none was refused
     */
    public record Action(
            String domain,
            String by,
            String intent,
            int accepted,
            int refused,
            long firstMicros,
            String lastRefusal) {}
}
