package breakwater.tabletop.cli;

import breakwater.analysis.NetworkAnalysis;
import breakwater.analysis.NetworkAnalyst;
import breakwater.analysis.SinglePoint;
import breakwater.scenario.Exercise;
import breakwater.tabletop.files.ExerciseFolder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** {@code breakwater network analyse}: where a network is weak. */
@Command(
        name = "analyse",
        mixinStandardHelpOptions = true,
        description =
                "Says which single failures cut services off, before anything is played: a place to begin an"
                        + " MSEL with.")
final class AnalyseCommand implements Callable<Integer> {

    private static final int ID_COLUMNS_MAX = 40;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "EXERCISE", description = "Folder of an exercise.")
    private Path folder = Path.of(".");

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many single points of failure to show (default: ${DEFAULT-VALUE}).")
    private int top;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        ExerciseFolder exercise = new ExerciseFolder(folder);
        Optional<Exercise> read = exercise.read();
        if (read.isEmpty()) {
            spec.commandLine().getErr().print(exercise.explain());
            spec.commandLine().getErr().flush();
            return 1;
        }
        NetworkAnalysis analysis = NetworkAnalyst.of(read.get().network());
        out.print(text(read.get(), analysis));
        out.flush();
        return 0;
    }

    private String text(Exercise exercise, NetworkAnalysis analysis) {
        StringBuilder text = new StringBuilder();
        say(
                text,
                "%s: %,d nodes, %,d links, %s.",
                exercise.network().name(),
                exercise.network().nodes().size(),
                exercise.network().links().size(),
                analysis.pieces() == 1
                        ? "in one piece"
                        : "in %s pieces".formatted(analysis.pieces()));
        say(
                text,
                "Only ways between two parts of it: %,d links, %,d nodes.",
                analysis.bridges(),
                analysis.cutNodes());
        say(
                text,
                "Services by ways without a common link: %s.",
                analysis.waysOfServices().entrySet().stream()
                        .map(AnalyseCommand::ways)
                        .collect(Collectors.joining(", ")));
        List<SinglePoint> points = analysis.singlePoints();
        if (points.isEmpty()) {
            say(text, "No single failure cuts a service off that does not end there.");
            return text.toString();
        }
        say(text, "");
        say(text, "  %-40s  kind  services cut off  their users", "Single point of failure");
        points.stream().limit(Math.max(0, top)).forEach(point -> say(text, "%s", line(point)));
        if (points.size() > top) {
            say(text, "  %,d more; --top shows them.", points.size() - Math.max(0, top));
        }
        return text.toString();
    }

    private static String ways(Map.Entry<Integer, Integer> services) {
        return String.format(Locale.ROOT, "%,d with %d", services.getValue(), services.getKey());
    }

    private static String line(SinglePoint point) {
        String id = point.id().length() <= ID_COLUMNS_MAX
                ? point.id()
                : point.id().substring(0, ID_COLUMNS_MAX - 1) + "…";
        return String.format(
                Locale.ROOT,
                "  %-40s  %-4s  %,16d  %,11d",
                id,
                point.kind() == SinglePoint.Kind.SRLG
                        ? "SRLG"
                        : point.kind().name().toLowerCase(Locale.ROOT),
                point.cutOff().size(),
                point.usersServed());
    }

    private static void say(StringBuilder text, String line, Object... values) {
        text.append(String.format(Locale.ROOT, line, values)).append('\n');
    }
}
