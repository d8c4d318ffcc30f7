package breakwater.tabletop.cli;

import breakwater.exercise.LogEntry;
import breakwater.scenario.Exercise;
import breakwater.scoring.Scorecard;
import breakwater.tabletop.drill.DrillRun;
import breakwater.tabletop.drill.ProgressBar;
import breakwater.tabletop.files.ExerciseFolder;
import breakwater.tabletop.report.ReportFiles;
import breakwater.tabletop.report.ScoreTable;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code run} and {@code demo} share: read, play, write, print. */
final class DrillShell {

    /** Set by the launcher when error output goes to a terminal: Java itself cannot tell alike on all versions. */
    static final String TERMINAL_PROPERTY = "breakwater.terminal";

    private DrillShell() {}

    /** What the user asked for; the seed and folder default to the exercise's. */
    record Request(Path exercise, Optional<Long> seed, Optional<Path> out, int threads) {}

    /** Plays a drill and prints where its files are. Returns the exit code. */
    static int play(CommandLine command, Request request) throws IOException {
        PrintWriter out = command.getOut();
        ExerciseFolder folder = new ExerciseFolder(request.exercise());
        Optional<Exercise> read = folder.read();
        if (!folder.problems().isEmpty()) {
            command.getErr().print(folder.explain());
            command.getErr().flush();
        }
        if (read.isEmpty()) {
            return 1;
        }
        Exercise exercise = read.get();
        long seed = request.seed().orElse(exercise.seed());
        Path directory = request.out().orElse(Path.of("out", exercise.name() + "-" + seed));
        out.printf("%s: %s%n", exercise.name(), exercise.title());
        out.flush();
        ProgressBar progress = new ProgressBar(
                System.err, exercise.horizonMicros(), Boolean.getBoolean(TERMINAL_PROPERTY));
        Optional<List<LogEntry>> played = new DrillRun(exercise, folder.playbooks(), seed)
                .play(directory, request.threads(), progress);
        if (played.isEmpty()) {
            return giveUp(command.getErr(), exercise);
        }
        List<LogEntry> log = played.get();
        Scorecard card = ReportFiles.write(directory, log);
        out.print(ScoreTable.of(card));
        out.printf(
                Locale.ROOT,
                "%nReport: %s%nLog:    %s (%,d events)%n",
                directory.resolve(ReportFiles.REPORT_PAGE),
                directory.resolve(DrillRun.LOG_FILE),
                log.size());
        out.flush();
        return 0;
    }

    private static int giveUp(PrintWriter err, Exercise exercise) {
        err.printf(
                Locale.ROOT,
                "%s: Expected a drill of at most %,d log entries, but it has more; no log was kept. Maybe things fail less often with a longer 'linkUpMean', or give it a shorter horizon.%n",
                exercise.name(),
                Exercise.LOG_ENTRIES_MAX);
        err.flush();
        return 1;
    }
}
