package breakwater.ensemble;

import breakwater.ensemble.Columns.Column;
import breakwater.ensemble.DrillFigure.Kind;
import breakwater.ensemble.RehearsalDocument.Row;
import breakwater.ensemble.RehearsalDocument.Series;
import breakwater.statistics.Bca;
import breakwater.statistics.Interval;
import breakwater.statistics.Moments;
import breakwater.statistics.Quantiles;
import breakwater.statistics.Resampling;
import breakwater.statistics.Shares;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** From the values of all drills to what they show. All figures are resampled together, so that pairs stay pairs. */
final class Appraisal {

    private static final double[] LESS_IS_BETTER = {0.5, 0.9, 0.95};
    private static final double[] MORE_IS_BETTER = {0.5, 0.1, 0.05};

    private final double level;
    private final Comparer comparer;
    private final List<Column> columns;
    private final List<Ensemble> arms;
    private final int drills;

    /** Of these figures, in the first {@code drills} drills of one arm or two. */
    Appraisal(List<Column> columns, List<Ensemble> arms, int drills, double level) {
        this.arms = arms;
        this.drills = drills;
        this.columns = columns.stream().filter(this::isDefined).toList();
        this.level = level;
        this.comparer = new Comparer(level);
    }

    /** What is not defined in every drill has no distribution over them. */
    private boolean isDefined(Column column) {
        return arms.stream()
                .flatMapToDouble(arm -> Arrays.stream(arm.valuesOf(column, drills)))
                .noneMatch(Double::isNaN);
    }

    /** One row per figure that every drill has. */
    List<Row> rows(long seed, ReplicationRunner runner) {
        List<double[]> values = new ArrayList<>();
        List<double[]> varying = new ArrayList<>();
        for (Column column : columns) {
            for (Ensemble arm : arms) {
                double[] own = arm.valuesOf(column, drills);
                values.add(own);
                if (isResampled(column, own)) {
                    varying.add(own);
                }
            }
        }
        Resampling resampling = resample(varying, seed, runner);
        List<Row> rows = new ArrayList<>();
        int at = 0;
        int next = 0;
        for (Column column : columns) {
            List<Sample> samples = new ArrayList<>();
            for (int arm = 0; arm < arms.size(); arm++) {
                double[] own = values.get(at++);
                samples.add(
                        isResampled(column, own)
                                ? Sample.of(own, resampling.meansOf(next++))
                                : Sample.ofAlike(own));
            }
            rows.add(row(column, samples));
        }
        return rows;
    }

    /** Shares have intervals of their own, and what does not vary needs none. */
    private static boolean isResampled(Column column, double[] values) {
        return column.figure().kind() != Kind.SHARE && !Sample.areAlike(values);
    }

    private Resampling resample(List<double[]> varying, long seed, ReplicationRunner runner) {
        double[] table = new double[Math.max(1, varying.size()) * drills];
        for (int drill = 0; drill < drills; drill++) {
            for (int column = 0; column < varying.size(); column++) {
                table[drill * varying.size() + column] = varying.get(column)[drill];
            }
        }
        Resampling resampling = new Resampling(table, Math.max(1, varying.size()), seed);
        if (!varying.isEmpty()) {
            runner.run(0, Resampling.RESAMPLES, resampling::draw);
        }
        return resampling;
    }

    private Row row(Column column, List<Sample> samples) {
        Optional<Sample> second =
                samples.size() > 1 ? Optional.of(samples.get(1)) : Optional.empty();
        return new Row(
                column.figure(),
                column.operator(),
                series(column, samples.get(0)),
                second.map(sample -> series(column, sample)),
                second.map(sample -> comparer.compare(column.figure(), samples.get(0), sample)));
    }

    private Series series(Column column, Sample sample) {
        double[] values = sample.values();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        boolean share = column.figure().kind() == Kind.SHARE;
        List<Estimate.AtQuantile> quantiles = new ArrayList<>();
        for (double p : quantilesOf(column.figure())) {
            quantiles.add(new Estimate.AtQuantile(
                    p, Quantiles.of(sorted, p), Quantiles.intervalOf(sorted, p, level)));
        }
        Interval interval = share
                ? Shares.wilson((int) Math.round(sample.sum()), values.length, level)
                : Bca.ofMean(values, sample.means(), level);
        double worst = column.figure().lowerIsBetter() ? sorted[sorted.length - 1] : sorted[0];
        return new Series(
                column.operator().isPresent()
                        ? List.of()
                        : DoubleStream.of(values).boxed().toList(),
                new Estimate(
                        sample.mean(),
                        interval,
                        Moments.deviation(values),
                        sorted[0],
                        sorted[sorted.length - 1],
                        quantiles,
                        firstOf(values, worst)));
    }

    /** The middle and the tail that hurts. */
    private static double[] quantilesOf(DrillFigure figure) {
        return switch (figure.kind()) {
            case AMOUNT -> LESS_IS_BETTER;
            case RATIO -> MORE_IS_BETTER;
            case SHARE -> new double[0];
        };
    }

    private static int firstOf(double[] values, double wanted) {
        int drill = 0;
        while (values[drill] != wanted) {
            drill++;
        }
        return drill;
    }
}
