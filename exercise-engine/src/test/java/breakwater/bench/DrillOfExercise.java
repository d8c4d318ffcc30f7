package breakwater.bench;

import breakwater.conductor.Conductor;
import breakwater.conductor.DefaultResponders;
import breakwater.conductor.DomainRunner;
import breakwater.engine.plan.ExercisePlan;
import breakwater.exercise.LogEntry;
import breakwater.keyrate.ShippedProfiles;
import breakwater.log.LogWriter;
import breakwater.network.yaml.RegistryRates;
import breakwater.problem.Problems;
import breakwater.scenario.Exercise;
import breakwater.scenario.yaml.ExerciseFolder;
import breakwater.scenario.yaml.ExerciseReader;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Plays a shipped exercise, with or without writing its log to a file. */
final class DrillOfExercise implements Contestant {

    private static final long SEED = 7;
    private static final int DRILLS_PER_ROUND = 20;

    private final ExercisePlan plan;
    private final boolean writesLog;

    DrillOfExercise(String name, boolean writesLog) {
        this.plan = ExercisePlan.of(read(name));
        this.writesLog = writesLog;
    }

    static Exercise read(String name) {
        Path fromRoot = Path.of("exercises");
        Path shipped = Files.isDirectory(fromRoot) ? fromRoot : ExerciseFolder.SHIPPED;
        Problems problems = new Problems();
        return ExerciseReader.read(
                        name,
                        ExerciseFolder.load(shipped.resolve(name)),
                        new RegistryRates(ShippedProfiles.registry()),
                        problems)
                .orElseThrow(
                        () -> new IllegalStateException(problems.inFileOrder().toString()));
    }

    /** Entries of one drill's log. */
    static long countEntries(String name) {
        return new DrillOfExercise(name, false).play();
    }

    @Override
    public String proof() {
        return play() + " entries";
    }

    @Override
    public int rounds() {
        return 20;
    }

    @Override
    public long round(int number) {
        long played = 0;
        for (int drill = 0; drill < DRILLS_PER_ROUND; drill++) {
            played += play();
        }
        return played == 0 ? 0 : DRILLS_PER_ROUND;
    }

    private long play() {
        try {
            return writesLog ? playAndWrite() : play(entries -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long playAndWrite() throws IOException {
        Path file = Files.createTempFile("breakwater-bench", ".jsonl");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            LogWriter writer = new LogWriter(out);
            return play(entries -> {
                for (LogEntry entry : entries) {
                    writer.write(entry);
                }
            });
        } finally {
            Files.delete(file);
        }
    }

    /** What is done with the entries of a window. */
    private interface Sink {
        void take(List<LogEntry> entries) throws IOException;
    }

    private long play(Sink sink) {
        long[] count = {0};
        new Conductor(plan, SEED, new DefaultResponders(plan.exercise()), DomainRunner.SEQUENTIAL)
                .play((entries, until) -> {
                    count[0] += entries.size();
                    try {
                        sink.take(entries);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        return count[0];
    }
}
