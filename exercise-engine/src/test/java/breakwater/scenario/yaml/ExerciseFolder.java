package breakwater.scenario.yaml;

import breakwater.document.SourceFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of an exercise's folder, for tests. */
public final class ExerciseFolder {

    /** Where the shipped exercises are, seen from this module. */
    public static final Path SHIPPED = Path.of("..", "exercises");

    private ExerciseFolder() {}

    public static List<SourceFile> load(Path folder) {
        List<SourceFile> files = new ArrayList<>();
        Path network = folder.resolve("network");
        for (String name : List.of(ExerciseReader.EXERCISE_FILE, ExerciseReader.SCENARIO_FILE)) {
            if (Files.exists(folder.resolve(name))) {
                files.add(load(folder.resolve(name), name));
            }
        }
        if (!files.isEmpty()) {
            network = folder.resolve(ExerciseReader.networkFolder(files.get(0)));
        }
        files.addAll(loadNetwork(network));
        return files;
    }

    public static List<SourceFile> loadNetwork(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(file -> load(file, ExerciseReader.NETWORK_PREFIX + file.getFileName()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceFile load(Path file, String name) {
        try {
            return new SourceFile(name, name, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
