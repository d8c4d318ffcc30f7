package breakwater.playbook.cacao.check;

import breakwater.problem.Problems;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The playbooks of the tests on disk. */
final class CacaoFiles {

    static final Path RESOURCES = Path.of("src", "test", "resources", "cacao");
    static final Path GOOD = RESOURCES.resolve("good");
    static final Path BROKEN = RESOURCES.resolve("broken");

    private CacaoFiles() {}

    static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".cacao.json"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that is wrong with {@code bytes}; the reading must agree on whether there are errors. */
    static Problems check(byte[] bytes) {
        Problems problems = new Problems();
        boolean read = CacaoReader.read("x.cacao.json", bytes, problems).isPresent();
        if (read == problems.hasErrors()) {
            throw new AssertionError("Expected a playbook or errors, but found both or neither.");
        }
        return problems;
    }
}
