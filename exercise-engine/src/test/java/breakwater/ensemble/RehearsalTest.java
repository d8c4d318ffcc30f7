package breakwater.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import breakwater.conductor.Conductor;
import breakwater.conductor.DefaultResponders;
import breakwater.conductor.DomainRunner;
import breakwater.conductor.RandomExercise;
import breakwater.engine.plan.ExercisePlan;
import breakwater.ensemble.Comparison.Verdict;
import breakwater.ensemble.RehearsalDocument.Row;
import breakwater.ensemble.RehearsalRequest.Target;
import breakwater.ensemble.json.RehearsalJson;
import breakwater.exercise.LogEntry;
import breakwater.network.DomainId;
import breakwater.scenario.Exercise;
import breakwater.scoring.Measure;
import breakwater.scoring.Scorer;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

class RehearsalTest {

    private static final long SEED = 3;
    private static final Exercise EXERCISE = withOperators(3, 0);
    private static final ExercisePlan PLAN = ExercisePlan.of(EXERCISE);
    private static final Arm DEFAULT = Arm.ofDefaultPolicy("default", PLAN);
    private static final Arm NOBODY = DEFAULT.withoutAnswers("nobody");
    private static final Target DEGRADED_WITHIN_A_FIFTH =
            new Target(DrillFigure.DEGRADED, 0.2, true);

    /** The first random exercise from a seed on that has so many operators. */
    private static Exercise withOperators(int operators, long fromSeed) {
        return LongStream.range(fromSeed, fromSeed + 100)
                .mapToObj(RandomExercise::of)
                .filter(exercise -> exercise.network().domains().size() == operators)
                .findFirst()
                .orElseThrow();
    }

    private static RehearsalDocument play(RehearsalRequest request, ReplicationRunner runner) {
        return new Rehearsal(request, runner, () -> {}).play().orElseThrow();
    }

    private static RehearsalRequest compare(Arm arm, Arm other, int drills) {
        return new RehearsalRequest(
                arm, Optional.of(other), SEED, drills, drills, Optional.empty());
    }

    private static RehearsalRequest alone(int drills) {
        return new RehearsalRequest(
                DEFAULT, Optional.empty(), SEED, drills, drills, Optional.empty());
    }

    @Test
    void findsTheSameInWhateverOrderDrillsArePlayed() {
        RehearsalRequest request = compare(DEFAULT, NOBODY, 32);
        ReplicationRunner backwards = (from, until, task) ->
                IntStream.range(from, until).map(i -> from + until - 1 - i).forEach(task);
        ReplicationRunner threads =
                (from, until, task) -> IntStream.range(from, until).parallel().forEach(task);

        byte[] expected = RehearsalJson.encode(play(request, ReplicationRunner.SEQUENTIAL));

        assertThat(RehearsalJson.encode(play(request, backwards))).isEqualTo(expected);
        assertThat(RehearsalJson.encode(play(request, threads))).isEqualTo(expected);
    }

    @Test
    void theFirstDrillsOfALongerRehearsalAreThoseOfAShorterOne() {
        List<Double> shorter = valuesOf(play(alone(16), ReplicationRunner.SEQUENTIAL));
        List<Double> longer = valuesOf(play(alone(40), ReplicationRunner.SEQUENTIAL));

        assertThat(longer).startsWith(shorter.toArray(Double[]::new));
        assertThat(shorter.stream().distinct().count()).isGreaterThan(8);
    }

    private static List<Double> valuesOf(RehearsalDocument document) {
        return document.findRow(DrillFigure.DEGRADED).orElseThrow().first().values();
    }

    @Test
    void anyDrillCanBePlayedAgainByItsSeed() {
        RehearsalDocument document = play(alone(16), ReplicationRunner.SEQUENTIAL);
        int drill = 11;
        List<LogEntry> log = new ArrayList<>();
        new Conductor(
                        PLAN,
                        ReplicationSeeds.seedOf(SEED, drill),
                        new DefaultResponders(EXERCISE),
                        DomainRunner.SEQUENTIAL)
                .play((entries, until) -> log.addAll(entries));

        assertThat(valuesOf(document).get(drill))
                .isEqualTo(Scorer.score(log)
                        .federation()
                        .figures()
                        .findValue(Measure.DEGRADED_USER_MINUTES)
                        .orElseThrow()
                        .doubleValue());
    }

    @Test
    void whatIsComparedWithItselfIsAlikeInEveryDrill() {
        RehearsalDocument document =
                play(compare(DEFAULT, DEFAULT, 16), ReplicationRunner.SEQUENTIAL);

        assertThat(document.figures()).allSatisfy(row -> {
            Comparison comparison = row.comparison().orElseThrow();
            assertThat(comparison.verdict()).isEqualTo(Verdict.ALIKE);
            assertThat(comparison.alike()).isEqualTo(16);
            assertThat(comparison.difference()).isZero();
        });
    }

    @Test
    void findsThatNobodyAnsweringIsWorse() {
        RehearsalDocument document =
                play(compare(DEFAULT, NOBODY, 64), ReplicationRunner.SEQUENTIAL);
        Row row = document.findRow(DrillFigure.DEGRADED).orElseThrow();
        Comparison comparison = row.comparison().orElseThrow();

        assertThat(comparison.verdict()).isEqualTo(Verdict.WORSE);
        assertThat(comparison.worse()).isGreaterThan(comparison.better());
        assertThat(comparison.difference())
                .isEqualTo(
                        row.second().orElseThrow().estimate().mean()
                                - row.first().estimate().mean(),
                        within(1e-6 * row.first().estimate().mean()));
        assertThat(comparison.interval().contains(comparison.difference())).isTrue();
        assertThat(comparison.relative().orElseThrow().difference())
                .isEqualTo(comparison.difference() / row.first().estimate().mean(), within(1e-9));
    }

    @Test
    void seenFromTheOtherSideTheSameComparisonIsBetter() {
        RehearsalDocument there = play(compare(DEFAULT, NOBODY, 32), ReplicationRunner.SEQUENTIAL);
        RehearsalDocument back = play(compare(NOBODY, DEFAULT, 32), ReplicationRunner.SEQUENTIAL);
        Comparison worse = comparisonOf(there);
        Comparison better = comparisonOf(back);

        assertThat(better.better()).isEqualTo(worse.worse());
        assertThat(better.alike()).isEqualTo(worse.alike());
        assertThat(better.difference()).isEqualTo(-worse.difference());
    }

    private static Comparison comparisonOf(RehearsalDocument document) {
        return document.findRow(DrillFigure.DEGRADED).orElseThrow().comparison().orElseThrow();
    }

    @Test
    void theFiguresOfOperatorsAddUpToThatOfAll() {
        RehearsalDocument document = play(alone(16), ReplicationRunner.SEQUENTIAL);
        Predicate<Row> degraded = row -> row.figure() == DrillFigure.DEGRADED;
        double operators = document.figures().stream()
                .filter(degraded)
                .filter(row -> row.operator().isPresent())
                .mapToDouble(row -> row.first().estimate().mean())
                .sum();

        assertThat(operators)
                .isEqualTo(
                        document.findRow(DrillFigure.DEGRADED)
                                .orElseThrow()
                                .first()
                                .estimate()
                                .mean(),
                        within(1e-3));
    }

    @Test
    void aSilentOperatorLeavesTheOthersTheirAnswers() {
        DomainId silent = PLAN.domains().get(0).id();
        Arm arm = DEFAULT.withoutAnswersOf("silent", silent);

        assertThat(arm.responders().apply(1).apply(silent))
                .isSameAs(NOBODY.responders().apply(1).apply(silent));
        assertThat(arm.responders().apply(1).apply(PLAN.domains().get(1).id()))
                .isNotSameAs(NOBODY.responders().apply(1).apply(silent));
    }

    @Test
    void looksOnlyAtTheDoublesOfTheFirstLookAndIsSurerAtEach() {
        RehearsalRequest request = new RehearsalRequest(
                DEFAULT, Optional.empty(), SEED, 64, 700, Optional.of(DEGRADED_WITHIN_A_FIFTH));

        assertThat(request.looks()).containsExactly(64, 128, 256, 512);
        assertThat(request.levelPerLook()).isEqualTo(1 - 0.05 / 4, within(1e-12));
        assertThat(alone(700).looks()).containsExactly(700);
        assertThat(alone(700).levelPerLook()).isEqualTo(0.95, within(1e-12));
    }

    @Test
    void stopsAtTheFirstLookThatKnowsTheFigureWellEnough() {
        AtomicInteger drills = new AtomicInteger();
        RehearsalRequest request = new RehearsalRequest(
                DEFAULT, Optional.empty(), SEED, 16, 4096, Optional.of(DEGRADED_WITHIN_A_FIFTH));
        RehearsalDocument document = new Rehearsal(
                        request, ReplicationRunner.SEQUENTIAL, drills::incrementAndGet)
                .play()
                .orElseThrow();
        Estimate estimate =
                document.findRow(DrillFigure.DEGRADED).orElseThrow().first().estimate();

        assertThat(document.targetMet()).contains(true);
        assertThat(drills).hasValue(document.drills());
        assertThat(request.looks()).contains(document.drills());
        assertThat(document.drills()).isLessThan(4096);
        assertThat(estimate.interval().halfWidth()).isLessThanOrEqualTo(0.2 * estimate.mean());
    }

    @Test
    void saysWhenItEndedWithoutReachingItsTarget() {
        RehearsalRequest request = new RehearsalRequest(
                DEFAULT,
                Optional.empty(),
                SEED,
                16,
                40,
                Optional.of(new Target(DrillFigure.DEGRADED, 1e-9, true)));

        RehearsalDocument document = play(request, ReplicationRunner.SEQUENTIAL);

        assertThat(document.drills()).isEqualTo(32);
        assertThat(document.targetMet()).contains(false);
    }

    @Test
    void figuresOfAidAreThoseOfExercisesWithAgreementsAndOnlyWhereDefined() {
        Exercise agreed = LongStream.range(0, 100)
                .mapToObj(RandomExercise::of)
                .filter(exercise -> !exercise.agreements().isEmpty())
                .findFirst()
                .orElseThrow();
        Arm with = Arm.ofDefaultPolicy("aid", ExercisePlan.of(agreed));
        Arm without = Arm.ofDefaultPolicy("no-aid", ExercisePlan.of(agreed.withoutAid()));

        // Nobody asks by the default policy: nothing is unmet, and fulfilment is not defined.
        assertThat(aidOf(compare(with, with, 16)))
                .containsExactly(DrillFigure.AID_UNMET, DrillFigure.AID_BROKEN);
        assertThat(aidOf(compare(with, without, 16))).isEmpty();
        assertThat(aidOf(compare(without, without, 16))).isEmpty();
        RehearsalRequest until = new RehearsalRequest(
                with,
                Optional.empty(),
                SEED,
                16,
                16,
                Optional.of(new Target(DrillFigure.AID_FULFILMENT, 1, false)));
        assertThat(play(until, ReplicationRunner.SEQUENTIAL).targetMet()).contains(false);
    }

    private static List<DrillFigure> aidOf(RehearsalRequest request) {
        return play(request, ReplicationRunner.SEQUENTIAL).ofAll().stream()
                .map(Row::figure)
                .filter(DrillFigure::isOfAid)
                .toList();
    }

    @Test
    void refusesToCompareWhatCannotBePaired() {
        Arm stranger = Arm.ofDefaultPolicy("stranger", ExercisePlan.of(withOperators(2, 0)));

        assertThat(Comparability.findObjection(DEFAULT, NOBODY)).isEmpty();
        assertThat(Comparability.findObjection(DEFAULT, stranger).orElseThrow())
                .startsWith("Expected two exercises with the same ")
                .contains("'stranger'");
        assertThatThrownBy(() -> play(compare(DEFAULT, stranger, 16), ReplicationRunner.SEQUENTIAL))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
