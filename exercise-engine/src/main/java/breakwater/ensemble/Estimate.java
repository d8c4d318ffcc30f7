package breakwater.ensemble;

import breakwater.statistics.Interval;

import java.util.List;

/**
 * What the drills of an arm say about one figure.
 *
 * @param mean of the drills; of a figure of kind SHARE the share of drills
 * @param interval of the mean: BCa bootstrap; of a share Wilson's
 * @param deviation standard deviation over drills
 * @param least smallest value
 * @param greatest largest value
 * @param quantiles the median, then what one drill in 10 and one in 20 is as bad as or worse: 90 and 95 % where less is
 *     better, 10 and 5 % where more is; by nearest rank; empty for a share
 * @param worstDrill number of the first drill with the worst value
 */
public record Estimate(
        double mean,
        Interval interval,
        double deviation,
        double least,
        double greatest,
        List<AtQuantile> quantiles,
        int worstDrill) {

    public Estimate {
        quantiles = List.copyOf(quantiles);
    }

    /**
     * A quantile.
     *
     * @param p which, such as 0.9
     * @param value that was observed
     * @param interval between order statistics; an end that so few drills cannot bound is infinite
     */
    public record AtQuantile(double p, double value, Interval interval) {}
}
