package breakwater.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import breakwater.draw.Distributions;
import breakwater.draw.EntityKey;
import breakwater.draw.KeyedDraws;
import breakwater.draw.NormalQuantile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

class BootstrapTest {

    private static final int SAMPLES = 400;
    private static final int SAMPLE_SIZE = 64;

    /** Shapes such as figures of drills have, by inversion, each with its true mean and the bounds of its coverage. */
    record Shape(
            String name, DoubleUnaryOperator ofUniform, double mean, double least, double most) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Shape> shapes() {
        return Stream.of(
                new Shape("normal", NormalQuantile::of, 0, 0.93, 0.965),
                new Shape("exponential", u -> -StrictMath.log(u), 1, 0.92, 0.965),
                new Shape(
                        "nothing in nine of ten drills",
                        u -> u < 0.9 ? 0 : (u - 0.9) * 100,
                        0.5,
                        0.88,
                        0.965));
    }

    private static double[] sample(int number, DoubleUnaryOperator ofUniform) {
        KeyedDraws draws = new KeyedDraws(20_260_101, number);
        double[] values = new double[SAMPLE_SIZE];
        for (int i = 0; i < values.length; i++) {
            draws.select(EntityKey.of("coverage"), 1, i);
            values[i] = ofUniform.applyAsDouble(Distributions.uniform(draws.first()));
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theIntervalOfAMeanCoversTheTruthAboutAsOftenAsItSays(Shape shape) {
        int covered = 0;
        for (int number = 0; number < SAMPLES; number++) {
            double[] values = sample(number, shape.ofUniform);
            double[] means = Resampling.of(values, 1, number).meansOf(0);
            covered += Bca.ofMean(values, means, 0.95).contains(shape.mean) ? 1 : 0;
        }

        assertThat(covered / (double) SAMPLES).isBetween(shape.least, shape.most);
    }

    @Test
    void theIntervalOfARatioCoversTheTruthAboutAsOftenAsItSays() {
        int covered = 0;
        for (int number = 0; number < SAMPLES; number++) {
            double[] under = sample(number, u -> -StrictMath.log(u));
            double[] over = new double[under.length];
            double[] table = new double[2 * under.length];
            double[] noise = sample(number + SAMPLES, u -> u - 0.5);
            for (int i = 0; i < over.length; i++) {
                over[i] = -0.2 * under[i] + 0.1 * noise[i];
                table[2 * i] = over[i];
                table[2 * i + 1] = under[i];
            }
            Resampling resampling = Resampling.of(table, 2, number);
            double[] ratios = new double[Resampling.RESAMPLES];
            for (int i = 0; i < ratios.length; i++) {
                ratios[i] = resampling.meansOf(0)[i] / resampling.meansOf(1)[i];
            }
            covered += Bca.ofRatio(over, under, ratios, 0.95).contains(-0.2) ? 1 : 0;
        }

        assertThat(covered / (double) SAMPLES).isBetween(0.925, 0.97);
    }

    /** For a symmetric sample BCa is the percentile interval, near the textbook's mean +- t s / sqrt(n). */
    @Test
    void agreesWithTheTextbookOnASymmetricSample() {
        double[] values = new double[101];
        for (int i = 0; i < values.length; i++) {
            values[i] = i - 50.0;
        }
        double[] means = Resampling.of(values, 1, 7).meansOf(0);
        double standardError = Moments.deviation(values) / Math.sqrt(values.length);

        Interval interval = Bca.ofMean(values, means, 0.95);

        assertThat(interval.low()).isEqualTo(-1.96 * standardError, within(0.04 * standardError));
        assertThat(interval.high()).isEqualTo(1.96 * standardError, within(0.06 * standardError));
    }

    @Test
    void leansToTheSideOfTheLongTail() {
        double[] values = sample(3, u -> -StrictMath.log(u));
        double[] means = Resampling.of(values, 1, 7).meansOf(0);

        Interval interval = Bca.ofMean(values, means, 0.95);

        assertThat(interval.high() - Moments.mean(values))
                .isGreaterThan(1.1 * (Moments.mean(values) - interval.low()));
    }

    @Test
    void aSampleThatDoesNotVaryHasAPointForItsInterval() {
        double[] values = {0.1, 0.1, 0.1};

        assertThat(Moments.mean(values)).isEqualTo(0.1);
        assertThat(Moments.deviation(values)).isZero();
        assertThat(Bca.ofMean(values, Resampling.of(values, 1, 1).meansOf(0), 0.95))
                .isEqualTo(Interval.point(0.1));
    }

    @Test
    void keepsTheColumnsOfARowTogetherAndDrawsAlikeInAnyOrder() {
        double[] table = new double[2 * 50];
        for (int row = 0; row < 50; row++) {
            table[2 * row] = row * row;
            table[2 * row + 1] = 3.0 * row * row;
        }
        Resampling forwards = Resampling.of(table, 2, 9);
        Resampling backwards = new Resampling(table, 2, 9);
        for (int sample = Resampling.RESAMPLES - 1; sample >= 0; sample--) {
            backwards.draw(sample);
        }

        assertThat(backwards.meansOf(0)).isEqualTo(forwards.meansOf(0));
        for (int sample = 0; sample < Resampling.RESAMPLES; sample++) {
            assertThat(forwards.meansOf(1)[sample])
                    .isEqualTo(3 * forwards.meansOf(0)[sample], within(1e-9));
        }
    }

    @Test
    void theNormalDistributionUndoesItsQuantile() {
        assertThat(Normal.below(0)).isEqualTo(0.5, within(1e-12));
        assertThat(Normal.below(1.959963984540054)).isEqualTo(0.975, within(1e-12));
        assertThat(Normal.below(-3)).isEqualTo(0.0013498980316301, within(1e-12));
        assertThat(Normal.below(50)).isGreaterThan(1 - 1e-14).isLessThan(1);
    }
}
