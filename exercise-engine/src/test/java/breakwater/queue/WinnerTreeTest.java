package breakwater.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

class WinnerTreeTest {

    private record Due(long timeMicros, int slot) {}

    /** The same promises kept by a queue of the JDK: each change removes the old entry and adds the new one. */
    private static final class Oracle {
        private final PriorityQueue<Due> queue = new PriorityQueue<>(
                Comparator.comparingLong(Due::timeMicros).thenComparingInt(Due::slot));
        private final long[] times;

        Oracle(int slots) {
            times = new long[slots];
            Arrays.fill(times, WinnerTree.NEVER);
        }

        void set(int slot, long timeMicros) {
            queue.remove(new Due(times[slot], slot));
            times[slot] =
                    timeMicros > WinnerTree.LATEST_TIME_MICROS ? WinnerTree.NEVER : timeMicros;
            if (times[slot] != WinnerTree.NEVER) {
                queue.add(new Due(times[slot], slot));
            }
        }
    }

    static LongStream seeds() {
        Long replay = Long.getLong("seed");
        return replay == null ? LongStream.range(0, 200) : LongStream.of(replay);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void givesTheOrderOfAPriorityQueueUnderRandomChanges(long seed) {
        var random = new SplittableRandom(seed);
        int slots = random.nextInt(1, 70);
        // A narrow range of times makes ties common.
        long span = random.nextInt(3) == 0 ? 8 : 1_000_000;
        var tree = new WinnerTree(slots);
        var oracle = new Oracle(slots);

        for (int step = 0; step < 2_000; step++) {
            int slot = random.nextInt(slots);
            switch (random.nextInt(6)) {
                case 0 -> {
                    tree.cancel(slot);
                    oracle.set(slot, WinnerTree.NEVER);
                }
                case 1 -> {
                    long time = WinnerTree.LATEST_TIME_MICROS + random.nextInt(2);
                    tree.set(slot, time);
                    oracle.set(slot, time);
                }
                default -> {
                    int moved = random.nextBoolean() ? slot : tree.earliestSlot() % slots;
                    long time = random.nextLong(span);
                    tree.set(moved, time);
                    oracle.set(moved, time);
                }
            }

            Due expected = oracle.queue.peek();
            if (expected == null) {
                assertThat(tree.earliestTimeMicros())
                        .as("seed %d step %d", seed, step)
                        .isEqualTo(WinnerTree.NEVER);
            } else {
                assertThat(new Due(tree.earliestTimeMicros(), tree.earliestSlot()))
                        .as("seed %d step %d", seed, step)
                        .isEqualTo(expected);
            }
            assertThat(tree.timeOf(slot))
                    .as("seed %d step %d", seed, step)
                    .isEqualTo(oracle.times[slot]);
        }
    }

    @Test
    void nothingIsDueInANewTree() {
        assertThat(new WinnerTree(1).earliestTimeMicros()).isEqualTo(WinnerTree.NEVER);
        assertThat(new WinnerTree(1_000).earliestTimeMicros()).isEqualTo(WinnerTree.NEVER);
    }

    @Test
    void lowerSlotsComeFirstAtOneInstant() {
        var tree = new WinnerTree(10);

        tree.set(7, 5);
        tree.set(3, 5);
        tree.set(9, 4);

        assertThat(tree.earliestSlot()).isEqualTo(9);
        tree.cancel(9);
        assertThat(tree.earliestSlot()).isEqualTo(3);
        tree.set(3, 6);
        assertThat(tree.earliestSlot()).isEqualTo(7);
    }

    @Test
    void holdsTheLatestTimeInTheLastSlotOfTheLargestTree() {
        var tree = new WinnerTree(WinnerTree.MAX_SLOTS);
        int last = WinnerTree.MAX_SLOTS - 1;

        tree.set(last, WinnerTree.LATEST_TIME_MICROS);

        assertThat(tree.earliestTimeMicros()).isEqualTo(WinnerTree.LATEST_TIME_MICROS);
        assertThat(tree.earliestSlot()).isEqualTo(last);
    }

    @Test
    void timesBeyondTheLatestAreNeverDue() {
        var tree = new WinnerTree(3);
        tree.set(1, 10);

        tree.set(1, WinnerTree.LATEST_TIME_MICROS + 1);

        assertThat(tree.timeOf(1)).isEqualTo(WinnerTree.NEVER);
        assertThat(tree.earliestTimeMicros()).isEqualTo(WinnerTree.NEVER);
    }

    @Test
    void clearCancelsEverySlot() {
        var tree = new WinnerTree(3);
        tree.set(0, 1);
        tree.set(2, 0);

        tree.clear();

        assertThat(tree.earliestTimeMicros()).isEqualTo(WinnerTree.NEVER);
        assertThat(tree.timeOf(2)).isEqualTo(WinnerTree.NEVER);
    }

    @Test
    void refusesWhatItHasNoRoomFor() {
        var tree = new WinnerTree(3);

        assertThatThrownBy(() -> new WinnerTree(0)).hasMessageContaining("(0)");
        assertThatThrownBy(() -> new WinnerTree(WinnerTree.MAX_SLOTS + 1))
                .hasMessageContaining("(1048577)");
        assertThatThrownBy(() -> tree.set(3, 1)).hasMessageContaining("slot (3)");
        assertThatThrownBy(() -> tree.timeOf(-1)).hasMessageContaining("slot (-1)");
        assertThatThrownBy(() -> tree.set(1, -5)).hasMessageContaining("(-5) of slot (1)");
    }
}
