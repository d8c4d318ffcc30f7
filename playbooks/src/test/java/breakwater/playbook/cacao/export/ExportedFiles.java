package breakwater.playbook.cacao.export;

import breakwater.document.SourceFile;
import breakwater.playbook.Playbook;
import breakwater.playbook.library.ShippedPlaybooks;
import breakwater.playbook.yaml.PlaybookReader;
import breakwater.problem.Problems;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Playbooks that are exported in tests: those on disk beside what becomes of them, and the library. */
public final class ExportedFiles {

    public static final Path FOLDER = Path.of("src", "test", "resources", "cacao", "exported");

    private ExportedFiles() {}

    /** The vectors, by name. */
    public static List<Path> vectors() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(PlaybookReader.SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every playbook that is to be exported. */
    public static Stream<Playbook> all() {
        return Stream.concat(
                vectors().stream().map(ExportedFiles::read),
                ShippedPlaybooks.all().stream().map(ExportedFiles::read));
    }

    public static Playbook read(Path file) {
        try {
            String name = String.valueOf(file.getFileName());
            return read(new SourceFile(name, name, Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Playbook read(SourceFile file) {
        Problems problems = new Problems();
        Playbook playbook = PlaybookReader.read(file, problems).orElseThrow();
        if (problems.hasErrors()) {
            throw new AssertionError(problems.inFileOrder().toString());
        }
        return playbook;
    }
}
