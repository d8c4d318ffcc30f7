package breakwater.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.SplittableRandom;
import java.util.stream.LongStream;

class PortableLogTest {

    static LongStream seeds() {
        Long replay = Long.getLong("seed");
        return replay == null ? LongStream.range(0, 200) : LongStream.of(replay);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithStrictMathToFifteenDigits(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 1_000; i++) {
            double x = Distributions.uniform(random.nextLong());
            assertThat(PortableLog.of(x))
                    .as("seed %d, x %s", seed, x)
                    .isCloseTo(StrictMath.log(x), within(bound(x)));
        }
    }

    private static double bound(double x) {
        return 1e-15 * Math.max(1, -StrictMath.log(x));
    }

    @Test
    void agreesAtTheEdgesOfCellsAndOfItsRange() {
        for (int cell = 0; cell <= 128; cell++) {
            double edge = 0.5 + cell / 256.0;
            for (double x : new double[] {Math.nextDown(edge), edge, Math.nextUp(edge)}) {
                assertThat(PortableLog.of(x))
                        .as("x %s", x)
                        .isCloseTo(StrictMath.log(x), within(1e-15));
            }
        }
        double least = Distributions.uniform(0);
        assertThat(PortableLog.of(least)).isCloseTo(StrictMath.log(least), within(bound(least)));
        double most = Distributions.uniform(-1);
        assertThat(PortableLog.of(most)).isCloseTo(StrictMath.log(most), within(1e-15));
    }

    @Test
    void givesTheseBitsOnEveryMachine() {
        long checksum = 0;
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < 100_000; i++) {
            checksum = 31 * checksum
                    + Double.doubleToRawLongBits(
                            PortableLog.of(Distributions.uniform(random.nextLong())));
        }

        assertThat(Long.toHexString(checksum)).isEqualTo("9e6861ea4de55066");
    }
}
