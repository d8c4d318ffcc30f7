package breakwater.bench;

import com.sun.management.ThreadMXBean;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * The JVM of one contestant: {@code ContestantMain BENCHMARK CONTESTANT proof|time}. Its last line of output is the
 * proof, or the {@link Outcome}.
 */
final class ContestantMain {

    private ContestantMain() {}

    public static void main(String[] args) {
        Contestant contestant = Benchmarks.get(args[0]).contestant(args[1]);
        System.out.println(
                args[2].equals("proof")
                        ? contestant.proof()
                        : time(contestant, args[1]).toLine());
    }

    private static Outcome time(Contestant contestant, String name) {
        var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int rounds = contestant.rounds();
        double[] nanosPerEvent = new double[rounds];
        long bytes = 0;
        long events = 0;
        for (int round = 0; round < rounds; round++) {
            long bytesBefore = thread.getCurrentThreadAllocatedBytes();
            long nanosBefore = thread.getCurrentThreadCpuTime();
            long handled = contestant.round(round);
            long nanosAfter = thread.getCurrentThreadCpuTime();
            long bytesAfter = thread.getCurrentThreadAllocatedBytes();
            nanosPerEvent[round] = (double) (nanosAfter - nanosBefore) / handled;
            if (round >= rounds / 2) {
                bytes += bytesAfter - bytesBefore;
                events += handled;
            }
        }
        return new Outcome(
                Outcome.median(Arrays.copyOfRange(nanosPerEvent, rounds / 2, rounds)),
                (double) bytes / events,
                contestant.library().map(Versions::ofJar).orElse(Versions.of(name)),
                contestant.complaint());
    }
}
