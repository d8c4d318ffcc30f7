package breakwater.tabletop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

class RunCommandTest {

    private static final String FIRST_DRILL =
            Path.of("..", "exercises", "first-drill").toString();

    @TempDir
    private Path folder = Path.of("");

    private Outcome run(String out, String... options) {
        String[] fixed = {"run", FIRST_DRILL, "--out", folder.resolve(out).toString()};
        return Outcome.of(Stream.of(fixed, options).flatMap(Stream::of).toArray(String[]::new));
    }

    private byte[] bytesOf(String out, String file) throws IOException {
        return Files.readAllBytes(folder.resolve(out).resolve(file));
    }

    @Test
    void leavesTheSameFilesHoweverManyThreadsPlay() throws IOException {
        Outcome one = run("one", "--threads", "1");
        Outcome again = run("again");
        Outcome two = run("two", "--threads", "2");

        assertThat(one.exit()).isZero();
        assertThat(again.exit()).isZero();
        assertThat(two.exit()).isZero();
        for (String file :
                new String[] {"log.jsonl", "scorecard.json", "report.json", "report.html"}) {
            assertThat(bytesOf("one", file)).isNotEmpty();
            assertThat(bytesOf("again", file)).as(file).isEqualTo(bytesOf("one", file));
            assertThat(bytesOf("two", file)).as(file).isEqualTo(bytesOf("one", file));
        }
        try (Stream<Path> left = Files.list(folder.resolve("one"))) {
            assertThat(left).hasSize(4);
        }
    }

    @Test
    void scoreReadsOutOfTheLogWhatRunPrinted() throws IOException {
        Outcome run = run("drill");
        Outcome score = Outcome.of("score", folder.resolve("drill").toString());
        Outcome json =
                Outcome.of("score", "--json", folder.resolve("drill/log.jsonl").toString());

        assertThat(score.exit()).isZero();
        assertThat(run.out()).startsWith(score.out());
        assertThat(json.out().getBytes(StandardCharsets.UTF_8))
                .isEqualTo(bytesOf("drill", "scorecard.json"));
    }

    @Test
    void anotherSeedIsAnotherLog() throws IOException {
        run("seed-1");
        Outcome other = run("seed-2", "--seed", "2");

        assertThat(other.exit()).isZero();
        assertThat(bytesOf("seed-2", "log.jsonl")).isNotEqualTo(bytesOf("seed-1", "log.jsonl"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "run"})
    void aMissingFolderIsNamed(String command) {
        Path missing = folder.resolve("nowhere");

        Outcome outcome = Outcome.of(command, missing.toString()).isSpeech();

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.text())
                .startsWith(
                        missing
                                + ":1:1: Expected the folder of an exercise here, found none. [no-exercise]\n    Maybe the path is misspelt.\n");
    }

    @Test
    void aFileInPlaceOfAFolderIsNamed() {
        String file = Path.of(FIRST_DRILL, "exercise.yaml").toString();

        Outcome outcome = Outcome.of("run", file).isSpeech();

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err())
                .contains(
                        ":1:1: Expected the folder of an exercise here, but found a file. [no-exercise]\n    Maybe give the folder it is in.\n");
    }

    @Test
    void nothingIsWrittenOverAFile() throws IOException {
        Files.writeString(folder.resolve("taken"), "mine");

        Outcome outcome = run("taken").isSpeech();

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err())
                .startsWith(folder.resolve("taken") + ": Expected a folder or nothing here");
        assertThat(folder.resolve("taken")).hasContent("mine");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Files.writeString(folder.resolve("file"), "mine");

        Outcome outcome = run("file/below").isSpeech();

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err())
                .isEqualTo(
                        folder.resolve("file/below")
                                + ": Expected to make this folder, but it cannot be created. Maybe choose another place with --out.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "run"})
    void exercisesBelowAreNamed(String command) {
        Outcome outcome =
                Outcome.of(command, Path.of("..", "exercises").toString()).isSpeech();

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.text()).isEqualTo("""
                        ../exercises:1:1: Expected the folder of an exercise, but found one with 5 exercises in it. [no-exercise]
                            Maybe one of them: ../exercises/border-cut, ../exercises/first-drill, ../exercises/france-2022, ../exercises/iberia-2025, ../exercises/kdl.
                        1 error, 0 warnings
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "257", "many", "2.5"})
    void refusesAnImpossibleNumberOfThreads(String threads) {
        Outcome outcome = run("drill", "--threads", threads).isSpeech();

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("--threads").contains(threads);
        assertThat(folder.resolve("drill")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"seven", "9223372036854775808", "-1"})
    void refusesAnImpossibleSeed(String seed) {
        Outcome outcome = run("drill", "--seed=" + seed).isSpeech();

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("--seed").contains(seed);
        assertThat(folder.resolve("drill")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "not a log\n", "{}\n", "{\"t\":0}\n", "\0\0\0\0", "[1,2"})
    void refusesToScoreWhatIsNoLog(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("log.jsonl"), text);

        Outcome outcome = Outcome.of("score", file.toString()).isSpeech();

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).matches("(?s).*log\\.jsonl:\\d+:\\d+: Expected .*");
    }

    @Test
    void saysOnceThatAPageIsNoLog() {
        Outcome outcome =
                Outcome.of("score", Path.of("..", "README.md").toString()).isSpeech();

        assertThat(outcome).isEqualTo(new Outcome(1, "", """
                        ../README.md:1:1: Expected a log, whose lines begin with {"t":, but this is no log of Breakwater. [no-log]
                            Maybe give log.jsonl, or the folder that a drill left it in.
                        1 error, 0 warnings
                        """));
    }

    @Test
    void refusesToScoreATornLog() throws IOException {
        run("drill");
        byte[] whole = bytesOf("drill", "log.jsonl");
        Path torn = folder.resolve("torn.jsonl");
        Files.write(torn, Arrays.copyOf(whole, whole.length / 2));

        Outcome outcome = Outcome.of("score", torn.toString()).isSpeech();

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).contains("torn.jsonl:");
    }
}
