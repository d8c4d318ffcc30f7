package breakwater.tabletop.drill;

import breakwater.conductor.Conductor;
import breakwater.conductor.DefaultResponders;
import breakwater.conductor.DomainRunner;
import breakwater.engine.plan.ExercisePlan;
import breakwater.exercise.LogEntry;
import breakwater.log.LogWriter;
import breakwater.playbook.check.CheckedPlaybook;
import breakwater.playbook.team.Teams;
import breakwater.scenario.Exercise;
import breakwater.tabletop.files.OutputFolder;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One drill without people, from an exercise to its log. */
public final class DrillRun {

    /** Name of the log in the output folder. */
    public static final String LOG_FILE = "log.jsonl";

    private static final int BUFFER_BYTES = 1 << 20;

    private final Exercise exercise;
    private final List<CheckedPlaybook> playbooks;
    private final long seed;
    private final long entriesMost;

    /** A drill with the default policy and the exercise's playbooks. */
    public DrillRun(Exercise exercise, List<CheckedPlaybook> playbooks, long seed) {
        this(exercise, playbooks, seed, Exercise.LOG_ENTRIES_MAX);
    }

    /** One that is given up at another number of log entries. */
    DrillRun(Exercise exercise, List<CheckedPlaybook> playbooks, long seed, long entriesMost) {
        this.exercise = exercise;
        this.playbooks = List.copyOf(playbooks);
        this.seed = seed;
        this.entriesMost = entriesMost;
    }

    /**
     * Plays the drill and writes its log to {@code directory}, which is made when missing. The log appears under its
     * name only when it is whole.
     *
     * @param threads 1 to {@value ThreadedRunner#THREADS_MAX}; the log does not depend on it
     * @return the entries, in log order; empty when there would be more than {@link Exercise#LOG_ENTRIES_MAX}, and then
     *     no log is left
     */
    public Optional<List<LogEntry>> play(Path directory, int threads, ProgressBar progress)
            throws IOException {
        OutputFolder.create(directory);
        Path unfinished = directory.resolve(LOG_FILE + ".part");
        List<LogEntry> log = new ArrayList<>();
        boolean whole;
        try (OutputStream file =
                new BufferedOutputStream(Files.newOutputStream(unfinished), BUFFER_BYTES)) {
            whole = play(threads, progress, log, new LogWriter(file));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        if (!whole) {
            Files.delete(unfinished);
            return Optional.empty();
        }
        Files.move(unfinished, directory.resolve(LOG_FILE), StandardCopyOption.REPLACE_EXISTING);
        return Optional.of(log);
    }

    private boolean play(int threads, ProgressBar progress, List<LogEntry> log, LogWriter writer) {
        if (threads == 1) {
            return play(DomainRunner.SEQUENTIAL, progress, log, writer);
        }
        try (ThreadedRunner runner = new ThreadedRunner(threads)) {
            return play(runner, progress, log, writer);
        }
    }

    private boolean play(
            DomainRunner runner, ProgressBar progress, List<LogEntry> log, LogWriter writer) {
        Conductor conductor = new Conductor(
                ExercisePlan.of(exercise),
                seed,
                new Teams(
                        exercise,
                        playbooks,
                        new DefaultResponders(exercise, Teams.lenders(exercise, playbooks)),
                        seed),
                runner);
        return conductor.play(entriesMost, (entries, untilMicros) -> {
            log.addAll(entries);
            write(entries, writer);
            progress.show(untilMicros, log.size());
        });
    }

    private static void write(List<LogEntry> entries, LogWriter writer) {
        try {
            for (LogEntry entry : entries) {
                writer.write(entry);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
