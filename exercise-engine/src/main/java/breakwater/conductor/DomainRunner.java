package breakwater.conductor;

import java.util.List;

/**
 * Runs the domains' share of one window. Domains touch nothing in common, so any order and any number of threads gives
 * the same drill.
 */
@FunctionalInterface
public interface DomainRunner {

    /** One after the other, in the calling thread. */
    DomainRunner SEQUENTIAL = tasks -> tasks.forEach(Runnable::run);

    /** Runs all of them and returns when the last is done; passes on what one throws. */
    void run(List<Runnable> tasks);
}
