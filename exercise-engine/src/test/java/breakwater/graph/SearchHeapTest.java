package breakwater.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

class SearchHeapTest {

    static LongStream seeds() {
        return GraphOracle.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void popsInOrder(long seed) {
        var random = new SplittableRandom(seed);
        var heap = new SearchHeap();
        var oracle = new PriorityQueue<Long>();
        long range = seed % 2 == 0 ? 10 : Long.MAX_VALUE;

        for (int step = 0; step < 1_000; step++) {
            if (random.nextInt(5) < 3 || oracle.isEmpty()) {
                long key = random.nextLong(range);
                heap.push(key);
                oracle.add(key);
            } else {
                assertThat(heap.pop()).as("seed %d", seed).isEqualTo(oracle.remove());
            }
            if (random.nextInt(300) == 0) {
                heap.clear();
                oracle.clear();
            }
            assertThat(heap.isEmpty()).as("seed %d", seed).isEqualTo(oracle.isEmpty());
        }
    }
}
