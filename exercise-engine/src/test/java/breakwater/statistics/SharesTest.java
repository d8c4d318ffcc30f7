package breakwater.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharesTest {

    /** Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, 0.2553, 0.3662",
        "15, 148, 0.0624, 0.1605",
        "0, 20, 0.0000, 0.1611",
        "1, 29, 0.0061, 0.1718"
    })
    void agreesWithThePublishedIntervalsOfWilson(int hits, int tries, double low, double high) {
        Interval interval = Shares.wilson(hits, tries, 0.95);

        assertThat(interval.low()).isEqualTo(low, within(5e-5));
        assertThat(interval.high()).isEqualTo(high, within(5e-5));
    }

    @Test
    void endsExactlyAtNeverAndAlways() {
        assertThat(Shares.wilson(0, 17, 0.95).low()).isZero();
        assertThat(Shares.wilson(17, 17, 0.95).high()).isOne();
    }

    /** Newcombe 1998, "Improved confidence intervals ... paired data", table II, method 10. */
    @Test
    void agreesWithThePublishedIntervalsOfPairedDifferences() {
        Interval many = Shares.pairedDifference(new Shares.Pairs(36, 12, 2, 0), 0.95);
        Interval none = Shares.pairedDifference(new Shares.Pairs(0, 0, 0, 30), 0.95);

        assertThat(many.low()).isEqualTo(0.0569, within(5e-5));
        assertThat(many.high()).isEqualTo(0.3404, within(5e-5));
        assertThat(none.low()).isEqualTo(-0.1135, within(5e-5));
        assertThat(none.high()).isEqualTo(0.1135, within(5e-5));
    }

    @Test
    void aDifferenceSeenFromTheOtherSideIsNegated() {
        Interval there = Shares.pairedDifference(new Shares.Pairs(10, 7, 3, 40), 0.95);
        Interval back = Shares.pairedDifference(new Shares.Pairs(10, 3, 7, 40), 0.95);

        assertThat(back.low()).isEqualTo(-there.high(), within(1e-12));
        assertThat(back.high()).isEqualTo(-there.low(), within(1e-12));
    }

    /** Exact, by adding up binomial probabilities: Wilson's interval covers 95 % on average, never far below. */
    @ParameterizedTest
    @CsvSource({"0.02", "0.1", "0.3", "0.5", "0.85"})
    void coversTheTruthInAboutNinetyFiveOfAHundredSamples(double truth) {
        int tries = 128;
        double covered = 0;
        double probability = StrictMath.pow(1 - truth, tries);
        for (int hits = 0; hits <= tries; hits++) {
            if (Shares.wilson(hits, tries, 0.95).contains(truth)) {
                covered += probability;
            }
            probability *= (tries - hits) / (hits + 1.0) * truth / (1 - truth);
        }

        assertThat(covered).isBetween(0.93, 0.985);
    }
}
