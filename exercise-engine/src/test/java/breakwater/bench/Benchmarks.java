package breakwater.bench;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** All benchmarks, in the order in which they run. */
final class Benchmarks {

    private static final List<Benchmark> OWN = List.of(
            new HoldBenchmark(),
            new AvailabilityBenchmark(),
            new DrillBenchmark(),
            ExerciseBenchmark.europe(),
            ExerciseBenchmark.kdl(),
            new RehearsalBenchmark(),
            new MemoryBenchmark());

    private static final List<Benchmark> ALL =
            Stream.concat(OWN.stream(), fromOtherModules()).toList();

    private Benchmarks() {}

    /** Those that other modules announce as services of this type. */
    private static Stream<Benchmark> fromOtherModules() {
        return ServiceLoader.load(Benchmark.class).stream().map(ServiceLoader.Provider::get);
    }

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
