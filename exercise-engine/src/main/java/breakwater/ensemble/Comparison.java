package breakwater.ensemble;

import breakwater.statistics.Interval;

import java.util.Optional;

/**
 * The other arm beside the first in one figure, drill by drill with the same chance.
 *
 * @param difference mean of other minus first
 * @param interval of the difference: BCa bootstrap over pairs; of a share Newcombe's for pairs
 * @param relative the difference as a share of the first arm's mean, if that is not 0 and can be bounded
 * @param better pairs in which the other is better
 * @param alike pairs in which both have the same value
 * @param worse pairs in which the other is worse
 * @param verdict what may be said
 */
public record Comparison(
        double difference,
        Interval interval,
        Optional<Relative> relative,
        int better,
        int alike,
        int worse,
        Verdict verdict) {

    /** A share of the first arm's mean, with its interval. */
    public record Relative(double difference, Interval interval) {}

    /** Whether the interval of the difference lies wholly on one side of 0. */
    public enum Verdict {
        BETTER,
        WORSE,
        /** The interval reaches over 0. */
        OPEN,
        /** No drill differed. */
        ALIKE
    }

    public int pairs() {
        return better + alike + worse;
    }
}
