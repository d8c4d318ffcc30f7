package breakwater.ensemble;

import java.util.function.IntConsumer;

/**
 * Plays drills of an ensemble. They touch nothing in common and are kept by their number: any order and any number of
 * threads give the same figures.
 */
@FunctionalInterface
public interface ReplicationRunner {

    /** One after the other, in the calling thread. */
    ReplicationRunner SEQUENTIAL = (from, until, task) -> {
        for (int number = from; number < until; number++) {
            task.accept(number);
        }
    };

    /** Calls {@code task} once for each number, and returns when the last is done; passes on what one throws. */
    void run(int from, int until, IntConsumer task);
}
