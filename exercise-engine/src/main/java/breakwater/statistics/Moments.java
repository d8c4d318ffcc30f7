package breakwater.statistics;

/** Mean and spread of a sample, added up in its order, so that the same sample gives the same bits. */
public final class Moments {

    private Moments() {}

    static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** The mean of a sample that is not empty; of values that are all alike exactly theirs. */
    public static double mean(double[] values) {
        double off = 0;
        for (double value : values) {
            off += value - values[0];
        }
        return values[0] + off / values.length;
    }

    /** The standard deviation, with n - 1; 0 for a single value. */
    public static double deviation(double[] values) {
        if (values.length < 2) {
            return 0;
        }
        double mean = mean(values);
        double square = 0;
        for (double value : values) {
            square += (value - mean) * (value - mean);
        }
        return Math.sqrt(square / (values.length - 1));
    }
}
