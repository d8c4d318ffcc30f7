package breakwater.tabletop.files;

import breakwater.document.SourceFile;
import breakwater.keyrate.ShippedProfiles;
import breakwater.network.yaml.RegistryRates;
import breakwater.problem.Location;
import breakwater.problem.Problem;
import breakwater.problem.Problems;
import breakwater.scenario.Exercise;
import breakwater.scenario.yaml.ExerciseReader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An exercise on disk: {@code exercise.yaml}, {@code scenario.yaml} and the YAML files of its network. */
public final class ExerciseFolder {

    /** An exercise has tens of files; thousands are a mistake, such as the wrong folder. */
    public static final int NETWORK_FILES_MAX = 1_000;

    /** One byte more than the reader takes, so that it can say that a file is too large. */
    private static final int FILE_BYTES_MAX = 8 * 1024 * 1024 + 1;

    /** More than two hundred times the network of Europe; less than a small heap holds. */
    private static final long FOLDER_BYTES_MAX = 64L << 20;

    private final Path folder;
    private final Problems problems = new Problems();
    private final Map<String, byte[]> bytesOf = new HashMap<>();
    private long bytesRead;

    public ExerciseFolder(Path folder) {
        this.folder = folder;
    }

    /** The exercise, or empty when something is wrong with its files; {@link #problems} then says all of it. */
    public Optional<Exercise> read() throws IOException {
        if (!Files.isDirectory(folder)) {
            report("no-exercise", folder, "Expected the folder of an exercise");
            return Optional.empty();
        }
        List<SourceFile> files = new ArrayList<>();
        Optional<SourceFile> exerciseFile =
                load(folder.resolve(ExerciseReader.EXERCISE_FILE), ExerciseReader.EXERCISE_FILE);
        Optional<SourceFile> scenarioFile =
                load(folder.resolve(ExerciseReader.SCENARIO_FILE), ExerciseReader.SCENARIO_FILE);
        exerciseFile.ifPresent(files::add);
        scenarioFile.ifPresent(files::add);
        if (exerciseFile.isPresent()) {
            loadNetwork(exerciseFile.get(), files);
        }
        if (problems.hasErrors()) {
            return Optional.empty();
        }
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        return ExerciseReader.read(
                name, files, new RegistryRates(ShippedProfiles.registry()), problems);
    }

    private void loadNetwork(SourceFile exerciseFile, List<SourceFile> files) throws IOException {
        String name = ExerciseReader.networkFolder(exerciseFile);
        Path network;
        try {
            network = folder.resolve(name);
        } catch (InvalidPathException impossible) {
            problems.add(Problem.error(
                    "no-network",
                    Location.startOf(exerciseFile.shownAs()),
                    "Expected a path for 'network', but no folder can have such a name: %s."
                            .formatted(impossible.getReason()),
                    "Maybe write it like ../networks/eu27."));
            return;
        }
        if (!Files.isDirectory(network)) {
            report("no-network", network, "Expected the folder of the exercise's network");
            return;
        }
        List<Path> found;
        try (Stream<Path> all = Files.list(network)) {
            found = all.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .limit(NETWORK_FILES_MAX + 1L)
                    .toList();
        }
        if (found.isEmpty()) {
            problems.add(Problem.error(
                    "no-network",
                    Location.startOf(shownAs(network)),
                    "Expected at least one file of the network, ending in .yaml, found none.",
                    "Maybe this is the wrong folder."));
            return;
        }
        if (found.size() > NETWORK_FILES_MAX) {
            problems.add(Problem.error(
                    "too-many-files",
                    Location.startOf(shownAs(network)),
                    "Expected at most %s network files, found more.".formatted(NETWORK_FILES_MAX),
                    "Maybe this is the wrong folder."));
            return;
        }
        for (Path file : found) {
            load(file, ExerciseReader.NETWORK_PREFIX + file.getFileName()).ifPresent(files::add);
            if (bytesRead > FOLDER_BYTES_MAX) {
                problems.add(Problem.error(
                        "too-large",
                        Location.startOf(shownAs(network)),
                        "Expected files of at most %s MiB in all, found more."
                                .formatted(FOLDER_BYTES_MAX >> 20),
                        "Maybe this is the wrong folder."));
                return;
            }
        }
    }

    private Optional<SourceFile> load(Path file, String name) throws IOException {
        if (!Files.isRegularFile(file)) {
            report("no-file", file, "Expected a file");
            return Optional.empty();
        }
        if (!Files.isReadable(file)) {
            problems.add(Problem.error(
                    "not-readable",
                    Location.startOf(shownAs(file)),
                    "Expected to be allowed to read this file, but was not.",
                    "Maybe change its permissions."));
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(FILE_BYTES_MAX);
            bytesRead += bytes.length;
            bytesOf.put(shownAs(file), bytes);
            return Optional.of(new SourceFile(name, shownAs(file), bytes));
        }
    }

    private static String shownAs(Path file) {
        return file.normalize().toString();
    }

    private void report(String rule, Path at, String expected) {
        boolean folder = Files.isDirectory(at);
        String found = folder
                ? "but found a folder"
                : Files.exists(at) ? "but found a file" : "found none";
        problems.add(Problem.error(
                rule,
                Location.startOf(shownAs(at)),
                "%s here, %s.".formatted(expected, found),
                found.equals("but found a file")
                        ? "Maybe give the folder it is in."
                        : folder ? "Maybe move it away." : "Maybe the path is misspelt."));
    }

    /** Everything that is wrong, in file order. */
    public List<Problem> problems() {
        return problems.inFileOrder();
    }

    /** The problems with their source lines, as they are printed. */
    public String explain() {
        return new ProblemText(bytesOf).of(problems.inFileOrder(), problems.countBeyondLimit());
    }
}
