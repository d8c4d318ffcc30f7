package breakwater.statistics;

/**
 * An interval, both ends included. An end that the sample cannot bound is infinite.
 *
 * @param low not above {@code high}; negative infinity for none
 * @param high positive infinity for none
 */
public record Interval(double low, double high) {

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "The low end (%s) must not be above the high end (%s).".formatted(low, high));
        }
    }

    /** The interval of a value that is known. */
    public static Interval point(double value) {
        return new Interval(value, value);
    }

    public double halfWidth() {
        return (high - low) / 2;
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** The same interval seen from the other side of 0. */
    public Interval negated() {
        return new Interval(0 - high, 0 - low);
    }
}
