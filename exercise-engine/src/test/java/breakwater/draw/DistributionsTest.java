package breakwater.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;

class DistributionsTest {

    private static final long HOUR = 3_600_000_000L;
    private static final int SAMPLES = 200_000;

    static Stream<Arguments> durations() {
        return Stream.of(
                Arguments.of(
                        "uniform", op(bits -> Distributions.uniformMicros(bits, HOUR, 5 * HOUR))),
                Arguments.of(
                        "exponential", op(bits -> Distributions.exponentialMicros(bits, 8 * HOUR))),
                Arguments.of(
                        "log-normal",
                        op(bits -> Distributions.logNormalMicros(bits, 4 * HOUR, 12 * HOUR))));
    }

    private static LongUnaryOperator op(LongUnaryOperator operator) {
        return operator;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("durations")
    void areMonotoneInTheBits(String name, LongUnaryOperator duration) {
        int steps = 100_000;
        long stride = Long.divideUnsigned(-1L, steps);
        int direction = Long.compare(duration.applyAsLong(-1L), duration.applyAsLong(0));
        long previous = duration.applyAsLong(0);

        assertThat(direction).isNotZero();
        for (int step = 1; step <= steps; step++) {
            long next = duration.applyAsLong(stride * step);
            assertThat(Long.compare(next, previous) * direction)
                    .as("%s at step %d", name, step)
                    .isNotNegative();
            previous = next;
        }
    }

    @Test
    void uniformNeverReachesItsEnds() {
        assertThat(Distributions.uniform(0)).isEqualTo(0x1p-53);
        assertThat(Distributions.uniform(-1L)).isEqualTo(1 - 0x1p-53);
    }

    @Test
    void uniformCoversItsRangeWithBothEnds() {
        assertThat(Distributions.uniformMicros(0, 3, 9)).isEqualTo(3);
        assertThat(Distributions.uniformMicros(-1L, 3, 9)).isEqualTo(9);
        assertThat(Distributions.uniformMicros(-1L, 5, 5)).isEqualTo(5);
        assertThat(Distributions.uniformMicros(-1L, 0, Distributions.LONGEST_MICROS))
                .isEqualTo(Distributions.LONGEST_MICROS);
        // Six sevenths of all bits: the last of seven values begins here.
        long lastBegins = Long.divideUnsigned(-1L, 7) * 6 + 6;
        assertThat(Distributions.uniformMicros(lastBegins, 3, 9)).isEqualTo(9);
        assertThat(Distributions.uniformMicros(lastBegins - 7, 3, 9)).isEqualTo(8);
    }

    @Test
    void exponentialHasItsMeanAndItsMemorylessTail() {
        long[] sample = sorted(bits -> Distributions.exponentialMicros(bits, 8 * HOUR));

        assertThat(mean(sample)).isEqualTo(8 * HOUR, within(4 * 8 * HOUR / Math.sqrt(SAMPLES)));
        assertThat(quantile(sample, 0.5))
                .isEqualTo(8 * HOUR * Math.log(2), within(0.01 * 8 * HOUR));
        assertThat(quantile(sample, 0.99))
                .isEqualTo(8 * HOUR * Math.log(100), within(0.1 * 8 * HOUR));
    }

    @Test
    void exponentialStaysWithinOneMicrosecondAndTheLongest() {
        assertThat(Distributions.exponentialMicros(-1L, 1)).isEqualTo(1);
        assertThat(Distributions.exponentialMicros(0, Long.MAX_VALUE))
                .isEqualTo(Distributions.LONGEST_MICROS);
        assertThat(Distributions.exponentialMicros(0, HOUR))
                .isCloseTo((long) (HOUR * 53 * Math.log(2)), within(1L));
    }

    @Test
    void logNormalHasItsMedianAndItsUpperQuantile() {
        long[] sample = sorted(bits -> Distributions.logNormalMicros(bits, 4 * HOUR, 12 * HOUR));

        assertThat(quantile(sample, 0.5)).isEqualTo(4.0 * HOUR, within(0.02 * 4 * HOUR));
        assertThat(quantile(sample, 0.95)).isEqualTo(12.0 * HOUR, within(0.02 * 12 * HOUR));
        assertThat(Distributions.logNormalMicros(1L << 63, 4 * HOUR, 12 * HOUR))
                .isCloseTo(4 * HOUR, within(1L));
        assertThat(Distributions.logNormalMicros(12345, HOUR, HOUR)).isEqualTo(HOUR);
    }

    @Test
    void refuseParametersOutOfRange() {
        assertThatThrownBy(() -> Distributions.exponentialMicros(1, 0)).hasMessageContaining("(0)");
        assertThatThrownBy(() -> Distributions.logNormalMicros(1, 0, 5))
                .hasMessageContaining("(0)");
        assertThatThrownBy(() -> Distributions.logNormalMicros(1, 6, 5))
                .hasMessageContaining("(6)");
        assertThatThrownBy(() -> Distributions.uniformMicros(1, -1, 5))
                .hasMessageContaining("(-1)");
        assertThatThrownBy(() -> Distributions.uniformMicros(1, 6, 5)).hasMessageContaining("(6)");
        assertThatThrownBy(
                        () -> Distributions.uniformMicros(1, 0, Distributions.LONGEST_MICROS + 1))
                .hasMessageContaining("must rise");
    }

    private static long[] sorted(LongUnaryOperator duration) {
        var draws = new KeyedDraws(2026);
        long[] sample = new long[SAMPLES];
        for (int ordinal = 0; ordinal < SAMPLES; ordinal += 2) {
            draws.select(EntityKey.of("link-1"), 0, ordinal);
            sample[ordinal] = duration.applyAsLong(draws.first());
            sample[ordinal + 1] = duration.applyAsLong(draws.second());
        }
        Arrays.sort(sample);
        return sample;
    }

    private static double mean(long[] sample) {
        return Arrays.stream(sample).average().orElseThrow();
    }

    private static double quantile(long[] sorted, double p) {
        return sorted[(int) (p * sorted.length)];
    }
}
