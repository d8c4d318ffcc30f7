package breakwater.tabletop.files;

import breakwater.document.SourceFile;
import breakwater.problem.Location;
import breakwater.problem.Problem;
import breakwater.problem.Problems;
import breakwater.scenario.yaml.ExerciseReader;
import breakwater.tabletop.findings.Checked;
import breakwater.tabletop.findings.ProblemText;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads files into memory, bounded, and remembers what they held, so that problems can show their lines. */
final class Intake {

    /** An exercise has tens of files; thousands are a mistake, such as the wrong folder. */
    static final int NETWORK_FILES_MAX = 1_000;

    /** One byte more than the reader takes, so that it can say that a file is too large. */
    private static final int FILE_BYTES_MAX = 8 * 1024 * 1024 + 1;

    /** More than two hundred times the network of Europe; less than a small heap holds. */
    private static final long FOLDER_BYTES_MAX = 64L << 20;

    private final Problems problems;
    private final Map<String, byte[]> bytesOf = new HashMap<>();
    private long bytesRead;

    Intake(Problems problems) {
        this.problems = problems;
    }

    /** The YAML files right in {@code folder}, in the order of their names, one more than allowed at most. */
    static List<Path> listYaml(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .limit(NETWORK_FILES_MAX + 1L)
                    .toList();
        }
    }

    /** The files of the network in {@code folder}; those that cannot be read are missing, and reported. */
    List<SourceFile> loadNetwork(Path network) throws IOException {
        List<Path> found = listYaml(network);
        List<SourceFile> files = new ArrayList<>();
        if (found.isEmpty()) {
            problems.add(Problem.error(
                    "no-network",
                    Location.startOf(shownAs(network)),
                    "Expected at least one file of the network, ending in .yaml, found none.",
                    "Maybe this is the wrong folder."));
            return files;
        }
        if (found.size() > NETWORK_FILES_MAX) {
            problems.add(Problem.error(
                    "too-many-files",
                    Location.startOf(shownAs(network)),
                    "Expected at most %s network files, found more.".formatted(NETWORK_FILES_MAX),
                    "Maybe this is the wrong folder."));
            return files;
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
                break;
            }
        }
        return files;
    }

    /** The file, called {@code name} in the exercise; empty when it cannot be read, which is reported. */
    Optional<SourceFile> load(Path file, String name) throws IOException {
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

    /** So that problems in it can show its lines. */
    void remember(SourceFile file) {
        bytesOf.put(file.shownAs(), file.bytes());
    }

    static String shownAs(Path file) {
        return file.normalize().toString();
    }

    /** Says that something else, or nothing, is at {@code at}. */
    void report(String rule, Path at, String expected) {
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
    List<Problem> problems() {
        return problems.inFileOrder();
    }

    /** The problems with their source lines, as they are printed. */
    String explain() {
        return new ProblemText(bytesOf).of(problems.inFileOrder(), problems.countBeyondLimit());
    }

    /** What came of checking {@code path}. */
    Checked checked(Path path, Optional<String> good, String leftOut) {
        return new Checked(
                path.toString(),
                problems.inFileOrder(),
                problems.countBeyondLimit(),
                good,
                leftOut,
                bytesOf);
    }
}
