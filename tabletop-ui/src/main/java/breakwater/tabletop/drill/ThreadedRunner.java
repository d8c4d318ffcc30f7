package breakwater.tabletop.drill;

import breakwater.conductor.DomainRunner;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the domains of a window on a fixed number of threads. Close it when the drill is over. */
public final class ThreadedRunner implements DomainRunner, AutoCloseable {

    /** More threads than any exercise has domains only wait for each other. */
    public static final int THREADS_MAX = 256;

    private final ExecutorService threads;

    /** A runner with {@code count} threads, 1 to {@value #THREADS_MAX}. */
    public ThreadedRunner(int count) {
        if (count < 1 || count > THREADS_MAX) {
            throw new IllegalArgumentException(
                    "The thread count (%d) must be in 1..%d.".formatted(count, THREADS_MAX));
        }
        threads = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "breakwater-domain");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void run(List<Runnable> tasks) {
        List<Future<?>> running = new ArrayList<>(tasks.size());
        tasks.forEach(task -> running.add(threads.submit(task)));
        for (Future<?> task : running) {
            await(task);
        }
    }

    private static void await(Future<?> task) {
        try {
            task.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The drill was interrupted.", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A domain failed.", failed.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
