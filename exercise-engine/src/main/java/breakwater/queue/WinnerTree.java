package breakwater.queue;

import java.util.Arrays;

/**
 * A priority queue with a fixed set of slots, each of which is due at one time or never.
 *
 * <p>Slots due at the same microsecond come out in the order of their numbers. Slot order is therefore the priority at
 * one instant: lay slots out by kind on purpose.
 *
 * <p>A complete binary tree in one array: the leaf of a slot holds {@code time << 20 | slot}, each inner node the
 * smaller of its two children, node 1 the earliest of all. The addresses a climb reads do not depend on what it finds
 * there, so the loads overlap and there is no branch to mispredict; that is what makes it faster than any heap up to
 * some hundred thousand slots (a tournament or "winner" tree, Knuth, TAOCP vol. 3, 5.4.1).
 *
 * <p>Reading the earliest slot costs one load; setting a slot costs one climb, logarithmic in the number of slots.
 * Nothing is allocated after construction. Not thread-safe.
 */
public final class WinnerTree {

    /** The time of a slot that is not due. */
    public static final long NEVER = Long.MAX_VALUE;

    /** The most slots a tree can have: 20 bits of the key. */
    public static final int MAX_SLOTS = 1 << 20;

    /**
     * The latest time a slot can be due, just under 102 days: 43 bits of the key, less one value so that no key equals
     * {@link #NEVER}. A slot set later than that is never due.
     */
    public static final long LATEST_TIME_MICROS = (1L << 43) - 2;

    private static final int SLOT_BITS = 20;
    private static final int SLOT_MASK = MAX_SLOTS - 1;

    /** Node i has the children 2i and 2i + 1; leaves start at {@link #firstLeaf}; node 0 is not used. */
    private final long[] nodes;

    private final int firstLeaf;
    private final int slots;

    /**
     * A tree in which no slot is due.
     *
     * @param slots how many slots, 1 to {@value #MAX_SLOTS}
     */
    public WinnerTree(int slots) {
        if (slots < 1 || slots > MAX_SLOTS) {
            throw new IllegalArgumentException(
                    "The number of slots (%d) must be 1 to %d.".formatted(slots, MAX_SLOTS));
        }
        this.slots = slots;
        // At least two leaves, so that each leaf has a sibling and node 1 is never a leaf.
        firstLeaf = slots < 2 ? 2 : Integer.highestOneBit(slots - 1) << 1;
        nodes = new long[2 * firstLeaf];
        clear();
    }

    /** How many slots there are; they are numbered from 0. */
    public int slots() {
        return slots;
    }

    /**
     * Makes {@code slot} due at {@code timeMicros}, whatever it was before. A time beyond {@link #LATEST_TIME_MICROS},
     * {@link #NEVER} among them, cancels it.
     *
     * @throws IllegalArgumentException if the time is negative or there is no such slot
     */
    public void set(int slot, long timeMicros) {
        if (Integer.compareUnsigned(slot, slots) >= 0) {
            throw noSuchSlot(slot);
        }
        climb(slot, timeMicros <= LATEST_TIME_MICROS ? keyOf(slot, timeMicros) : NEVER);
    }

    /** Makes {@code slot} due never. */
    public void cancel(int slot) {
        set(slot, NEVER);
    }

    /** When the earliest slot is due, or {@link #NEVER}. */
    public long earliestTimeMicros() {
        return timeOfKey(nodes[1]);
    }

    /**
     * The slot due first, the lowest number among those due at the same time.
     *
     * <p>Without meaning while {@link #earliestTimeMicros()} is {@link #NEVER}.
     */
    public int earliestSlot() {
        return (int) nodes[1] & SLOT_MASK;
    }

    /** When {@code slot} is due, or {@link #NEVER}. */
    public long timeOf(int slot) {
        if (Integer.compareUnsigned(slot, slots) >= 0) {
            throw noSuchSlot(slot);
        }
        return timeOfKey(nodes[firstLeaf + slot]);
    }

    /** Cancels all slots. Linear in their number. */
    public void clear() {
        Arrays.fill(nodes, NEVER);
    }

    private static long keyOf(int slot, long timeMicros) {
        if (timeMicros < 0) {
            throw new IllegalArgumentException(
                    "The timeMicros (%d) of slot (%d) must not be negative."
                            .formatted(timeMicros, slot));
        }
        return timeMicros << SLOT_BITS | slot;
    }

    private static long timeOfKey(long key) {
        return key == NEVER ? NEVER : key >>> SLOT_BITS;
    }

    private void climb(int slot, long key) {
        long[] tree = nodes;
        int node = firstLeaf + slot;
        tree[node] = key;
        long least = key;
        while (node > 1) {
            least = smaller(least, tree[node ^ 1]);
            node >>>= 1;
            if (tree[node] == least) {
                return; // all nodes above saw this value before
            }
            tree[node] = least;
        }
    }

    /**
     * The smaller of two keys without a branch, which would be mispredicted half the time; JDK 17 has no minimum
     * instruction for longs. Keys are not negative, so the difference does not overflow.
     */
    private static long smaller(long a, long b) {
        long difference = b - a;
        return a + (difference & (difference >> 63));
    }

    private IllegalArgumentException noSuchSlot(int slot) {
        return new IllegalArgumentException(
                "The slot (%s) must be 0 to %s.".formatted(slot, slots - 1));
    }
}
