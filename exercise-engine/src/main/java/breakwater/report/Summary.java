package breakwater.report;

import breakwater.exercise.SimTime;
import breakwater.report.ReportDocument.InjectStory;
import breakwater.report.ReportDocument.ServiceStory;
import breakwater.report.ReportDocument.Toll;
import breakwater.scoring.Curve;
import breakwater.scoring.Figures;
import breakwater.scoring.Measure;
import breakwater.scoring.Outage;
import breakwater.scoring.Scorecard;
import breakwater.scoring.Scorecard.Group;
import breakwater.scoring.ScoringPolicy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happened, to whom and why, in a handful of sentences. */
final class Summary {

    private static final int NAMED_MAX = 3;

    private final Scorecard card;
    private final List<InjectStory> injects;
    private final List<ServiceStory> worst;

    Summary(Scorecard card, List<InjectStory> injects, List<ServiceStory> worst) {
        this.card = card;
        this.injects = injects;
        this.worst = worst;
    }

    List<String> sentences() {
        List<String> said = new ArrayList<>();
        said.add(outcome());
        injects.stream()
                .filter(InjectStory::isFault)
                .filter(InjectStory::isReleased)
                .forEach(i -> said.add(fault(i)));
        if (!card.outages().isEmpty()) {
            said.add(hit());
            said.add(recovery());
        }
        buffers().ifPresent(said::add);
        expectations().ifPresent(said::add);
        return said;
    }

    private Figures all() {
        return card.federation().figures();
    }

    private long whole(Measure measure) {
        return (long) all().valueOr(measure, 0);
    }

    private String outcome() {
        long services = whole(Measure.SERVICES);
        long hit = whole(Measure.SERVICES_HIT);
        String length = Wording.duration(card.drill().horizonMicros());
        if (hit == 0) {
            return "In %s no service of %s was without key for 10 seconds or more."
                    .formatted(length, Wording.number(services));
        }
        Curve curve = card.federation().curve();
        String lowest = curve == null
                ? ""
                : " At the worst moment, %s, the federation delivered %s of what was asked for, services weighed alike."
                        .formatted(
                                SimTime.format(curve.lowestAtMicros()),
                                Wording.percent(curve.lowestPpm() / 1e6));
        return "%s of %s were without key for a time; over the %s, services were available %s of the time.%s"
                .formatted(
                        Wording.number(hit),
                        Wording.count(services, "service"),
                        length,
                        Wording.percent(all().valueOr(Measure.AVAILABILITY, 0)),
                        lowest);
    }

    private static String fault(InjectStory inject) {
        String head =
                "At %s: %s".formatted(SimTime.format(inject.releasedMicros()), inject.title());
        Toll toll = inject.toll();
        if (toll.isNothing()) {
            return head + ". Nothing in the log goes back to it.";
        }
        List<String> parts = new ArrayList<>();
        if (toll.nodesOnBattery() > 0) {
            parts.add(Wording.count(toll.nodesOnBattery(), "node") + " ran on batteries");
        }
        if (toll.nodesDown() > 0) {
            parts.add(Wording.count(toll.nodesDown(), "node") + " went down");
        }
        if (toll.linksLost() > 0) {
            parts.add(Wording.count(toll.linksLost(), "link") + " stopped generating key");
        }
        parts.add(
                toll.servicesOut() == 0
                        ? "no service was lost directly"
                        : "%s lost key (%s user-minutes)"
                                .formatted(
                                        Wording.count(toll.servicesOut(), "service"),
                                        Wording.about(toll.outageUserMinutes().doubleValue())));
        return "%s. What followed: %s.".formatted(head, Wording.list(parts));
    }

    private String hit() {
        List<Group> hit = card.operatorsHit();
        List<String> named = hit.stream()
                .limit(NAMED_MAX)
                .map(g -> "%s (%s of %s services, %s user-minutes)"
                        .formatted(
                                g.name(),
                                Wording.number((long) g.figures().valueOr(Measure.SERVICES_HIT, 0)),
                                Wording.number((long) g.figures().valueOr(Measure.SERVICES, 0)),
                                Wording.about(g.figures().valueOr(Measure.OUTAGE_USER_MINUTES, 0))))
                .toList();
        String rest = hit.size() > NAMED_MAX
                ? "; %s more %s hit less"
                        .formatted(
                                Wording.number(hit.size() - NAMED_MAX),
                                hit.size() == NAMED_MAX + 1 ? "operator was" : "operators were")
                : "";
        String worstService = worst.isEmpty()
                ? ""
                : " The worst service was %s, from %s."
                        .formatted(
                                worst.get(0).score().declared().service(),
                                worst.get(0).title());
        return "Most hit: %s%s.%s".formatted(Wording.list(named), rest, worstService);
    }

    private String recovery() {
        long open = whole(Measure.NOT_RESTORED);
        long restored = whole(Measure.RESTORED);
        long longest = card.outages().stream().mapToLong(Outage::seconds).max().orElse(0);
        String median = all().findValue(Measure.RESTORE_MEDIAN_SECONDS)
                .map(v -> "half of them within "
                        + Wording.duration((long) (v.doubleValue() * SimTime.MICROS_PER_SECOND))
                        + " of their cause")
                .orElse("too few of them to give a median");
        return "Of %s %s restored, %s; the longest lasted %s%s."
                .formatted(
                        Wording.count(restored + open, "outage"),
                        restored == 1 ? "1 was" : Wording.number(restored) + " were",
                        median,
                        Wording.duration(longest * SimTime.MICROS_PER_SECOND),
                        open == 0
                                ? ""
                                : ", and %s still open at EndEx"
                                        .formatted(
                                                open == 1
                                                        ? "1 was"
                                                        : Wording.number(open) + " were"));
    }

    private Optional<String> buffers() {
        long links = whole(Measure.LINKS_HIT);
        if (links == 0) {
            return Optional.empty();
        }
        return Optional.of(
                "%s of %s stopped generating key at least once; link availability was %s, kept apart from that of services because stored key hides lost links."
                        .formatted(
                                Wording.number(links),
                                Wording.count(whole(Measure.LINKS), "link"),
                                Wording.percent(all().valueOr(Measure.LINK_AVAILABILITY, 0))));
    }

    private Optional<String> expectations() {
        List<InjectStory> judged = injects.stream().filter(i -> i.met() != null).toList();
        if (judged.isEmpty()) {
            return Optional.empty();
        }
        long met = judged.stream().filter(i -> Boolean.TRUE.equals(i.met())).count();
        return Optional.of(
                judged.size() == 1
                        ? "The one expected action was %s in time."
                                .formatted(met == 1 ? "taken" : "not taken")
                        : "Of %s expected actions %s %s taken in time."
                                .formatted(judged.size(), met, met == 1 ? "was" : "were"));
    }

    /** What a reader must know to read the figures rightly. */
    static List<String> assumptions(Scorecard card) {
        ScoringPolicy policy = card.policy();
        return List.of(
                "The network is a model. Nothing in it is a real key, a real route or a measurement of a real operator.",
                "A second counts against a service when it got less than %s %% of the key it asked for. No standard defines this for QKD; it is a choice of this exercise."
                        .formatted(policy.severelyErroredBelowPercent()),
                "Time is unavailable from the first of %s such seconds in a row to the first of %s others in a row (ITU-T G.826, G.827)."
                        .formatted(ScoringPolicy.RULE_SECONDS, ScoringPolicy.RULE_SECONDS),
                "Scores follow the truth of the model, not what an operator knew at the time; operators hear of each other's changes one signalling latency (%s) later."
                        .formatted(Wording.duration(card.drill().signallingLatencyMicros())),
                "Services of one home node are taken for the same people, so that a user of two of them counts once.",
                "Planned work excuses at most %s %% of the window, only where it was declared at StartEx and caused the outage, and only in a figure of its own."
                        .formatted(policy.maintenanceCapPercent()),
                "One drill is one draw: repair times and battery lives were drawn once from seed %s. How much of a figure is chance only an ensemble of re-runs can say."
                        .formatted(card.drill().seed()),
                "Who responded, and by which default, is in the section on responses; a drill without people says nothing about people.");
    }
}
