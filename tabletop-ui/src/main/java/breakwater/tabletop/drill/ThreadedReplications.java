package breakwater.tabletop.drill;

import breakwater.ensemble.ReplicationRunner;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Plays the drills of a rehearsal on a fixed number of threads, each taking the next one. Close it afterwards. */
public final class ThreadedReplications implements ReplicationRunner, AutoCloseable {

    private final ExecutorService threads;
    private final int count;

    /** A runner with {@code count} threads, 1 to {@link ThreadedRunner#THREADS_MAX}. */
    public ThreadedReplications(int count) {
        if (count < 1 || count > ThreadedRunner.THREADS_MAX) {
            throw new IllegalArgumentException("The thread count (%d) must be in 1..%d."
                    .formatted(count, ThreadedRunner.THREADS_MAX));
        }
        this.count = count;
        threads = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "breakwater-rehearsal");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void run(int from, int until, IntConsumer task) {
        AtomicInteger next = new AtomicInteger(from);
        List<Future<?>> workers = new ArrayList<>(count);
        for (int worker = 0; worker < count; worker++) {
            workers.add(threads.submit(() -> {
                for (int mine = next.getAndIncrement();
                        mine < until;
                        mine = next.getAndIncrement()) {
                    task.accept(mine);
                }
            }));
        }
        workers.forEach(ThreadedReplications::await);
    }

    private static void await(Future<?> worker) {
        try {
            worker.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The rehearsal was interrupted.", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A drill failed.", failed.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
