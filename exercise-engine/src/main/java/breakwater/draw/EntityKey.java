package breakwater.draw;

import java.nio.charset.StandardCharsets;

/**
 * The 64-bit address of an entity's draws, made from its id alone: the same in every network that contains the entity,
 * whatever else is in it.
 *
 * <p>FNV-1a (64 bits; draft-eastlake-fnv) over the UTF-8 bytes of the id, then the finalizer "variant 13" of David
 * Stafford that SplitMix64 uses too, because FNV leaves the upper bits of short ids alike. The finalizer is one to one,
 * so two ids share a key only if their FNV-1a hashes are equal: for a million ids the odds are below 1 in 10 million.
 */
public final class EntityKey {

    private static final long FNV_OFFSET = 0xCBF2_9CE4_8422_2325L;
    private static final long FNV_PRIME = 0x0000_0100_0000_01B3L;

    private EntityKey() {}

    /** The key of the entity with this id; ids that differ in case or in one space differ. Linear in its length. */
    public static long of(String id) {
        return mix(fnv1a(id));
    }

    static long fnv1a(String id) {
        long hash = FNV_OFFSET;
        for (byte octet : id.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xFF)) * FNV_PRIME;
        }
        return hash;
    }

    private static long mix(long hash) {
        long mixed = (hash ^ hash >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ mixed >>> 31;
    }
}
