package breakwater.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;

class QuantilesTest {

    @Test
    void aQuantileIsAValueThatWasObserved() {
        double[] sorted = {1, 2, 3, 4};

        assertThat(Quantiles.of(sorted, 0.5)).isEqualTo(2);
        assertThat(Quantiles.of(sorted, 0.51)).isEqualTo(3);
        assertThat(Quantiles.of(sorted, 0.95)).isEqualTo(4);
        assertThat(Quantiles.of(sorted, 0.01)).isEqualTo(1);
    }

    /** The sign-test interval of the median in textbook tables (David and Nagaraja 2003; Conover, table A3). */
    @ParameterizedTest
    @CsvSource({"10, 2, 9", "16, 4, 13", "20, 6, 15", "25, 8, 18", "50, 18, 33", "100, 40, 61"})
    void theRanksOfTheMedianAreThoseOfTheTables(int n, int low, int high) {
        assertThat(Quantiles.ranks(n, 0.5, 0.95)).isEqualTo(new Quantiles.Ranks(low, high));
    }

    /** From above p95 is bounded when 1 - 0.95^n reaches 97.5 %: at 72 draws. */
    @Test
    void saysWhenThereAreTooFewDrawsToBoundAQuantile() {
        assertThat(Quantiles.ranks(71, 0.95, 0.95).high()).isEqualTo(72);
        assertThat(Quantiles.ranks(72, 0.95, 0.95).high()).isEqualTo(72);
        assertThat(Quantiles.intervalOf(new double[] {1, 2, 3}, 0.5, 0.95))
                .isEqualTo(new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    }

    /** Exact, whatever the distribution: between the ranks lie at least 95 of 100 samples. */
    @ParameterizedTest
    @CsvSource({"16", "64", "256", "1000", "4096", "100000"})
    void coversAtLeastItsLevelAndNotMuchMore(int n) {
        for (double p : new double[] {0.5, 0.9, 0.95}) {
            Quantiles.Ranks ranks = Quantiles.ranks(n, p, 0.95);
            double covered = 0;
            double all = 0;
            double[] logs = logFactorials(n);
            for (int below = 0; below <= n; below++) {
                double probability = StrictMath.exp(logs[n]
                        - logs[below]
                        - logs[n - below]
                        + below * StrictMath.log(p)
                        + (n - below) * StrictMath.log(1 - p));
                all += probability;
                if (below >= ranks.low() && below < ranks.high()) {
                    covered += probability;
                }
            }
            assertThat(all).isBetween(1 - 1e-6, 1 + 1e-6);
            assertThat(covered).isGreaterThanOrEqualTo(0.95 - 1e-6);
            if (n >= 1000) {
                assertThat(covered).isLessThan(0.97);
            }
        }
    }

    private static double[] logFactorials(int n) {
        double[] logs = new double[n + 1];
        Arrays.setAll(logs, i -> i);
        for (int i = 1; i <= n; i++) {
            logs[i] = logs[i - 1] + StrictMath.log(i);
        }
        return logs;
    }
}
