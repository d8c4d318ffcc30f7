package breakwater.tabletop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class ImportCommandTest {

    private static final Path GEANT = Path.of("..", "exercises", "topologies", "Geant2012.graphml");

    @TempDir
    private Path folder = Path.of("");

    /** What a call printed and returned. */
    private record Outcome(int exit, String out, String err) {}

    private static Outcome run(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Breakwater.createCommandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        int exit = command.execute(arguments.toArray(String[]::new));
        return new Outcome(exit, out.toString(), err.toString());
    }

    private static Outcome runImport(Path file, Path out, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("network", "import", file.toString(), "--out", out.toString()));
        arguments.addAll(List.of(more));
        return run(arguments);
    }

    @Test
    void makesAnExerciseThatCheckFindsGood() {
        Path out = folder.resolve("geant");

        Outcome made = runImport(GEANT, out, "--services", "20");
        Outcome checked = run(List.of("check", out.toString()));

        assertThat(made.exit()).isZero();
        assertThat(made.out()).contains("sites: 40", "services: 20", "breakwater check " + out);
        assertThat(made.err())
                .contains("Geant2012.graphml:157:5: warning:", "0 errors, 6 warnings");
        assertThat(checked.exit()).as(checked.out()).isZero();
        assertThat(checked.out()).contains("good. 40 operators", "20 services");
    }

    @Test
    void writesTheSameBytesWhereverTheFileLies() throws IOException {
        Path copy = folder.resolve("elsewhere").resolve("Geant2012.graphml");
        Files.createDirectories(folder.resolve("elsewhere"));
        Files.copy(GEANT, copy);
        runImport(GEANT, folder.resolve("a"));
        runImport(copy, folder.resolve("b"));

        for (String name : List.of(
                "exercise.yaml",
                "scenario.yaml",
                "network/network.yaml",
                "network/nodes.yaml",
                "network/links.yaml",
                "network/services.yaml")) {
            assertThat(folder.resolve("b").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("a").resolve(name));
        }
    }

    @Test
    void anotherSeedPlacesOtherServicesOnTheSameLinks() {
        runImport(GEANT, folder.resolve("a"));
        runImport(GEANT, folder.resolve("b"), "--seed", "2");

        assertThat(folder.resolve("b/network/links.yaml"))
                .hasSameBinaryContentAs(folder.resolve("a/network/links.yaml"));
        assertThat(folder.resolve("b/network/services.yaml"))
                .content()
                .isNotEqualTo(contentOf(folder.resolve("a/network/services.yaml")));
    }

    private static String contentOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void leavesAnExerciseThatIsThereAsItIs() throws IOException {
        Path out = folder.resolve("mine");
        Files.createDirectories(out);
        Files.writeString(out.resolve("scenario.yaml"), "# mine");

        Outcome made = runImport(GEANT, out);

        assertThat(made.out()).contains("(kept as it was)");
        assertThat(out.resolve("scenario.yaml")).hasContent("# mine");
        assertThat(out.resolve("exercise.yaml")).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<graphml><graph>", "<!DOCTYPE a><graphml/>", "<svg/>", "PK\u0003\u0004"
            })
    void refusesAMalformedFileWithItsPlace(String text) throws IOException {
        Path file = folder.resolve("bad.graphml");
        Files.writeString(file, text);

        Outcome outcome = runImport(file, folder.resolve("out"));

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err())
                .startsWith(file + ":1:")
                .contains("1 error, 0 warnings")
                .doesNotContain("\tat ", "Exception");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void refusesAFileThatIsNotThere() {
        Outcome outcome = runImport(folder.resolve("none.graphml"), folder.resolve("out"));

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).contains("none.graphml:1:1: Expected a GraphML file here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--span-km=0",
                "--span-km=NaN",
                "--span-km=1000",
                "--domains=0",
                "--services=-1",
                "--route-factor=0.5"
            })
    void refusesWhatIsOutOfRange(String option) {
        Outcome outcome = runImport(GEANT, folder.resolve("out"), option);

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("Expected " + option.split("=", -1)[0] + " from ");
    }
}
