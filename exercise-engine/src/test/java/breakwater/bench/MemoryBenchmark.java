package breakwater.bench;

import java.util.List;
import java.util.Optional;

/**
 * The command {@code breakwater run exercises/iberia-2025}, whole: files read, 72 h played, log, scorecard and report
 * written; in a JVM whose heap is 256 MiB, and then in smaller ones, to find how little is enough.
 */
final class MemoryBenchmark implements Benchmark {

    private static final int BAR_MEBIBYTES = 256;
    private static final List<Integer> SMALLER_MEBIBYTES = List.of(128, 64, 48, 32, 24, 16);

    @Override
    public String name() {
        return "MEMORY";
    }

    @Override
    public String title() {
        return "MEMORY: breakwater run exercises/iberia-2025, log, scorecard and report written, heap of %d MiB"
                .formatted(BAR_MEBIBYTES);
    }

    @Override
    public List<String> contestants() {
        return List.of();
    }

    @Override
    public Contestant contestant(String name) {
        throw new IllegalArgumentException("MEMORY has no contestant, found '%s'.".formatted(name));
    }

    @Override
    public List<Figure> figures(Outcomes outcomes) {
        throw new IllegalStateException("MEMORY has no contestants to compare.");
    }

    @Override
    public Optional<List<Figure>> measureApart() {
        HeapRun run = HeapRun.of(BAR_MEBIBYTES);
        int least = BAR_MEBIBYTES;
        for (int smaller : SMALLER_MEBIBYTES) {
            if (run.completed() && HeapRun.of(smaller).completed()) {
                least = smaller;
            } else {
                break;
            }
        }
        return Optional.of(List.of(
                new Figure(
                        "MiB, most used",
                        run.mostUsedMebibytes(),
                        "",
                        Double.NaN,
                        Double.NaN,
                        "256 MiB",
                        run.completed()),
                Figure.information("MiB, most after GC", run.mostKeptMebibytes()),
                Figure.information("MiB, enough", run.completed() ? least : Double.NaN)));
    }
}
