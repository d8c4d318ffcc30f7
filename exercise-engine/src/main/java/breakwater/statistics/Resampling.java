package breakwater.statistics;

import breakwater.draw.EntityKey;
import breakwater.draw.KeyedDraws;

/**
 * The bootstrap of B. Efron ("Bootstrap methods", Annals of Statistics 7 (1979) 1-26): rows of a table are drawn with
 * replacement, as many as there are, {@value #RESAMPLES} times; how the means of the columns scatter over these samples
 * tells how far they may be from what they estimate. All columns of a row stay together, so that differences and
 * ratios of columns are those of pairs.
 *
 * <p>Which rows are drawn is addressed by (seed, resample, position): the same on every machine, on any number of
 * threads, and for every table of as many rows.
 */
public final class Resampling {

    /** So many that ranks of usual levels are whole, and chance moves a limit by about 1 % of the width. */
    public static final int RESAMPLES = 9_999;

    private static final long ENTITY = EntityKey.of("bootstrap");
    /** Part of what a seed means: never renumber. No entity of a drill draws for it. */
    private static final int PURPOSE = 240;

    private static final int DRAWS_PER_ADDRESS = 4;
    private static final long LOW_WORD = 0xFFFF_FFFFL;

    private final double[] rows;
    private final int columns;
    private final int count;
    private final long seed;
    private final double[][] means;

    /**
     * A table to be resampled.
     *
     * @param rows the values row by row; not copied
     * @param columns at least 1; divides the number of values
     */
    public Resampling(double[] rows, int columns, long seed) {
        if (columns < 1 || rows.length == 0 || rows.length % columns != 0) {
            throw new IllegalArgumentException(
                    "The rows (%d values) must be whole rows of %d columns."
                            .formatted(rows.length, columns));
        }
        this.rows = rows;
        this.columns = columns;
        this.count = rows.length / columns;
        this.seed = seed;
        this.means = new double[columns][RESAMPLES];
    }

    /** All samples, one after the other. O(rows x columns x {@value #RESAMPLES}). */
    public static Resampling of(double[] rows, int columns, long seed) {
        Resampling resampling = new Resampling(rows, columns, seed);
        for (int sample = 0; sample < RESAMPLES; sample++) {
            resampling.draw(sample);
        }
        return resampling;
    }

    /** Draws one sample, 0 to {@value #RESAMPLES} - 1. Samples touch nothing in common: any order, any threads. */
    public void draw(int sample) {
        KeyedDraws draws = new KeyedDraws(seed, sample);
        double[] sums = new double[columns];
        for (int position = 0; position < count; position += DRAWS_PER_ADDRESS) {
            draws.select(ENTITY, PURPOSE, position / DRAWS_PER_ADDRESS);
            long first = draws.first();
            long second = draws.second();
            int drawn = Math.min(DRAWS_PER_ADDRESS, count - position);
            for (int word = 0; word < drawn; word++) {
                long both = word < 2 ? first : second;
                long bits = word % 2 == 0 ? both & LOW_WORD : both >>> Integer.SIZE;
                add((int) ((bits * count) >>> Integer.SIZE), sums);
            }
        }
        for (int column = 0; column < columns; column++) {
            means[column][sample] = sums[column] / count;
        }
    }

    private void add(int row, double[] sums) {
        int start = row * columns;
        for (int column = 0; column < columns; column++) {
            sums[column] += rows[start + column];
        }
    }

    /** The means of a column, one per sample; not a copy. */
    public double[] meansOf(int column) {
        return means[column];
    }
}
