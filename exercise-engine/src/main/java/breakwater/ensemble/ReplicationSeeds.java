package breakwater.ensemble;

import breakwater.draw.EntityKey;
import breakwater.draw.KeyedDraws;

/** The seed of each drill of an ensemble: addressed, so that drill 7 is the same in 10 drills and in 10,000. */
public final class ReplicationSeeds {

    private static final long ENTITY = EntityKey.of("rehearsal");
    /** Part of what a seed means: never renumber. No entity of a drill draws for it. */
    private static final int PURPOSE = 241;

    /** 52 bits are left: a number that every reader of JSON keeps whole. */
    private static final int UNUSED_BITS = 12;

    private ReplicationSeeds() {}

    /**
     * The seed of one drill: {@code breakwater run --seed} plays that drill with its whole log.
     *
     * @param base the seed of the ensemble
     * @param number from 0
     * @return 0 to 2^52 - 1
     */
    public static long seedOf(long base, int number) {
        KeyedDraws draws = new KeyedDraws(base);
        draws.select(ENTITY, PURPOSE, number);
        return draws.first() >>> UNUSED_BITS;
    }
}
