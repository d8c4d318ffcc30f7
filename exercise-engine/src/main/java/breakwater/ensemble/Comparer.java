package breakwater.ensemble;

import breakwater.ensemble.Comparison.Relative;
import breakwater.ensemble.Comparison.Verdict;
import breakwater.ensemble.DrillFigure.Kind;
import breakwater.statistics.Bca;
import breakwater.statistics.Interval;
import breakwater.statistics.Shares;

import java.util.Optional;
import java.util.stream.DoubleStream;

/** Two arms in one figure, pair by pair. */
final class Comparer {

    private final double level;

    Comparer(double level) {
        this.level = level;
    }

    Comparison compare(DrillFigure figure, Sample first, Sample second) {
        Sample difference = second.minus(first);
        int lower = count(difference, -1);
        int higher = count(difference, 1);
        int alike = difference.values().length - lower - higher;
        Interval interval = figure.kind() == Kind.SHARE
                ? ofShares(first, lower, higher)
                : Bca.ofMean(difference.values(), difference.means(), level);
        return new Comparison(
                difference.mean(),
                interval,
                figure.kind() == Kind.SHARE ? Optional.empty() : relative(first, difference),
                figure.lowerIsBetter() ? lower : higher,
                alike,
                figure.lowerIsBetter() ? higher : lower,
                verdict(interval, lower + higher == 0, figure.lowerIsBetter()));
    }

    private static int count(Sample difference, int sign) {
        return (int) DoubleStream.of(difference.values())
                .filter(value -> Math.signum(value) == sign)
                .count();
    }

    /** Of yes and no: in {@code lower} drills only the first has it, in {@code higher} only the second. */
    private Interval ofShares(Sample first, int lower, int higher) {
        int both = (int) Math.round(first.sum()) - lower;
        int neither = first.values().length - both - lower - higher;
        return Shares.pairedDifference(new Shares.Pairs(both, higher, lower, neither), level);
    }

    private Optional<Relative> relative(Sample first, Sample difference) {
        double sum = first.sum();
        // The mean must stay above 0 whichever drills are drawn, and whichever one is left out.
        boolean bounded = DoubleStream.of(first.means()).allMatch(mean -> mean > 0)
                && DoubleStream.of(first.values()).allMatch(value -> value < sum);
        if (!bounded) {
            return Optional.empty();
        }
        double[] ratios = new double[first.means().length];
        for (int sample = 0; sample < ratios.length; sample++) {
            ratios[sample] = difference.means()[sample] / first.means()[sample];
        }
        return Optional.of(new Relative(
                difference.sum() / sum,
                Bca.ofRatio(difference.values(), first.values(), ratios, level)));
    }

    private static Verdict verdict(Interval interval, boolean alike, boolean lowerIsBetter) {
        if (alike) {
            return Verdict.ALIKE;
        }
        if (interval.high() < 0) {
            return lowerIsBetter ? Verdict.BETTER : Verdict.WORSE;
        }
        if (interval.low() > 0) {
            return lowerIsBetter ? Verdict.WORSE : Verdict.BETTER;
        }
        return Verdict.OPEN;
    }
}
