package breakwater.scoring;

import breakwater.exercise.ExerciseEvent.DrillOpened;
import breakwater.exercise.ExerciseEvent.LinkDeclared;
import breakwater.exercise.ExerciseEvent.ServiceDeclared;
import breakwater.network.DomainId;
import breakwater.network.ServiceId;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All figures of a drill.
 *
 * @param drill the first line of the log
 * @param policy the rules a standard leaves open
 * @param windowSeconds what was scored: the whole seconds from StartEx to EndEx
 * @param federation all services and links together
 * @param operators by domain; a service belongs to its home, a link to its owner
 * @param classes by priority class, the first class first
 * @param services by name
 * @param links by name
 * @param outages by start, then service
 * @param aid what operators asked of each other
 */
public record Scorecard(
        DrillOpened drill,
        ScoringPolicy policy,
        long windowSeconds,
        Group federation,
        List<Group> operators,
        List<Group> classes,
        List<ServiceScore> services,
        List<LinkScore> links,
        List<Outage> outages,
        AidScores aid) {

    public Scorecard {
        operators = List.copyOf(operators);
        classes = List.copyOf(classes);
        services = List.copyOf(services);
        links = List.copyOf(links);
        outages = List.copyOf(outages);
    }

    /**
     * User-minutes of those outages, by the method of {@link Measure#OUTAGE_USER_MINUTES}: users of one home node count
     * once. Of two sets of outages together it is at most the sum; of all outages it is the figure of the federation.
     * O(n log n) in the outages, and O(n) in the services.
     *
     * @throws IllegalArgumentException when the service of an outage is not on this scorecard
     */
    public BigDecimal outageUserMinutes(Collection<Outage> some) {
        Map<ServiceId, ServiceDeclared> declared = new HashMap<>();
        services.forEach(s -> declared.put(s.declared().service(), s.declared()));
        OutageUsers users = new OutageUsers();
        for (Outage outage : some) {
            ServiceDeclared service = declared.get(outage.service());
            if (service == null) {
                throw new IllegalArgumentException(
                        "The service (%s) is not on the scorecard.".formatted(outage.service()));
            }
            users.add(service, outage);
        }
        return users.minutes();
    }

    /** Operators with at least one service that was out, by outage user-minutes, most first. */
    public List<Group> operatorsHit() {
        return operators.stream()
                .filter(g -> g.figures().valueOr(Measure.SERVICES_HIT, 0) > 0)
                .sorted(Comparator.comparingDouble(
                                (Group g) -> g.figures().valueOr(Measure.OUTAGE_USER_MINUTES, 0))
                        .reversed()
                        .thenComparing(Group::id))
                .toList();
    }

    /**
     * Figures of several services together.
     *
     * @param id domain, class number or {@code federation}
     * @param curve quality over time; null when no service has demand
     */
    public record Group(
            String id,
            String name,
            Figures figures,
            @Nullable Curve curve) {}

    /** One service. */
    public record ServiceScore(ServiceDeclared declared, DomainId home, Figures figures) {}

    /**
     * One link.
     *
     * @param notGeneratingMicros how long it generated nothing in the window
     * @param firstLoss the first entry that took it down; null when it never went down
     */
    public record LinkScore(
            LinkDeclared declared,
            DomainId owner,
            Figures figures,
            long notGeneratingMicros,
            @Nullable EntryRef firstLoss) {}
}
