package breakwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.conductor.RandomDrill;
import breakwater.exercise.LogEntry;
import breakwater.scoring.Measure;
import breakwater.scoring.Outage;
import breakwater.scoring.Scorecard;
import breakwater.scoring.Scorer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** One method for user-minutes: what each inject, each operator and the headline say fits together. */
class UserMinutesInReportsTest {

    /** Six decimals each: what rounding may move a sum of some tens of figures. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.001");

    static LongStream seeds() {
        Long replay = Long.getLong("seed");
        return replay == null ? LongStream.range(0, 60) : LongStream.of(replay);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noInjectHasMoreThanTheHeadlineAndTogetherTheyHaveAtLeastThat(long seed) {
        check(RandomDrill.log(seed), seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSingleInjectHasTheHeadlineButForWhatHasNoCause(long seed) {
        check(RandomDrill.logOfFirstFault(seed), seed);
    }

    private static void check(List<LogEntry> log, long seed) {
        Scorecard card = Scorer.score(log);
        BigDecimal headline = card.federation()
                .figures()
                .findValue(Measure.OUTAGE_USER_MINUTES)
                .orElseThrow();
        List<BigDecimal> injects = Reporter.report(card, log).injects().stream()
                .map(i -> i.toll().outageUserMinutes())
                .toList();
        List<Outage> ownCause =
                card.outages().stream().filter(o -> o.cause().isEmpty()).toList();
        BigDecimal withoutCause = card.outageUserMinutes(ownCause);
        BigDecimal operators = sum(card.operators().stream()
                .map(g -> g.figures().findValue(Measure.OUTAGE_USER_MINUTES).orElseThrow()));

        assertThat(injects)
                .as("seed %d", seed)
                .allMatch(minutes -> minutes.compareTo(headline) <= 0);
        assertThat(sum(injects.stream()).add(withoutCause).add(ROUNDING))
                .as("seed %d", seed)
                .isGreaterThanOrEqualTo(headline);
        assertThat(operators.subtract(headline).abs())
                .as("seed %d, operators", seed)
                .isLessThan(ROUNDING);
        long causes = card.outages().stream().map(Outage::cause).distinct().count();
        if (causes == 1 && ownCause.isEmpty()) {
            assertThat(sum(injects.stream())).as("seed %d", seed).isEqualByComparingTo(headline);
        }
        assertThat(card.outageUserMinutes(card.outages()))
                .as("seed %d", seed)
                .isEqualByComparingTo(headline);
    }

    private static BigDecimal sum(Stream<BigDecimal> minutes) {
        return minutes.reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
