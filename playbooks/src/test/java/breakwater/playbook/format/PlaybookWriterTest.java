package breakwater.playbook.format;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.document.SourceFile;
import breakwater.playbook.Playbook;
import breakwater.playbook.Value;
import breakwater.playbook.Verb;
import breakwater.playbook.library.ShippedPlaybooks;
import breakwater.playbook.yaml.PlaybookDurations;
import breakwater.playbook.yaml.PlaybookReader;
import breakwater.problem.Location;
import breakwater.problem.Problems;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A playbook that was written reads as it was; {@code -Dseed=N} writes one of the random ones. */
class PlaybookWriterTest {

    private static final int SEEDS = 400;

    /** Everything once, as it is written. */
    private static final Path EVERY_VERB =
            Path.of("src", "test", "resources", "playbooks", "every-verb.playbook.yaml");

    static LongStream seeds() {
        String one = System.getProperty("seed");
        return one == null ? LongStream.range(0, SEEDS) : LongStream.of(Long.parseLong(one));
    }

    static List<SourceFile> shipped() throws IOException {
        List<SourceFile> files = new ArrayList<>(ShippedPlaybooks.all());
        try (Stream<Path> found = Files.walk(Path.of("..", "exercises"))) {
            for (Path file : found.filter(path -> path.toString().endsWith(PlaybookReader.SUFFIX))
                    .sorted()
                    .toList()) {
                files.add(
                        new SourceFile(file.toString(), file.toString(), Files.readAllBytes(file)));
            }
        }
        return files;
    }

    static Playbook read(String text) {
        return read(new SourceFile("p", "p", text.getBytes(StandardCharsets.UTF_8)));
    }

    static Playbook read(SourceFile file) {
        Problems problems = new Problems();
        Playbook playbook = PlaybookReader.read(file, problems).orElseThrow();
        assertThat(problems.inFileOrder()).isEmpty();
        return playbook;
    }

    /** Equal, wherever it stands. */
    static void assertSame(Playbook playbook, Playbook original) {
        assertThat(playbook)
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(Location.class)
                .ignoringFields("hash")
                .withComparatorForType(Double::compare, Double.class)
                .withStrictTypeChecking()
                .isEqualTo(original);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aShippedPlaybookReadsAsItWas(SourceFile file) {
        Playbook original = read(file);

        assertSame(read(PlaybookWriter.write(original)), original);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRandomPlaybookReadsAsItWas(long seed) {
        Playbook original = new RandomPlaybooks(seed).playbook();
        String text = PlaybookWriter.write(original);

        Playbook again = read(text);

        assertSame(again, original);
        assertThat(PlaybookWriter.write(again)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void noLineIsLongerThanItsWidth(SourceFile file) {
        assertThat(PlaybookWriter.write(read(file)).lines())
                .allSatisfy(line ->
                        assertThat(line.length()).isLessThanOrEqualTo(LayoutPrinter.WIDTH_CHARS));
    }

    @Test
    void isLaidOutInTheOrderOfTheLanguage() throws IOException {
        String canonical = Files.readString(EVERY_VERB);

        assertThat(PlaybookWriter.write(read(canonical))).isEqualTo(canonical);
    }

    @Test
    void saysDurationsInTheUnitsOfTheLanguage() {
        assertThat(PlaybookDurations.written(120_000_000L)).isEqualTo("2m");
        assertThat(PlaybookDurations.written(5_400_000_000L)).isEqualTo("1h30m");
        assertThat(PlaybookDurations.written(72 * 3_600_000_000L)).isEqualTo("72h");
        assertThat(PlaybookDurations.written(96 * 3_600_000_000L)).isEqualTo("4d");
        assertThat(PlaybookDurations.written(97 * 3_600_000_000L)).isEqualTo("97h");
        assertThat(PlaybookDurations.written(1_000_001L)).isEqualTo("PT1.000001S");
        assertThat(PlaybookDurations.written(0)).isEqualTo("0s");
    }

    @Test
    void writesTextThatLooksLikeAnExpressionAsAnExpressionOfText() {
        Playbook playbook = read("""
                playbook: p
                version: 1.0.0
                title: t
                types: []
                tlp: green
                owner: o
                steps: [{do: x, with: {text: said}}]
                """);
        Verb.Do act = (Verb.Do) playbook.steps().get(0).verb();
        Value said = new Value.Literal("='a'", act.at());

        assertThat(LayoutPrinter.print(ValueLayout.values(Map.of("text", said)), CommentBook.EMPTY))
                .isEqualTo("text: ='=\\'a\\''\n");
    }

    @Test
    void everyTrapComesBackAsText() {
        for (String trap : RandomTexts.TRAPS) {
            String title = trap.isBlank() ? "x" + trap : trap;
            Playbook original = read("""
                    playbook: p
                    version: 1.0.0
                    title: t
                    types: []
                    tlp: green
                    owner: o
                    steps: [{end: restored}]
                    """);
            Playbook titled = withTitle(original, title);

            assertThat(read(PlaybookWriter.write(titled)).title()).isEqualTo(title);
        }
    }

    private static Playbook withTitle(Playbook from, String title) {
        return new Playbook(
                from.id(),
                from.version(),
                title,
                from.types(),
                from.tlp(),
                from.owner(),
                from.triggers(),
                from.inputs(),
                from.variables(),
                from.constants(),
                from.roles(),
                from.defaults(),
                from.steps(),
                from.lastly(),
                from.onAbort(),
                from.hash(),
                from.file());
    }
}
