package breakwater.bench;

import java.util.List;

/** All benchmarks, in the order in which they run. */
final class Benchmarks {

    private static final List<Benchmark> ALL = List.of(
            new HoldBenchmark(),
            new AvailabilityBenchmark(),
            new DrillBenchmark(),
            ExerciseBenchmark.europe(),
            ExerciseBenchmark.kdl(),
            new RehearsalBenchmark(),
            new MemoryBenchmark());

    private Benchmarks() {}

    static List<String> names() {
        return ALL.stream().map(Benchmark::name).toList();
    }

    /**
     * The benchmark of that name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Benchmark get(String name) {
        return ALL.stream()
                .filter(benchmark -> benchmark.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected one of %s, but found '%s'.".formatted(names(), name)));
    }
}
