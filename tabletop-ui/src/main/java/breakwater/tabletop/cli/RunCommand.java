package breakwater.tabletop.cli;

import breakwater.tabletop.drill.ThreadedRunner;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code breakwater run}: one drill without people. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Plays one drill without people and leaves its log, scorecard and report.")
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "EXERCISE", description = "Folder of the exercise.")
    private Path folder = Path.of("");

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Seed of all draws. Default: the exercise's own.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the files go. Default: out/EXERCISE-SEED.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Threads to play on; the log does not depend on it. Default: ${DEFAULT-VALUE}.")
    private int threads = 1;

    @Override
    public Integer call() throws IOException {
        if (threads < 1 || threads > ThreadedRunner.THREADS_MAX) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Expected --threads from 1 to %d, found %d."
                            .formatted(ThreadedRunner.THREADS_MAX, threads));
        }
        if (seed.isPresent() && seed.get() < 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Expected --seed from 0 to %d, found %d."
                            .formatted(Long.MAX_VALUE, seed.get()));
        }
        return DrillShell.play(
                spec.commandLine(), new DrillShell.Request(folder, seed, out, threads));
    }
}
