package breakwater.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalQuantileTest {

    /** Expected values computed to 50 digits from the inverse error function, for the exact double p. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 0",
        "0.6, 0.25334710313579974132",
        "0.925, 1.4395314709384562291",
        "0.9251, 1.4402382675279638594",
        "0.95, 1.6448536269514722843",
        "0.975, 1.9599639845400538556",
        "0.99, 2.3263478740408407676",
        "0.999999, 4.7534243088170877657",
        "1e-3, -3.0902323061678135354",
        "1e-7, -5.19933758219281694",
        "1.5e-11, -6.6465708874771128614",
        "1.3e-11, -6.6676114565107408347",
        "1e-12, -7.0344838253011319326",
        "5.551115123125783e-17, -8.2923610758135955382"
    })
    void isExactToFifteenDigits(double p, double expected) {
        assertThat(NormalQuantile.of(p))
                .isEqualTo(expected, within(1e-15 * Math.max(1, Math.abs(expected))));
    }

    @Test
    void isOddAroundTheMedian() {
        for (int i = 1; i < 512; i++) {
            double p = i / 1024.0;
            assertThat(NormalQuantile.of(p)).isEqualTo(-NormalQuantile.of(1 - p));
        }
    }
}
