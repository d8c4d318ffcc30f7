package breakwater.tabletop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

class RehearseCommandTest {

    private static final String FRANCE =
            Path.of("..", "exercises", "france-2022").toString();
    private static final String FIRST_DRILL =
            Path.of("..", "exercises", "first-drill").toString();

    private static final String BORDER_CUT =
            Path.of("..", "exercises", "border-cut").toString();

    @TempDir
    private Path folder = Path.of("");

    private Outcome rehearse(String out, String exercise, String... options) {
        String[] fixed = {"rehearse", exercise, "--out", folder.resolve(out).toString()};
        return Outcome.of(Stream.of(fixed, options).flatMap(Stream::of).toArray(String[]::new));
    }

    private String fileOf(String out, String file) throws IOException {
        return Files.readString(folder.resolve(out).resolve(file));
    }

    @Test
    void leavesTheSameFilesHoweverManyThreadsPlay() throws IOException {
        Outcome one = rehearse("one", FRANCE, "-n", "24", "--threads", "1");
        Outcome three = rehearse("three", FRANCE, "-n", "24", "--threads", "3");

        assertThat(one.exit()).isZero();
        assertThat(three.exit()).isZero();
        assertThat(one.err()).isEmpty();
        for (String file : new String[] {"rehearsal.json", "rehearsal.html"}) {
            assertThat(fileOf("one", file)).isNotEmpty().isEqualTo(fileOf("three", file));
        }
        try (Stream<Path> left = Files.list(folder.resolve("one"))) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void printsAFigurePerLineWithItsIntervalAndTheWorstDrill() {
        Outcome outcome = rehearse("drill", FRANCE, "-n", "16");

        assertThat(outcome.out())
                .startsWith("france-2022: ")
                .contains("16 drills, seed ")
                .containsPattern(
                        " {2}Degraded user-minutes +\\S+ \\w+ +\\S+ \\.\\. \\S+ \\w+ .* \\d{10,16}\n")
                .containsPattern(" {2}not restored by EndEx +\\d+ +\\S+ % +\\S+ \\.\\. \\S+ %\n")
                .endsWith("Page: %s%nData: %s%n"
                        .formatted(
                                folder.resolve("drill/rehearsal.html"),
                                folder.resolve("drill/rehearsal.json")));
    }

    @Test
    void namesTheBranchesOfPlaybooksThatNoDrillTookAndWhereTheyStand() throws IOException {
        Outcome outcome = rehearse("branches", BORDER_CUT, "-n", "16");

        assertThat(outcome.out())
                .contains("Never taken in 16 drills: 2 of the 16 playbook steps.")
                .containsPattern("qkd-link-outage:2/then/1 +\\S+qkd-link-outage.playbook.yaml:24");
        assertThat(fileOf("branches", "rehearsal.json"))
                .contains("\"step\":\"2/then/1\"", "\"playbookSteps\":16,\"stepsMissed\":2");
        assertThat(fileOf("branches", "rehearsal.html")).contains("qkd-link-outage:2/then/1");
    }

    @Test
    void printsWhatItWroteAsJsonToo() throws IOException {
        Outcome outcome = rehearse("drill", FIRST_DRILL, "-n", "16", "--json");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).isEqualTo(fileOf("drill", "rehearsal.json"));
    }

    @Test
    void runPlaysADrillAgainByItsSeed() throws IOException {
        rehearse("drill", FRANCE, "-n", "16");
        String last =
                fileOf("drill", "rehearsal.json").lines().reduce((a, b) -> b).orElseThrow();
        String seed = last.replaceAll(".*\"seed\":(\\d+).*", "$1");
        String degraded = last.replaceAll(".*\"degradedUserMinutes\":\\[([0-9.]+)\\].*", "$1");

        Outcome run = Outcome.of(
                "run", FRANCE, "--seed", seed, "--out", folder.resolve("again").toString());

        assertThat(run.exit()).isZero();
        double expected =
                numberOf(fileOf("again", "scorecard.json"), "federation", "degradedUserMinutes");
        // rehearsal.json has twelve digits.
        assertThat(Double.parseDouble(degraded)).isEqualTo(expected, within(expected * 1e-11));
    }

    /** The first number of that name after an object of that name. */
    private static double numberOf(String json, String object, String name) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            boolean inside = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    inside |= parser.currentName().equals(object);
                    if (inside && parser.currentName().equals(name)) {
                        parser.nextToken();
                        return parser.getDoubleValue();
                    }
                }
            }
        }
        throw new IllegalArgumentException(name);
    }

    @Test
    void comparesInPairsAndSaysWhichIsBetter() {
        Outcome outcome = rehearse("drill", FIRST_DRILL, "-n", "16", "--compare", "nobody");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out())
                .contains("16 drills of each arm")
                .contains("Every drill came to the same figures")
                .containsPattern(
                        "'nobody' lowers availability of class 0 by \\S+ points \\(95 % interval .*\\): worse in 16 of 16 drills\\.\n")
                .containsPattern(
                        "'nobody' costs \\S+ % \\(95 % interval .*\\) of degraded user-minutes: worse in 16 of 16 drills\\.\n");
    }

    @Test
    void saysWhatMutualAidSavedWhoGotItAndCostWhoGaveIt() {
        Outcome outcome = rehearse("drill", BORDER_CUT, "-n", "16", "--compare", "no-aid");

        assertThat(outcome.out())
                .containsPattern(
                        "\nMutual aid saved Alder Quantum Network [\\d.]+ million degraded user-minutes \\(95 % interval .*\\): in 16 of 16 drills\\.")
                .containsPattern(
                        "\nMutual aid cost Birch Quantum Network [\\d.]+ million degraded user-minutes \\(95 % interval .*\\): in 16 of 16 drills\\.")
                .contains(
                        "\nMutual aid saved Cedar Quantum Network nothing and cost it nothing: alike in all 16 drills.");
    }

    @Test
    void saysByHowMuchAPlaybookBeatsTheDefaultPolicy() {
        Outcome outcome = rehearse("drill", BORDER_CUT, "-n", "16", "--compare", "default-policy");

        assertThat(outcome.out())
                .containsPattern(
                        "'default-policy' costs [\\d.]+ % \\(95 % interval .*\\) of degraded user-minutes: worse in 16 of 16 drills\\.")
                .contains("No people are asked in 'default-policy'.")
                .doesNotContain("Mutual aid");
    }

    @Test
    void labelsHowFastPeopleAnswerAsAssumed() {
        assertThat(rehearse("alone", BORDER_CUT, "-n", "16").out())
                .contains(
                        "\nHow fast people answer is assumed: noc in 3 min (19 of 20 times within 15 min), crisis in 4 min (19 of 20 times within 20 min).\n");
        assertThat(rehearse("absent", BORDER_CUT, "-n", "16", "--absent", "crisis")
                        .out())
                .contains(
                        "\nHow fast people answer in 'absent:crisis' is assumed: noc in 3 min (19 of 20 times within 15 min), crisis never.\n");
    }

    @Test
    void comparesAFolderWithAnother() throws IOException {
        Path copy = copyOfFirstDrill("more-crews", "seed: 1", "seed: 1");
        Outcome outcome = rehearse("drill", FIRST_DRILL, "-n", "16", "--compare", copy.toString());

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out())
                .contains("more-crews")
                .contains("Degraded user-minutes: alike in all 16 drills.");
    }

    @Test
    void refusesToCompareWhatEndsAtAnotherTime() throws IOException {
        Path copy = copyOfFirstDrill("shorter", "horizon: 24 h", "horizon: 23 h");
        Outcome outcome =
                rehearse("drill", FIRST_DRILL, "--compare", copy.toString()).isSpeech();

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err())
                .isEqualTo(
                        "Expected two exercises with the same horizon, but 'first-drill' ends after 86400 s and 'shorter' after 82800 s. Maybe give both the same 'clock'.\n");
        assertThat(folder.resolve("drill")).doesNotExist();
    }

    private Path copyOfFirstDrill(String name, String from, String to) throws IOException {
        Path copy = folder.resolve(name);
        try (Stream<Path> files = Files.walk(Path.of(FIRST_DRILL))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(Path.of(FIRST_DRILL).relativize(file).toString());
                Files.createDirectories(target.getParent());
                String text = Files.readString(file);
                if (file.endsWith("exercise.yaml")) {
                    assertThat(text).contains(from);
                    text = text.replace(from, to);
                }
                Files.writeString(target, text);
            }
        }
        return copy;
    }

    @Test
    void refusesToCompareOtherOperators() {
        Outcome outcome = rehearse("drill", FRANCE, "--compare", FIRST_DRILL).isSpeech();

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("Expected two exercises with the same ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nowhere | Expected --compare with the folder of an exercise, 'default-policy', 'no-aid', 'nobody', 'absent:ROLE' or 'silent:OPERATOR', found 'nowhere'. Maybe the path is misspelt.",
                "silent:Q | Expected silent: with an operator of 'first-drill', found 'Q'."
            })
    void namesWhatCanBeCompared(String other, String message) {
        Outcome outcome = rehearse("drill", FIRST_DRILL, "--compare", other).isSpeech();

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).startsWith(message);
    }

    @Test
    void stopsWhenTheFigureIsKnownWellEnough() {
        Outcome outcome = rehearse(
                "drill",
                FRANCE,
                "-n",
                "16",
                "--until",
                "degradedUserMinutes",
                "--half-width",
                "20%",
                "--most",
                "600");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out())
                .contains("(95 % over 6 looks)")
                .containsPattern(
                        "Degraded user-minutes is known to 20 % of the mean: reached after");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-n 15 | Expected -n from 16 to 100000, found 15.",
                "-n 100001 | Expected -n from 16 to 100000, found 100001.",
                "--threads 0 | Expected --threads from 1 to 256, found 0.",
                "--seed=-1 | Expected --seed from 0 to 9223372036854775807, found -1.",
                "--half-width 5% | Expected --until with --half-width, found none.",
                "--most 100 | Expected --until with --most, found none.",
                "--until hit --most 20 | Expected --most from 64 to 100000, found 20.",
                "--until restoreSecond | Expected --until with one of restoreSeconds, degradedUserMinutes,",
                "--until hit --half-width wide | Expected --half-width with a share such as 5% or an amount",
                "--until hit --half-width 0 | Expected --half-width with a share such as 5% or an amount",
                "--until hit --half-width 1e3 | Expected --half-width with a share such as 5% or an amount"
            })
    void refusesWhatCannotBeRehearsed(String options, String message) {
        Outcome outcome = rehearse("drill", FIRST_DRILL, options.split(" ")).isSpeech();

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).startsWith(message);
        assertThat(folder.resolve("drill")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody"})
    void thePageIsOneFileOfWellFormedMarkup(String other) throws Exception {
        rehearse(
                "drill",
                FRANCE,
                other.isEmpty()
                        ? new String[] {"-n", "16"}
                        : new String[] {"-n", "16", "--compare", other});
        String page = fileOf("drill", "rehearsal.html");

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("prefers-color-scheme: dark")
                .doesNotContain("<script")
                .doesNotContain("http://")
                .doesNotContain("https://")
                .doesNotContain("NaN")
                .doesNotContain("Infinity");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(
                        page.substring("<!DOCTYPE html>".length()).strip())));
    }
}
