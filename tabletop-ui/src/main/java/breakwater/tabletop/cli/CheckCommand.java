package breakwater.tabletop.cli;

import breakwater.scenario.Exercise;
import breakwater.tabletop.files.ExerciseFolder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code breakwater check}: all that is wrong with the files. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Reads exercises and says everything that is wrong with their files.")
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "EXERCISE", arity = "1..*", description = "Folders of exercises.")
    private List<Path> folders = List.of();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        int exit = 0;
        for (Path path : folders) {
            ExerciseFolder folder = new ExerciseFolder(path);
            Optional<Exercise> exercise = folder.read();
            if (!folder.problems().isEmpty()) {
                out.print(folder.explain());
            }
            if (exercise.isPresent()) {
                out.println(summary(path, exercise.get()));
            } else {
                exit = 1;
            }
            out.flush();
        }
        return exit;
    }

    private static String summary(Path path, Exercise exercise) {
        return "%s: good. %s operators, %s nodes, %s links, %s services, %s injects."
                .formatted(
                        path,
                        exercise.network().domains().size(),
                        exercise.network().nodes().size(),
                        exercise.network().links().size(),
                        exercise.network().services().size(),
                        exercise.scenario().injects().size());
    }
}
