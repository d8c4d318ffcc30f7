package breakwater.tabletop.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code breakwater demo}: the shipped exercise on the blackout of 28 April 2025. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Plays a shipped exercise on a European network and leaves a report to open.")
final class DemoCommand implements Callable<Integer> {

    /** Set by the launcher: the folder that has {@code exercises}. */
    private static final String HOME_PROPERTY = "breakwater.home";

    private static final String EXERCISE = "iberia-2025";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the files go. Default: out/" + EXERCISE + "-SEED.")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() throws IOException {
        CommandLine command = spec.commandLine();
        Path exercise = Path.of(System.getProperty(HOME_PROPERTY, ""))
                .resolve("exercises")
                .resolve(EXERCISE);
        if (!Files.isDirectory(exercise)) {
            command.getErr()
                    .printf(
                            "Expected the exercise of the demo in %s, found none. Maybe start it as ./breakwater demo.%n",
                            exercise.toAbsolutePath());
            command.getErr().flush();
            return 1;
        }
        return DrillShell.play(command, new DrillShell.Request(exercise, Optional.empty(), out, 1));
    }
}
