package breakwater.scenario.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.document.SourceFile;
import breakwater.network.yaml.TestRates;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every file of {@code broken/} replaces one of the three good ones of {@code broken/base}; what is then said must be
 * what stands in its {@code .expected.txt}. To write those anew, then read the difference aloud:
 *
 * <pre>./mvnw -pl exercise-engine test -Dtest=BrokenFilesTest -Dupdate=true</pre>
 */
class BrokenFilesTest {

    private static final Path BROKEN = Path.of("src", "test", "resources", "broken");
    private static final boolean UPDATE = Boolean.getBoolean("update");

    static Stream<Path> brokenFiles() throws IOException {
        try (Stream<Path> files = Files.list(BROKEN)) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static String nameIn(Path broken) {
        String kind = String.valueOf(broken.getFileName()).replaceAll(".*\\.(\\w+)\\.yaml", "$1");
        return kind.equals("network") ? "network/network.yaml" : kind + ".yaml";
    }

    private static List<SourceFile> baseWith(String name, byte[] bytes) {
        List<SourceFile> files = new ArrayList<>();
        for (SourceFile file : ExerciseFolder.load(BROKEN.resolve("base"))) {
            files.add(file.name().equals(name) ? new SourceFile(name, name, bytes) : file);
        }
        return files;
    }

    private static Problems read(List<SourceFile> files) {
        Problems problems = new Problems();
        var exercise = ExerciseReader.read("broken", files, new TestRates(), problems);
        assertThat(exercise.isPresent()).isEqualTo(!problems.hasErrors());
        return problems;
    }

    @Test
    void theBaseIsNotBroken() {
        assertThat(read(ExerciseFolder.load(BROKEN.resolve("base"))).inFileOrder())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void sayWhatIsWrongAndWhere(Path broken) throws IOException {
        String name = nameIn(broken);

        Problems problems = read(baseWith(name, Files.readAllBytes(broken)));

        String said = String.join(
                        "\n",
                        problems.inFileOrder().stream().map(Problem::toString).toList())
                + "\n";
        Path expected = Path.of(broken.toString().replace(".yaml", ".expected.txt"));
        if (UPDATE) {
            Files.writeString(expected, said);
        }
        assertThat(problems.hasErrors()).isTrue();
        assertThat(said).isEqualTo(Files.readString(expected));
    }

    @Test
    void areMoreThanForty() throws IOException {
        assertThat(brokenFiles()).hasSizeGreaterThan(40);
    }

    @Test
    void tenMegabytesAreRefusedUnread() {
        byte[] bytes = new byte[10_000_000];
        Arrays.fill(bytes, (byte) 'a');

        assertThat(read(baseWith("network/network.yaml", bytes)).inFileOrder())
                .extracting(Problem::toString)
                .containsExactly(
                        "network/network.yaml:1:1: Expected a file of at most 8 MiB, but found 10000000 bytes. [file-too-large] Maybe split it: a network may have several files.");
    }

    /** Near the size limit, all of it wrong: the problems are cut at their limit, and the time stays near-linear. */
    @Test
    void eightMegabytesOfDanglingNamesAreRead() {
        StringBuilder text = new StringBuilder("name: Large\nkmLinks:\n");
        for (int i = 0; text.length() < 8_000_000; i++) {
            text.append("  - {id: km:").append(i).append(", a: node-").append(i);
            text.append(", b: node-x, roundTripMillis: 1}\n");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);

        Problems problems = read(baseWith("network/network.yaml", bytes));

        assertThat(problems.inFileOrder()).hasSize(Problems.LIMIT);
        assertThat(problems.countBeyondLimit()).isGreaterThan(100_000);
    }
}
