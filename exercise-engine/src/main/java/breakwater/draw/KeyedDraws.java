package breakwater.draw;

/**
 * The draws of one replication: 128 random bits for each (entity, purpose, ordinal).
 *
 * <p>Select an address, then read {@link #first()} and {@link #second()}: two independent draws for the price of one.
 * The same address always gives the same bits. The bits are Philox4x32-10 of the counter
 *
 * <pre>
 *     c0 = ordinal,   c1, c2 = entity (low, high),   c3 = replication << 8 | purpose
 * </pre>
 *
 * under the seed as key, so two different addresses never share a counter.
 *
 * <p>Holds no generator state, only the bits of the last address. Nothing is allocated. Not thread-safe: one object per
 * thread.
 */
public final class KeyedDraws {

    /** Purposes are 0 to this. */
    public static final int MAX_PURPOSE = 0xFF;

    /** Replications are 0 to this. */
    public static final int MAX_REPLICATION = 0xFF_FFFF;

    private final Philox4x32 philox = new Philox4x32();
    private final long seed;
    private final long replicationBits;

    /** The draws of replication 0. */
    public KeyedDraws(long seed) {
        this(seed, 0);
    }

    /**
     * The draws of one replication of an ensemble.
     *
     * @param seed the exercise's seed
     * @param replication 0 to {@value #MAX_REPLICATION}
     */
    public KeyedDraws(long seed, int replication) {
        if (replication < 0 || replication > MAX_REPLICATION) {
            throw new IllegalArgumentException("The replication (%d) must be 0 to %d."
                    .formatted(replication, MAX_REPLICATION));
        }
        this.seed = seed;
        replicationBits = (long) replication << 40;
    }

    /**
     * Moves to an address.
     *
     * @param entity the entity, from {@link EntityKey#of}
     * @param purpose what the draw is for, 0 to {@value #MAX_PURPOSE}; part of the replay format, so never renumber
     * @param ordinal which of the entity's draws for that purpose: all 32 bits count
     */
    public void select(long entity, int purpose, int ordinal) {
        if ((purpose & ~MAX_PURPOSE) != 0) {
            throw new IllegalArgumentException(
                    "The purpose (%d) must be 0 to %d.".formatted(purpose, MAX_PURPOSE));
        }
        long counterLow = entity << 32 | (ordinal & 0xFFFF_FFFFL);
        long counterHigh = replicationBits | (long) purpose << 32 | entity >>> 32;
        philox.generate(counterLow, counterHigh, seed);
    }

    /** The first 64 bits of the selected address. */
    public long first() {
        return philox.low();
    }

    /** The second 64 bits of the selected address, independent of the first. */
    public long second() {
        return philox.high();
    }
}
