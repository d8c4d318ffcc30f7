package breakwater.draw;

/**
 * The counter-based random function Philox4x32-10: 128 bits of counter and 64 bits of key in, 128 random bits out.
 *
 * <p>Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC '11, DOI 10.1145/2063384.2063405. It
 * passes TestU01's BigCrush for any key. Not a cipher.
 *
 * <p>The object only carries the result out without allocating. Not thread-safe.
 */
public final class Philox4x32 {

    private static final int ROUNDS = 10;
    private static final long WORD = 0xFFFF_FFFFL;
    private static final long MULTIPLIER_0 = 0xD251_1F53L;
    private static final long MULTIPLIER_1 = 0xCD9E_8D57L;
    private static final int WEYL_0 = 0x9E37_79B9;
    private static final int WEYL_1 = 0xBB67_AE85;

    private long low;
    private long high;

    /**
     * Computes the block for a counter and a key.
     *
     * @param counterLow words c0 (low half) and c1 of the counter
     * @param counterHigh words c2 (low half) and c3 of the counter
     * @param key words k0 (low half) and k1 of the key
     */
    public void generate(long counterLow, long counterHigh, long key) {
        long c0 = counterLow & WORD;
        long c1 = counterLow >>> 32;
        long c2 = counterHigh & WORD;
        long c3 = counterHigh >>> 32;
        int k0 = (int) key;
        int k1 = (int) (key >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = MULTIPLIER_0 * c0;
            long product1 = MULTIPLIER_1 * c2;
            c0 = (product1 >>> 32) ^ c1 ^ (k0 & WORD);
            c1 = product1 & WORD;
            c2 = (product0 >>> 32) ^ c3 ^ (k1 & WORD);
            c3 = product0 & WORD;
            k0 += WEYL_0;
            k1 += WEYL_1;
        }
        low = c1 << 32 | c0;
        high = c3 << 32 | c2;
    }

    /** Words c0 (low half) and c1 of the last block. */
    public long low() {
        return low;
    }

    /** Words c2 (low half) and c3 of the last block. */
    public long high() {
        return high;
    }
}
