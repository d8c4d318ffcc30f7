package breakwater.bench;

import breakwater.engine.plan.ExercisePlan;
import breakwater.ensemble.Arm;
import breakwater.network.Domain;
import breakwater.network.Network;
import breakwater.scenario.Exercise;

import java.util.List;

/**
 * Drills of a rehearsal; an event is one drill with its figures. And how many drills common random numbers save: the
 * same two arms, compared once in pairs and once with chance of their own.
 */
final class RehearsalBenchmark implements Benchmark {

    private static final String LIVE = "figures while played";
    private static final String FROM_LOG = "log kept, scored";
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double PER_SECOND_BAR = 100;
    private static final double FEWER_BAR = 10;

    /** Enough that a ratio of variances is known to about a sixth. */
    private static final int PAIRS = 512;

    /** What the second arm differs in: crews that take four hours for what took three. */
    private static final double SLOWER = 0.75;

    @Override
    public String name() {
        return "REHEARSE";
    }

    @Override
    public String title() {
        return "REHEARSE: iberia-2025, drills of a rehearsal on one core; france-2022 against slower crews, %s pairs"
                .formatted(PAIRS);
    }

    @Override
    public List<String> contestants() {
        return List.of(LIVE, FROM_LOG);
    }

    @Override
    public Contestant contestant(String name) {
        Arm arm = RehearsedDrills.byDefaultPolicy("iberia-2025");
        return name.equals(LIVE) ? new RehearsedDrills(arm) : new ScoredDrills(arm);
    }

    @Override
    public List<Figure> figures(Outcomes outcomes) {
        double live = NANOS_PER_SECOND / outcomes.get(LIVE).nanosPerEvent();
        double fromLog = NANOS_PER_SECOND / outcomes.get(FROM_LOG).nanosPerEvent();
        double fewer = drillsSaved();
        return List.of(
                Figure.atLeast("drills/s per core", live, PER_SECOND_BAR),
                Figure.comparison("drills/s per core", live, FROM_LOG, fromLog),
                Figure.ratioAtLeast(
                        "times fewer drills", fewer, "chance of their own", 1, FEWER_BAR));
    }

    private static double drillsSaved() {
        Exercise exercise = DrillOfExercise.read("france-2022");
        return CommonChance.drillsSaved(
                Arm.ofDefaultPolicy("as it is", ExercisePlan.of(exercise)),
                Arm.ofDefaultPolicy("slower crews", ExercisePlan.of(withSlowerCrews(exercise))),
                PAIRS);
    }

    private static Exercise withSlowerCrews(Exercise exercise) {
        Network all = exercise.network();
        List<Domain> slower = all.domains().stream()
                .map(domain -> new Domain(
                        domain.id(),
                        domain.name(),
                        domain.regulator(),
                        domain.timeZone(),
                        new Domain.CrewPool(
                                domain.crews().count(),
                                domain.crews().depot(),
                                domain.crews().travelSpeedKmPerHour() * SLOWER,
                                domain.crews().generators()),
                        domain.controller()))
                .toList();
        return new Exercise(
                exercise.name(),
                exercise.title(),
                exercise.synopsis(),
                exercise.hash(),
                exercise.horizonMicros(),
                exercise.signallingLatencyMicros(),
                exercise.seed(),
                new Network(
                        all.name(),
                        all.attribution(),
                        slower,
                        all.nodes(),
                        all.links(),
                        all.kmLinks(),
                        all.gateways(),
                        all.srlgs(),
                        all.services()),
                exercise.scenario(),
                exercise.response(),
                exercise.agreements());
    }
}
