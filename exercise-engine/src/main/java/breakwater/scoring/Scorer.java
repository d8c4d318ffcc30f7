package breakwater.scoring;

import breakwater.exercise.ExerciseEvent.DrillOpened;
import breakwater.exercise.ExerciseEvent.StoreClosed;
import breakwater.exercise.LogEntry;
import breakwater.exercise.SimTime;
import breakwater.network.DomainId;
import breakwater.scoring.Scorecard.Group;
import breakwater.scoring.Scorecard.LinkScore;
import breakwater.scoring.Scorecard.ServiceScore;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Scores a drill from its log. Pure; the same log gives the same figures everywhere. */
public final class Scorer {

    private final LogTraces log;
    private final ScoringPolicy policy;
    private final long seconds;
    private final List<ServiceTally> tallies;
    private final List<LinkScore> links;

    private Scorer(LogTraces log, ScoringPolicy policy) {
        this.log = log;
        this.policy = policy;
        this.seconds = log.opened().horizonMicros() / SimTime.MICROS_PER_SECOND;
        OutageFinder finder = new OutageFinder(log, policy);
        this.tallies = log.services().stream()
                .map(trace -> new ServiceTally(trace, seconds, policy, finder))
                .toList();
        this.links = log.links().stream()
                .map(link -> LinkFigures.score(link, seconds))
                .toList();
    }

    /** With {@link ScoringPolicy#DEFAULT}. */
    public static Scorecard score(Iterable<LogEntry> entries) {
        return score(entries, ScoringPolicy.DEFAULT);
    }

    /**
     * Scores a whole log in its order; it is gone through twice. Time grows with the number of changes (n log n), not
     * with the length of the drill. Throws {@link IllegalArgumentException} on a log that was never opened or names a
     * link or service it does not declare; {@code breakwater.log.LogReader} finds that first, with its place. Throws
     * {@link ArithmeticException} when a sum does not fit, which no log within the reader's bounds can bring about.
     */
    public static Scorecard score(Iterable<LogEntry> entries, ScoringPolicy policy) {
        return new Scorer(LogTraces.of(entries), policy).scorecard();
    }

    private Scorecard scorecard() {
        DrillOpened drill = log.opened();
        List<Outage> outages = tallies.stream()
                .flatMap(t -> t.outages().stream())
                .sorted(Comparator.comparingLong(Outage::fromSecond).thenComparing(Outage::service))
                .toList();
        return new Scorecard(
                drill,
                policy,
                seconds,
                federation(),
                operators(),
                classes(),
                tallies.stream().map(this::service).toList(),
                links,
                outages,
                log.aid());
    }

    private ServiceScore service(ServiceTally tally) {
        Map<Measure, @Nullable BigDecimal> values = ServiceFigures.of(List.of(tally), null, policy);
        values.remove(Measure.SERVICES);
        values.remove(Measure.SERVICES_HIT);
        values.remove(Measure.AVAILABILITY_WORST);
        values.remove(Measure.RIDE_THROUGH_MAX_SECONDS);
        return new ServiceScore(
                tally.trace().declared(), tally.trace().home(), new Figures(values));
    }

    private Group federation() {
        List<StoreClosed> accounts = new ArrayList<>();
        domains().forEach(domain -> accounts.addAll(log.accountsOf(domain)));
        return group("federation", "Federation", tallies, links, accounts);
    }

    private List<Group> operators() {
        List<Group> groups = new ArrayList<>();
        for (DomainId domain : domains()) {
            var declared = log.operators().get(domain);
            groups.add(group(
                    domain.value(),
                    declared == null ? domain.value() : declared.name(),
                    tallies.stream()
                            .filter(t -> t.trace().home().equals(domain))
                            .toList(),
                    links.stream().filter(l -> l.owner().equals(domain)).toList(),
                    log.accountsOf(domain)));
        }
        return groups;
    }

    /** Every domain that declared itself or anything else. */
    private Set<DomainId> domains() {
        TreeSet<DomainId> domains = new TreeSet<>(log.operators().keySet());
        tallies.forEach(t -> domains.add(t.trace().home()));
        links.forEach(l -> domains.add(l.owner()));
        return domains;
    }

    private Group group(
            String id,
            String name,
            List<ServiceTally> services,
            List<LinkScore> ownLinks,
            List<StoreClosed> accounts) {
        Curve curve = CurveBuilder.of(services);
        Map<Measure, @Nullable BigDecimal> values = ServiceFigures.of(services, curve, policy);
        LinkFigures.addTo(values, ownLinks, seconds);
        LinkFigures.addAccountsTo(values, accounts);
        return new Group(id, name, new Figures(values), curve);
    }

    private List<Group> classes() {
        Map<Integer, List<ServiceTally>> byClass = new TreeMap<>();
        for (ServiceTally tally : tallies) {
            byClass.computeIfAbsent(
                            tally.trace().declared().priorityClass(), c -> new ArrayList<>())
                    .add(tally);
        }
        List<Group> groups = new ArrayList<>();
        byClass.forEach((number, members) -> {
            Curve curve = CurveBuilder.of(members);
            groups.add(new Group(
                    Integer.toString(number),
                    "Class " + number,
                    new Figures(ServiceFigures.of(members, curve, policy)),
                    curve));
        });
        return groups;
    }
}
