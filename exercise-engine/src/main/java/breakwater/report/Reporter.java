package breakwater.report;

import breakwater.exercise.ExerciseEvent.AttributionStated;
import breakwater.exercise.ExerciseEvent.ObjectiveDeclared;
import breakwater.exercise.LogEntry;
import breakwater.network.ServiceId;
import breakwater.report.ReportDocument.Objective;
import breakwater.report.ReportDocument.OutageStory;
import breakwater.report.ReportDocument.ServiceStory;
import breakwater.scoring.Measure;
import breakwater.scoring.Outage;
import breakwater.scoring.Scorecard;
import breakwater.scoring.Scorecard.ServiceScore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the report of a drill. Pure; reads the scorecard and the log, nothing else. */
public final class Reporter {

    /** Losses told in full: as many as a reader will read. */
    public static final int WORST_MAX = 10;

    private static final int OUTAGES_TOLD_MAX = 3;

    private static final int ALIKE_NAMED_MAX = 12;

    /** The vector that stands first. */
    private static final List<Measure> HEADLINE = List.of(
            Measure.AVAILABILITY,
            Measure.AVAILABILITY_WORST,
            Measure.KEY_DELIVERY_RATIO,
            Measure.OUTAGE_USER_MINUTES,
            Measure.RESTORE_MEDIAN_SECONDS,
            Measure.LINK_AVAILABILITY,
            Measure.LOWEST_QUALITY,
            Measure.NORMALISED_RESILIENCE);

    private final Scorecard card;
    private final LogIndex log;
    private final InjectStories injects;
    private final Map<ServiceId, List<Outage>> outages = new HashMap<>();

    private Reporter(Scorecard card, List<LogEntry> entries) {
        this.card = card;
        this.log = new LogIndex(entries);
        this.injects = new InjectStories(card, log);
        card.outages().stream()
                .sorted(Comparator.comparingLong(Outage::seconds).reversed())
                .forEach(o -> outages.computeIfAbsent(o.service(), s -> new ArrayList<>())
                        .add(o));
    }

    /**
     * The report of the drill that {@code entries} record and {@code card} scores; the two must belong together. Time
     * grows with the log, and for each of the {@value #WORST_MAX} worst services once more.
     */
    public static ReportDocument report(Scorecard card, List<LogEntry> entries) {
        return new Reporter(card, entries).report();
    }

    private ReportDocument report() {
        Timeline timeline = new Timeline(card, log);
        Assets assets = new Assets(card, log);
        List<ServiceStory> worst = worst();
        return new ReportDocument(
                card,
                attribution(),
                new Summary(card, injects.stories(), worst).sentences(),
                HEADLINE,
                objectives(),
                injects.stories(),
                worst,
                timeline.lines(),
                timeline.leftOut(),
                Courses.of(card, log),
                assets.network(),
                assets.repairs(),
                assets.actions(),
                AidStories.of(card.aid()),
                Summary.assumptions(card));
    }

    private List<String> attribution() {
        List<String> lines = new ArrayList<>();
        for (LogEntry entry : log.entries()) {
            if (entry.event() instanceof AttributionStated stated) {
                lines.add(stated.text());
            }
        }
        return lines;
    }

    private List<Objective> objectives() {
        List<Objective> objectives = new ArrayList<>();
        for (LogEntry entry : log.entries()) {
            if (entry.event() instanceof ObjectiveDeclared declared) {
                objectives.add(new Objective(
                        declared.objective(),
                        declared.text(),
                        declared.injects().stream().map(Object::toString).toList()));
            }
        }
        return objectives;
    }

    /**
     * The worst service of each loss. Services lost and restored in the same seconds to the same inject share their
     * chain of events: telling ten of them would tell one thing ten times. By users x unavailable time, then by
     * unavailable time, then by name.
     */
    private List<ServiceStory> worst() {
        OutageChains chains = new OutageChains(log, injects.released());
        Map<Loss, List<ServiceScore>> losses = new LinkedHashMap<>();
        card.services().stream()
                .filter(s -> unavailable(s) > 0)
                .sorted(Comparator.comparingDouble(Reporter::weight)
                        .thenComparingDouble(Reporter::unavailable)
                        .reversed()
                        .thenComparing(s -> s.declared().service()))
                .forEach(s ->
                        losses.computeIfAbsent(loss(s), l -> new ArrayList<>()).add(s));
        return losses.values().stream()
                .limit(WORST_MAX)
                .map(together -> story(together, chains))
                .toList();
    }

    private record Loss(String cause, long fromSecond, long untilSecond) {}

    private Loss loss(ServiceScore score) {
        Outage longest = outages(score).get(0);
        return new Loss(longest.cause(), longest.fromSecond(), longest.untilSecond());
    }

    /** Longest first. */
    private List<Outage> outages(ServiceScore score) {
        return outages.getOrDefault(score.declared().service(), List.of());
    }

    private static double weight(ServiceScore score) {
        return score.figures().valueOr(Measure.OUTAGE_USER_MINUTES_BY_SERVICE, 0);
    }

    private static double unavailable(ServiceScore score) {
        return score.figures().valueOr(Measure.UNAVAILABLE_SECONDS, 0);
    }

    private static List<ServiceId> named(List<ServiceScore> together) {
        return together.stream()
                .skip(1)
                .limit(ALIKE_NAMED_MAX)
                .map(s -> s.declared().service())
                .toList();
    }

    private ServiceStory story(List<ServiceScore> together, OutageChains chains) {
        ServiceScore score = together.get(0);
        List<OutageStory> told = outages(score).stream()
                .limit(OUTAGES_TOLD_MAX)
                .sorted(Comparator.comparingLong(Outage::fromSecond))
                .map(chains::story)
                .toList();
        String title = Wording.node(log.node(score.declared().from()))
                + " to "
                + Wording.node(log.node(score.declared().to()));
        List<Outage> all = together.stream().flatMap(s -> outages(s).stream()).toList();
        return new ServiceStory(
                score,
                title,
                together.size() - 1,
                card.outageUserMinutes(all),
                named(together),
                told);
    }
}
