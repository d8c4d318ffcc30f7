package breakwater.graph;

import java.util.Arrays;

/**
 * A heap of packed keys {@code distance << 20 | vertex}, four children to a node.
 *
 * <p>Has no decrease-key: a vertex is pushed again, and whoever pops skips entries that are out of date. The smallest
 * child is chosen without branches, which would be mispredicted; all places beyond the end hold the largest key, so
 * that a node always has four children to compare.
 */
final class SearchHeap {

    private static final long BEYOND_THE_END = Long.MAX_VALUE;

    private long[] keys;
    private int size;

    SearchHeap() {
        keys = new long[64];
        Arrays.fill(keys, BEYOND_THE_END);
    }

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        Arrays.fill(keys, 0, size, BEYOND_THE_END);
        size = 0;
    }

    void push(long key) {
        if (size + 4 >= keys.length) {
            grow();
        }
        long[] heap = keys;
        int node = size++;
        while (node > 0) {
            int parent = (node - 1) >> 2;
            if (heap[parent] <= key) {
                break;
            }
            heap[node] = heap[parent];
            node = parent;
        }
        heap[node] = key;
    }

    /** Removes and returns the smallest key; the heap must not be empty. */
    long pop() {
        long[] heap = keys;
        long smallest = heap[0];
        size--;
        long moved = heap[size];
        heap[size] = BEYOND_THE_END;
        if (size > 0) {
            sink(heap, moved);
        }
        return smallest;
    }

    private void sink(long[] heap, long moved) {
        int node = 0;
        int child = 1;
        while (child < size) {
            long key0 = heap[child];
            long key1 = heap[child + 1];
            long key2 = heap[child + 2];
            long key3 = heap[child + 3];
            // Each mask is -1 if the right key of the pair is the smaller, else 0; keys are not
            // negative.
            long mask1 = (key1 - key0) >> 63;
            long mask3 = (key3 - key2) >> 63;
            long left = key0 + ((key1 - key0) & mask1);
            long right = key2 + ((key3 - key2) & mask3);
            long maskRight = (right - left) >> 63;
            long least = left + ((right - left) & maskRight);
            if (least >= moved) {
                break;
            }
            long leftPlace = -mask1;
            long rightPlace = 2 - mask3;
            heap[node] = least;
            node = child + (int) (leftPlace + ((rightPlace - leftPlace) & maskRight));
            child = 4 * node + 1;
        }
        heap[node] = moved;
    }

    private void grow() {
        int length = keys.length;
        keys = Arrays.copyOf(keys, 2 * length);
        Arrays.fill(keys, length, 2 * length, BEYOND_THE_END);
    }
}
