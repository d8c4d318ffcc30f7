package breakwater.tabletop.cli;

import breakwater.ensemble.RehearsalRequest;
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

/** {@code breakwater rehearse}: an ensemble of drills, with intervals; two of them in pairs. */
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        description =
                "Plays an exercise many times with other chance and says how its figures scatter; compares it with another one drill by drill.")
final class RehearseCommand implements Callable<Integer> {

    private static final int DRILLS = 256;
    private static final int FIRST_LOOK = 64;
    private static final int MOST = 16_384;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "EXERCISE", description = "Folder of the exercise.")
    private Path folder = Path.of("");

    @Option(
            names = {"-n", "--drills"},
            paramLabel = "N",
            description = "How many drills. Default: " + DRILLS + "; with --until the first look, "
                    + FIRST_LOOK + ".")
    private Optional<Integer> drills = Optional.empty();

    @Option(
            names = "--compare",
            paramLabel = "OTHER",
            description =
                    "Folder of an exercise with the same operators and services, or the same exercise without its playbooks: 'default-policy', without its agreements: 'no-aid', with 'nobody' answering, with one silent operator: 'silent:OPERATOR', or without a role: 'absent:ROLE'.")
    private Optional<String> other = Optional.empty();

    @Option(
            names = "--absent",
            paramLabel = "ROLE",
            description =
                    "Short for --compare absent:ROLE: what it costs when nobody holds the role.")
    private Optional<String> absent = Optional.empty();

    @Option(
            names = "--until",
            paramLabel = "FIGURE",
            description =
                    "Go on, looking at N drills and its doubles, until this figure is known to --half-width; compared, its difference.")
    private Optional<String> until = Optional.empty();

    @Option(
            names = "--half-width",
            paramLabel = "W",
            description =
                    "How well: 5%% of the mean, or an amount in the figure's unit. Default: 5%%.")
    private Optional<String> halfWidth = Optional.empty();

    @Option(
            names = "--most",
            paramLabel = "M",
            description = "With --until: drills at most. Default: " + MOST + ".")
    private Optional<Integer> most = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Seed of the whole rehearsal. Default: the exercise's own.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Threads to play on; the figures do not depend on it. Default: one per core.")
    private Optional<Integer> threads = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the files go. Default: out/rehearse-EXERCISE.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--json", description = "Print rehearsal.json instead of a table.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        int playing = threads.orElse(
                Math.min(ThreadedRunner.THREADS_MAX, Runtime.getRuntime().availableProcessors()));
        requireRange("--threads", playing, 1, ThreadedRunner.THREADS_MAX);
        requireRange("--seed", seed.orElse(0L), 0, Long.MAX_VALUE);
        Optional<RehearsalRequest.Target> target = target();
        int first = drills.orElse(target.isPresent() ? FIRST_LOOK : DRILLS);
        requireRange("-n", first, RehearsalRequest.LEAST, RehearsalRequest.MOST);
        int last = target.isPresent() ? most.orElse(Math.max(first, MOST)) : first;
        requireRange("--most", last, first, RehearsalRequest.MOST);
        if (absent.isPresent() && other.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "Expected either --compare or --absent, found both.");
        }
        Optional<String> compared = absent.map(role -> "absent:" + role).or(() -> other);
        return new RehearsalShell(
                        spec.commandLine(),
                        new RehearsalShell.Request(
                                folder, compared, seed, first, last, target, playing, out, json))
                .rehearse();
    }

    private Optional<RehearsalRequest.Target> target() {
        if (until.isEmpty()) {
            if (halfWidth.isPresent() || most.isPresent()) {
                throw new ParameterException(
                        spec.commandLine(),
                        "Expected --until with %s, found none. Maybe --until degradedUserMinutes."
                                .formatted(halfWidth.isPresent() ? "--half-width" : "--most"));
            }
            return Optional.empty();
        }
        return Optional.of(
                TargetText.parse(spec.commandLine(), until.get(), halfWidth.orElse("5%")));
    }

    private void requireRange(String option, long found, long least, long greatest) {
        if (found < least || found > greatest) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Expected %s from %s to %s, found %s."
                            .formatted(option, least, greatest, found));
        }
    }
}
