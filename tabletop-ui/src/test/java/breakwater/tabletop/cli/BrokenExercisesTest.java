package breakwater.tabletop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whatever is in the files of an exercise: located sentences, exit 1, no trace of Java, no hanging. */
class BrokenExercisesTest {

    private static final Path BROKEN =
            Path.of("..", "exercise-engine", "src", "test", "resources", "broken");

    /** Only against hanging for ever: the slowest of these takes about a second. */
    private static final Duration HANGS = Duration.ofSeconds(60);

    private static final String NETWORK = "network/network.yaml";

    @TempDir
    private Path folder = Path.of("");

    static Stream<Path> brokenFiles() throws IOException {
        try (Stream<Path> files = Files.list(BROKEN)) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    // Its expected text is that of a profile made for the reader's test.
                    .filter(file -> !file.endsWith("too-much-loss.network.yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @BeforeEach
    void copyGoodExercise() throws IOException {
        Files.createDirectory(folder.resolve("network"));
        for (String name : List.of("exercise.yaml", "scenario.yaml", NETWORK)) {
            Files.copy(BROKEN.resolve("base").resolve(name), folder.resolve(name));
        }
    }

    private Outcome check() {
        return assertTimeoutPreemptively(HANGS, () -> Outcome.of("check", folder.toString()));
    }

    /** Checks the exercise; every complaint must stand at a place in a file of it. */
    private String complaints() {
        Outcome outcome = check().isSpeech();

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).isEmpty();
        Pattern located = Pattern.compile(
                Pattern.quote(folder.toString()) + "[^:]*:[1-9]\\d*:[1-9]\\d*: \\S.*");
        List<String> unlocated = outcome.out()
                .lines()
                .filter(line -> !line.startsWith("    "))
                .filter(line -> !located.matcher(line).matches())
                .toList();
        assertThat(unlocated)
                .singleElement()
                .asString()
                .matches("[1-9]\\d* errors?, \\d+ warnings?( \\(\\d+ of them not shown\\))?");
        return outcome.out();
    }

    private String complaintsAbout(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
        return complaints();
    }

    private String place(String name) {
        return folder.resolve(name) + ":";
    }

    @Test
    void whatIsNotBrokenIsGood() {
        Outcome outcome = check();

        assertThat(outcome)
                .isEqualTo(new Outcome(
                        0,
                        folder + ": good. 2 operators, 3 nodes, 2 links, 2 services, 4 injects."
                                + System.lineSeparator(),
                        ""));
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void eachBrokenFileIsExplained(Path broken) throws IOException {
        String kind = broken.toString().replaceAll(".*\\.(\\w+)\\.yaml", "$1");
        String name = kind.equals("network") ? NETWORK : kind + ".yaml";

        String said = complaintsAbout(name, Files.readAllBytes(broken));

        Path expected = Path.of(broken.toString().replace(".yaml", ".expected.txt"));
        String plain = said.replace(folder + "/", "").replace(": warning: ", ": ");
        for (String line : Files.readAllLines(expected)) {
            String withoutAdvice = line.replaceFirst("(\\[[a-z0-9-]+]).*", "$1");
            assertThat(plain).contains(withoutAdvice);
        }
    }

    @Test
    void aLinkTooLongForItsProfileIsNamed() throws IOException {
        String text = Files.readString(folder.resolve(NETWORK));
        String tooLong = text.replaceFirst("lengthKm: 50", "lengthKm: 900");

        assertThat(complaintsAbout(NETWORK, tooLong.getBytes(StandardCharsets.UTF_8)))
                .contains(place(NETWORK) + "21:45: Expected a link that gives key", "[no-key]");
    }

    @Test
    void aBrokenNetworkDoesNotHideWhatIsWrongWithTheScenario() throws IOException {
        replace(NETWORK, "km:2, a: P2, b: Q1", "km:2, a: P2, b: Q9");
        replace("scenario.yaml", "srlgs: [duct:1]", "srlgs: [duct:2]");

        assertThat(complaints())
                .contains(place(NETWORK) + "25:26: Expected a known node for 'b', but found 'Q9'.")
                .contains(
                        place("scenario.yaml")
                                + "10:33: Expected a known shared-risk group for 'srlgs', but found 'duct:2'.")
                .contains("2 errors, 0 warnings");
    }

    @Test
    void aNetworkFileThatCannotBeReadIsNotBlamedOnTheScenario() throws IOException {
        replace(NETWORK, "name: Base", "name: [Base");
        replace("scenario.yaml", "within: 30 min", "within: soon");

        assertThat(complaints())
                .contains(place(NETWORK), "[yaml-syntax]")
                .contains(place("scenario.yaml") + "27:111: Expected a duration for 'within'")
                .contains("2 errors, 0 warnings");
    }

    private void replace(String name, String now, String then) throws IOException {
        String text = Files.readString(folder.resolve(name));
        assertThat(text).contains(now);
        Files.writeString(folder.resolve(name), text.replace(now, then));
    }

    @Test
    void runRefusesAsCheckDoes() throws IOException {
        Files.copy(
                BROKEN.resolve("many-at-once.network.yaml"), folder.resolve("network/second.yaml"));

        Outcome check = check();
        Outcome run = Outcome.of(
                        "run", folder.toString(), "--out", folder.resolve("out").toString())
                .isSpeech();

        assertThat(run).isEqualTo(new Outcome(1, "", check.out()));
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exercise.yaml", "scenario.yaml", NETWORK})
    void anEmptyFileIsNamed(String name) throws IOException {
        assertThat(complaintsAbout(name, new byte[0]))
                .contains(place(name) + "1:1: Expected a document, but the file holds nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exercise.yaml", "scenario.yaml", NETWORK})
    void tenMegabytesAreTooLarge(String name) throws IOException {
        assertThat(complaintsAbout(name, "x".repeat(10_000_000).getBytes(StandardCharsets.UTF_8)))
                .contains(place(name) + "1:1: Expected a file of at most 8 MiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exercise.yaml", "scenario.yaml", NETWORK})
    void aBillionLaughsAreNotLaughedAt(String name) throws IOException {
        StringBuilder text =
                new StringBuilder("a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
        for (int i = 1; i < 10; i++) {
            String alias = ", *a" + (i - 1);
            text.append("a%d: &a%d [%s]\n".formatted(i, i, alias.repeat(10).substring(2)));
        }

        assertThat(complaintsAbout(name, text.toString().getBytes(StandardCharsets.UTF_8)))
                .contains(place(name) + "1:5: Expected plain values, but found the anchor 'a0'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "IBM500", "windows-1252"})
    void anotherEncodingIsNamedWithTheWayOut(String encoding) throws IOException {
        String text = Files.readString(folder.resolve(NETWORK)).replace("Base", "Büse");

        assertThat(complaintsAbout(NETWORK, text.getBytes(Charset.forName(encoding))))
                .containsPattern(Pattern.quote(place(NETWORK)) + "\\d+:\\d+: Expected")
                .contains("UTF-8");
    }

    @Test
    void whatIsNoTextAtAllIsRefused() throws IOException {
        byte[] bytes = new byte[100_000];
        new SplittableRandom(1).nextBytes(bytes);

        complaintsAbout(NETWORK, bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exercise.yaml", "scenario.yaml", NETWORK})
    void aFolderInPlaceOfAFileIsNamed(String name) throws IOException {
        Files.delete(folder.resolve(name));
        Files.createDirectory(folder.resolve(name));

        assertThat(complaints())
                .contains(place(name) + "1:1: Expected a file here, but found a folder. [no-file]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exercise.yaml", "scenario.yaml"})
    void aMissingFileIsNamed(String name) throws IOException {
        Files.delete(folder.resolve(name));

        assertThat(complaints())
                .contains(place(name) + "1:1: Expected a file here, found none. [no-file]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nowhere", "../nowhere", "exercise.yaml", "\"a\\0b\"", "\"\\e\"", "/dev/null"
            })
    void aNetworkThatIsNowhereIsNamed(String network) throws IOException {
        String text = Files.readString(folder.resolve("exercise.yaml"));
        Files.writeString(folder.resolve("exercise.yaml"), text + "network: " + network + "\n");

        Outcome outcome = check().isSpeech();

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).contains(":1:1: Expected", "[no-network]");
    }

    @Test
    void aNetworkFolderWithoutFilesIsNamed() throws IOException {
        Files.delete(folder.resolve(NETWORK));

        assertThat(complaints()).contains("network");
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1_000_000})
    void deepNestingIsRefused(int depth) throws IOException {
        byte[] bytes = ("nodes: " + "[".repeat(depth)).getBytes(StandardCharsets.UTF_8);

        assertThat(complaintsAbout(NETWORK, bytes))
                .contains("Expected at most 32 levels of nesting");
    }

    @Test
    void aLineOfMegabytesIsShownInPart() throws IOException {
        byte[] bytes = ("nodes: [" + "x, ".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8);

        assertThat(complaintsAbout(NETWORK, bytes).lines()).allMatch(line -> line.length() < 400);
    }

    @Test
    void hugeNumbersAndDurationsAreRefused() throws IOException {
        String text = Files.readString(folder.resolve(NETWORK))
                .replace("grace: 12 h", "grace: 213503983 d")
                .replace("lengthKm: 50", "lengthKm: " + "9".repeat(400))
                .replace("users: 100", "users: 99999999999999999999");

        assertThat(complaintsAbout(NETWORK, text.getBytes(StandardCharsets.UTF_8)))
                .contains("Expected a duration of at most 100000 d for 'grace'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"network", NETWORK})
    void aNetworkAloneIsChecked(String path) {
        Outcome outcome = Outcome.of("check", folder.resolve(path).toString());

        assertThat(outcome)
                .isEqualTo(new Outcome(
                        0,
                        folder.resolve("network")
                                + ": good. 2 operators, 3 nodes, 2 links, 2 services; a network without an exercise.\n",
                        ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exercise.yaml", "scenario.yaml"})
    void aFileStandsForItsFolder(String file) {
        assertThat(Outcome.of("check", folder.resolve(file).toString())).isEqualTo(check());
    }

    @Test
    void aBrokenNetworkAloneIsExplained() throws IOException {
        String text = Files.readString(folder.resolve(NETWORK));
        Files.writeString(folder.resolve(NETWORK), text.replaceFirst("lengthKm:", "lenghtKm:"));

        Outcome outcome =
                Outcome.of("check", folder.resolve("network").toString()).isSpeech();

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out())
                .contains(place(NETWORK), "Maybe you meant 'lengthKm'.")
                .doesNotContain("exercise.yaml");
    }

    @Test
    void severalExercisesAreCheckedInOneGo() throws IOException {
        Path missing = folder.resolve("nowhere");

        Outcome outcome =
                Outcome.of("check", missing.toString(), folder.toString()).isSpeech();

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).contains(missing + ":1:1: ", folder + ": good. ");
    }
}
