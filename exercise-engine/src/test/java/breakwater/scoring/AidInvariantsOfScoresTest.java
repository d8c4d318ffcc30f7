package breakwater.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.conductor.RandomDrill;
import breakwater.exercise.AidState;
import breakwater.exercise.ExerciseEvent.DrillOpened;
import breakwater.exercise.LogEntry;
import breakwater.exercise.MutualAid.AidMoved;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** What always holds of the scores of mutual aid, in drills where everybody asks and answers at random. */
class AidInvariantsOfScoresTest {

    /** Of these the figure of all is the sum of those of the pairs. */
    private static final List<Measure> SUMS = List.of(
            Measure.AID_ASKED,
            Measure.AID_OFFERED,
            Measure.AID_DECLINED,
            Measure.AID_UNANSWERED,
            Measure.AID_AGREED,
            Measure.AID_DEPLOYED,
            Measure.AID_BROKEN,
            Measure.AID_RECALLED);

    static LongStream seeds() {
        Long replay = Long.getLong("seed");
        return replay == null ? LongStream.range(0, 120) : LongStream.of(replay);
    }

    private static AidScores ofLedger(List<LogEntry> log) {
        long end = log.stream()
                        .filter(entry -> entry.event() instanceof DrillOpened)
                        .map(entry -> ((DrillOpened) entry.event()).horizonMicros())
                        .findFirst()
                        .orElseThrow()
                / 1_000_000
                * 1_000_000;
        AidLedger ledger = new AidLedger(end);
        AidUse use = new AidUse(end);
        log.forEach(ledger::take);
        log.forEach(use::take);
        return AidScores.of(ledger, use, end);
    }

    private static BigDecimal sum(AidScores aid, Measure measure) {
        return aid.pairs().stream()
                .map(pair -> pair.figures().findValue(measure).orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void thePairsAddUpAndRatiosAreRatios(long seed) {
        AidScores aid = Scorer.score(RandomDrill.log(seed)).aid();

        for (Measure measure : SUMS) {
            assertThat(aid.total().findValue(measure).orElse(BigDecimal.ZERO))
                    .as("seed %d, %s", seed, measure)
                    .isEqualByComparingTo(sum(aid, measure));
        }
        assertThat(sum(aid, Measure.AID_BALANCE_HOURS).abs())
                .as("seed %d", seed)
                .isLessThanOrEqualTo(new BigDecimal("0.0001"));
        List<Figures> all = new ArrayList<>(List.of(aid.total()));
        aid.pairs().forEach(pair -> all.add(pair.figures()));
        for (Figures figures : all) {
            figures.values().forEach((measure, value) -> {
                boolean bounded = measure.unit().equals("ratio")
                        && measure != Measure.AID_OVER_REQUEST
                        && value != null;
                assertThat(!bounded
                                || (value.signum() >= 0 && value.compareTo(BigDecimal.ONE) <= 0))
                        .as("seed %d, %s %s", seed, measure, value)
                        .isTrue();
            });
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void countsEachStepOnceWhoeverToldOfIt(long seed) {
        List<LogEntry> log = RandomDrill.log(seed);
        Map<AidState, Integer> taken = new EnumMap<>(AidState.class);
        for (LogEntry entry : log) {
            if (entry.event() instanceof AidMoved moved
                    && moved.requester().equals(entry.origin())) {
                taken.merge(moved.state(), 1, Integer::sum);
            }
        }
        Figures all = Scorer.score(log).aid().total();

        Map.of(
                        AidState.REQUESTED, Measure.AID_ASKED,
                        AidState.OFFERED, Measure.AID_OFFERED,
                        AidState.DECLINED, Measure.AID_DECLINED,
                        AidState.AGREED, Measure.AID_AGREED)
                .forEach((state, measure) -> assertThat(all.valueOr(measure, 0))
                        .as("seed %d, %s", seed, state)
                        .isEqualTo(taken.getOrDefault(state, 0).doubleValue()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void itDoesNotMatterHowTheLogsOfTheDomainsAreMerged(long seed) {
        List<LogEntry> log = RandomDrill.log(seed);
        List<LogEntry> byDomain = new ArrayList<>(log);
        byDomain.sort(Comparator.comparing(LogEntry::origin));
        List<LogEntry> backwards = new ArrayList<>(log);
        backwards.sort(Comparator.comparing(LogEntry::origin).reversed());

        AidScores scored = Scorer.score(log).aid();

        assertThat(ofLedger(byDomain)).as("seed %d", seed).isEqualTo(scored);
        assertThat(ofLedger(backwards)).as("seed %d", seed).isEqualTo(scored);
    }

    @Test
    void theRandomDrillsHaveEveryFigure() {
        Map<Measure, Integer> defined = new EnumMap<>(Measure.class);
        for (long seed = 0; seed < 120; seed++) {
            Scorer.score(RandomDrill.log(seed)).aid().total().values().forEach((measure, value) -> {
                if (value != null && value.signum() > 0) {
                    defined.merge(measure, 1, Integer::sum);
                }
            });
        }

        assertThat(Measure.ofAid())
                .filteredOn(measure -> measure != Measure.AID_BALANCE_HOURS)
                .allSatisfy(measure -> assertThat(defined).as(measure.id()).containsKey(measure));
    }
}
