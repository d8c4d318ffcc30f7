package breakwater.bench;

import breakwater.engine.plan.ExercisePlan;
import breakwater.ensemble.Arm;
import breakwater.ensemble.DrillFigure;
import breakwater.ensemble.Rehearsal;
import breakwater.ensemble.RehearsalDocument;
import breakwater.ensemble.RehearsalDocument.Row;
import breakwater.ensemble.RehearsalRequest;
import breakwater.ensemble.ReplicationRunner;
import breakwater.network.Domain;
import breakwater.network.Network;
import breakwater.scenario.Exercise;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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

    private static final long SEED = 7;
    private static final long OTHER_SEED = 8;

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
        return name.equals(LIVE)
                ? new RehearsedDrills("iberia-2025")
                : new ScoredDrills("iberia-2025");
    }

    @Override
    public List<Figure> figures(Outcomes outcomes) {
        double live = NANOS_PER_SECOND / outcomes.get(LIVE).nanosPerEvent();
        double fromLog = NANOS_PER_SECOND / outcomes.get(FROM_LOG).nanosPerEvent();
        double fewer = drillsSaved();
        return List.of(
                new Figure(
                        "drills/s per core",
                        live,
                        "",
                        Double.NaN,
                        Double.NaN,
                        ">= %.0f".formatted(PER_SECOND_BAR),
                        live >= PER_SECOND_BAR),
                Figure.comparison("drills/s per core", live, FROM_LOG, fromLog),
                new Figure(
                        "times fewer drills",
                        fewer,
                        "chance of their own",
                        1,
                        fewer,
                        ">= %.0fx".formatted(FEWER_BAR),
                        fewer >= FEWER_BAR));
    }

    /**
     * The half-width of an interval falls with the root of the number of drills, so as many times fewer as the variance
     * of the differences is smaller.
     */
    private static double drillsSaved() {
        Exercise exercise = DrillOfExercise.read("france-2022");
        Arm arm = Arm.ofDefaultPolicy("as it is", ExercisePlan.of(exercise));
        Arm other = Arm.ofDefaultPolicy("slower crews", ExercisePlan.of(withSlowerCrews(exercise)));
        Row paired = degraded(arm, Optional.of(other), SEED);
        List<Double> first = paired.first().values();
        List<Double> sameChance = paired.second().orElseThrow().values();
        List<Double> ownChance =
                degraded(other, Optional.empty(), OTHER_SEED).first().values();
        return varianceOfDifference(first, ownChance) / varianceOfDifference(first, sameChance);
    }

    private static Row degraded(Arm arm, Optional<Arm> other, long seed) {
        RehearsalDocument found = new Rehearsal(
                        new RehearsalRequest(arm, other, seed, PAIRS, PAIRS, Optional.empty()),
                        ReplicationRunner.SEQUENTIAL,
                        () -> {})
                .play()
                .orElseThrow();
        return found.findRow(DrillFigure.DEGRADED).orElseThrow();
    }

    private static double varianceOfDifference(List<Double> left, List<Double> right) {
        double[] differences = IntStream.range(0, left.size())
                .mapToDouble(drill -> left.get(drill) - right.get(drill))
                .toArray();
        double mean = IntStream.range(0, differences.length)
                .mapToDouble(drill -> differences[drill])
                .average()
                .orElseThrow();
        double squares = 0;
        for (double difference : differences) {
            squares += (difference - mean) * (difference - mean);
        }
        return squares / (differences.length - 1);
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
