package breakwater.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Java sources of all modules of a repository. */
record Sources(Path repository) {

    /** A file and its text. */
    record Source(String path, Path file, String text) {

        boolean isMain() {
            return path.contains("/src/main/java/");
        }

        List<String> lines() {
            return text.lines().toList();
        }
    }

    /** The repository these tests stand in: the nearest folder above that has the Maven wrapper. */
    static Sources ofThisRepository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException(
                        "Expected a folder with mvnw above (%s), found none."
                                .formatted(Path.of("").toAbsolutePath()));
            }
            folder = parent;
        }
        return new Sources(folder);
    }

    /** Every Java file under {@code src/main/java} and {@code src/test/java} of a folder with a pom, by path. */
    List<Source> list() {
        try (Stream<Path> folders = Files.list(repository)) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .flatMap(module -> Stream.of(
                            module.resolve("src/main/java"), module.resolve("src/test/java")))
                    .filter(Files::isDirectory)
                    .flatMap(this::listJava)
                    .sorted((a, b) -> a.path().compareTo(b.path()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<Source> listJava(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(this::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Source read(Path file) {
        try {
            String path = repository.relativize(file).toString().replace('\\', '/');
            return new Source(path, file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
