package breakwater.ensemble;

import breakwater.statistics.Moments;
import breakwater.statistics.Resampling;

import java.util.Arrays;

/** The values of one figure in the drills of one arm, and their mean in each resample. */
final class Sample {

    private final double[] values;
    private final double[] means;

    private Sample(double[] values, double[] means) {
        this.values = values;
        this.means = means;
    }

    static Sample of(double[] values, double[] means) {
        return new Sample(values, means);
    }

    /** Values that are all alike: however they are drawn, their mean is the same. */
    static Sample ofAlike(double[] values) {
        double[] means = new double[Resampling.RESAMPLES];
        Arrays.fill(means, values[0]);
        return new Sample(values, means);
    }

    static boolean areAlike(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }

    double[] values() {
        return values;
    }

    double[] means() {
        return means;
    }

    double sum() {
        return Arrays.stream(values).sum();
    }

    double mean() {
        return Moments.mean(values);
    }

    /** Value by value, pair by pair. */
    Sample minus(Sample other) {
        return new Sample(difference(values, other.values), difference(means, other.means));
    }

    private static double[] difference(double[] left, double[] right) {
        double[] difference = new double[left.length];
        for (int i = 0; i < left.length; i++) {
            difference[i] = left[i] - right[i];
        }
        return difference;
    }
}
