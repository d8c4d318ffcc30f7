package breakwater.report;

import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.ExerciseEvent.LinkChanged;
import breakwater.exercise.ExerciseEvent.NodeChanged;
import breakwater.exercise.LogEntry;
import breakwater.exercise.SimTime;
import breakwater.network.DomainId;
import breakwater.network.NodeState;
import breakwater.report.ReportDocument.Course;
import breakwater.scoring.Measure;
import breakwater.scoring.Outage;
import breakwater.scoring.Scorecard;
import breakwater.scoring.Scorecard.Group;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts, bin by bin, what each operator was without. */
final class Courses {

    private final Scorecard card;
    private final LogIndex log;
    private final long end;
    private final long binMicros;

    private Courses(Scorecard card, LogIndex log) {
        this.card = card;
        this.log = log;
        this.end = card.windowSeconds() * SimTime.MICROS_PER_SECOND;
        this.binMicros = Math.max(1, (end + Course.BINS_MAX - 1) / Course.BINS_MAX);
    }

    /** Of operators that were hit in any way, by outage user-minutes, then by services, then by nodes hit. */
    static List<Course> of(Scorecard card, LogIndex log) {
        return new Courses(card, log).courses();
    }

    private List<Course> courses() {
        Map<DomainId, Lanes> lanes = new HashMap<>();
        card.operators().forEach(g -> lanes.put(new DomainId(g.id()), new Lanes(end, binMicros)));
        log.nodes().keySet().forEach(node -> lanesOf(lanes, log.domainOf(node)).nodes++);
        card.links().forEach(link -> lanesOf(lanes, link.owner()).links++);
        card.services().forEach(service -> lanesOf(lanes, service.home()).services++);
        log.entries().forEach(entry -> take(entry, lanes));
        for (Outage outage : card.outages()) {
            DomainId home = log.domainOf(log.service(outage.service()).from());
            Lane lane = lanesOf(lanes, home).servicesOut;
            lane.add(outage.fromSecond() * SimTime.MICROS_PER_SECOND, 1);
            lane.add(outage.untilSecond() * SimTime.MICROS_PER_SECOND, -1);
        }
        return card.operators().stream()
                .sorted(Comparator.comparingDouble(Courses::weight)
                        .reversed()
                        .thenComparing(Group::id))
                .map(group -> lanesOf(lanes, new DomainId(group.id())).course(group))
                .filter(Courses::isHit)
                .toList();
    }

    private static Lanes lanesOf(Map<DomainId, Lanes> lanes, DomainId domain) {
        Lanes own = lanes.get(domain);
        if (own == null) {
            throw new IllegalArgumentException(
                    "The scorecard has no operator for the domain (%s).".formatted(domain));
        }
        return own;
    }

    private static double weight(Group group) {
        return group.figures().valueOr(Measure.OUTAGE_USER_MINUTES, 0);
    }

    private static boolean isHit(Course course) {
        return anything(course.nodesOnBattery())
                || anything(course.nodesDown())
                || anything(course.linksLost())
                || anything(course.servicesOut());
    }

    private static boolean anything(List<Integer> counts) {
        return counts.stream().anyMatch(count -> count > 0);
    }

    /** Each node and link is in one state at a time: what it leaves goes down by one, what it enters goes up. */
    private static void take(LogEntry entry, Map<DomainId, Lanes> lanes) {
        ExerciseEvent event = entry.event();
        if (event instanceof NodeChanged node) {
            lanesOf(lanes, entry.origin()).enter(entry.timeMicros(), node);
        } else if (event instanceof LinkChanged link) {
            lanesOf(lanes, entry.origin()).enter(entry.timeMicros(), link);
        }
    }

    /** All counts of one operator. */
    private static final class Lanes {
        private final long binMicros;
        private final Lane nodesOnBattery;
        private final Lane nodesDown;
        private final Lane linksLost;
        private final Lane servicesOut;
        private final Map<Object, Lane> laneOf = new HashMap<>();
        private int nodes;
        private int links;
        private int services;

        Lanes(long end, long binMicros) {
            this.binMicros = binMicros;
            this.nodesOnBattery = new Lane(end, binMicros);
            this.nodesDown = new Lane(end, binMicros);
            this.linksLost = new Lane(end, binMicros);
            this.servicesOut = new Lane(end, binMicros);
        }

        void enter(long timeMicros, NodeChanged node) {
            leave(timeMicros, node.node());
            if (node.state() == NodeState.ON_BATTERY || node.state() == NodeState.DOWN) {
                enter(
                        timeMicros,
                        node.node(),
                        node.state() == NodeState.DOWN ? nodesDown : nodesOnBattery);
            }
        }

        void enter(long timeMicros, LinkChanged link) {
            leave(timeMicros, link.link());
            if (!link.generates()) {
                enter(timeMicros, link.link(), linksLost);
            }
        }

        private void leave(long timeMicros, Object subject) {
            Lane lane = laneOf.remove(subject);
            if (lane != null) {
                lane.add(timeMicros, -1);
            }
        }

        private void enter(long timeMicros, Object subject, Lane lane) {
            lane.add(timeMicros, 1);
            laneOf.put(subject, lane);
        }

        Course course(Group group) {
            return new Course(
                    group.id(),
                    group.name(),
                    nodes,
                    links,
                    services,
                    binMicros,
                    nodesOnBattery.largestPerBin(),
                    nodesDown.largestPerBin(),
                    linksLost.largestPerBin(),
                    servicesOut.largestPerBin());
        }
    }

    private record Change(long timeMicros, int by) {}

    /** A count over time. */
    private static final class Lane {
        private final long end;
        private final long binMicros;
        private final List<Change> changes = new ArrayList<>();

        Lane(long end, long binMicros) {
            this.end = end;
            this.binMicros = binMicros;
        }

        void add(long timeMicros, int by) {
            changes.add(new Change(timeMicros, by));
        }

        /** Who leaves at an instant makes room before another comes, so that a change of subject is no peak. */
        List<Integer> largestPerBin() {
            changes.sort(Comparator.comparingLong(Change::timeMicros).thenComparingInt(Change::by));
            int bins = (int) ((end + binMicros - 1) / binMicros);
            List<Integer> largest = new ArrayList<>(bins);
            int count = 0;
            int at = 0;
            for (int bin = 0; bin < bins; bin++) {
                long until = (bin + 1) * binMicros;
                while (at < changes.size() && changes.get(at).timeMicros() <= bin * binMicros) {
                    count += changes.get(at++).by();
                }
                int peak = count;
                while (at < changes.size() && changes.get(at).timeMicros() < until) {
                    count += changes.get(at++).by();
                    peak = Math.max(peak, count);
                }
                largest.add(peak);
            }
            return largest;
        }
    }
}
