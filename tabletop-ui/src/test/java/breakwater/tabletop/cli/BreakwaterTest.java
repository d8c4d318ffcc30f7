package breakwater.tabletop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

class BreakwaterTest {

    @Test
    void saysItsVersion() {
        Outcome outcome = Outcome.of("--version");

        assertThat(outcome)
                .isEqualTo(new Outcome(0, "breakwater 0.1.0" + System.lineSeparator(), ""));
    }

    @Test
    void namesItsCommands() {
        Outcome outcome = Outcome.of("--help");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .startsWith("Usage: breakwater")
                .contains(
                        "  demo ",
                        "  run ",
                        "  rehearse ",
                        "  score ",
                        "  check ",
                        "  profile ",
                        "  network ",
                        "  playbook ",
                        "  actions ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "run",
                "rehearse",
                "score",
                "check",
                "profile",
                "network",
                "playbook",
                "actions"
            })
    void everyCommandExplainsItself(String command) {
        Outcome outcome = Outcome.of(command, "--help");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).startsWith("Usage: breakwater " + command);
    }

    @Test
    void namesItsExitCodes() {
        assertThat(Outcome.of("--help").out())
                .contains("Exit codes:")
                .containsPattern("\n +0 +done and good")
                .containsPattern("\n +1 +problems found")
                .containsPattern("\n +2 +wrong usage")
                .containsPattern("\n +70 +a fault of Breakwater itself");
    }

    @Test
    void analysingANetworkNamesItsSinglePointsOfFailure() {
        Outcome outcome =
                Outcome.of("network", "analyse", "../exercises/first-drill", "--top", "2");

        assertThat(outcome).isEqualTo(new Outcome(0, """
                        First drill: 20 nodes, 22 links, in one piece.
                        Only ways between two parts of it: 5 links, 7 nodes.
                        Services by ways without a common link: 2 with 1, 5 with 2.

                          Single point of failure                   kind  services cut off  their users
                          C3                                        node                 1       15,000
                          C3~C6                                     link                 1       15,000
                          8 more; --top shows them.
                        """, ""));
    }

    @Test
    void analysingNoExerciseSaysSo() {
        Outcome outcome = Outcome.of("network", "analyse", "nowhere");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).contains("Expected the folder of an exercise");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "profile", "network", "playbook"})
    void withoutACommandItShowsThem(String parent) {
        Outcome outcome = (parent.isEmpty() ? Outcome.of() : Outcome.of(parent)).isSpeech();

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("subcommand", ("Usage: breakwater " + parent).strip());
    }

    @Test
    void wrongUsageTakesALineOrTwo() {
        assertThat(Outcome.of("run", "x", "--thread=2").err())
                .isEqualTo(
                        "Unknown option: '--thread=2'\nMaybe you meant '--threads'.\nTry 'breakwater run --help'.\n");
        assertThat(Outcome.of("run").err())
                .isEqualTo(
                        "Missing required parameter: 'EXERCISE'\nTry 'breakwater run --help'.\n");
    }

    @ParameterizedTest
    @CsvSource({"run x --thread 2,--threads", "run x --sed 7,--seed", "score x --jsn,--json"})
    void aMisspeltOptionIsSetRight(String arguments, String meant) {
        Outcome outcome = Outcome.of(arguments.split(" ", -1)).isSpeech();

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("Unknown option").contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"chek,check", "runn,run", "profil,profile", "network impotr,import"})
    void aMisspeltCommandIsSetRight(String arguments, String meant) {
        Outcome outcome = Outcome.of(arguments.split(" ", -1)).isSpeech();

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("Unmatched argument").contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "check", "score"})
    void aCommandWithoutItsArgumentSaysWhatItTakes(String command) {
        Outcome outcome = Outcome.of(command).isSpeech();

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("Missing required parameter")
                .endsWith("Try 'breakwater " + command + " --help'.\n");
    }

    @Test
    void aDiskThatRefusesIsNotABug() {
        Outcome denied = failing(new AccessDeniedException("/reports"));
        Outcome full = failing(new UncheckedIOException(
                new FileSystemException("/reports/log.jsonl", null, "No space left on device")));
        Outcome nameless = failing(new IOException("No space left on device"));

        assertThat(denied.isSpeech().exit()).isEqualTo(1);
        assertThat(denied.err())
                .isEqualTo(
                        "/reports: Expected to be allowed to read or write here, but was not. Maybe change the permissions, or choose another place.\n");
        assertThat(full.isSpeech().err())
                .isEqualTo(
                        "/reports/log.jsonl: Expected to read or write here, but the disk refused (No space left on device).\n");
        assertThat(nameless.isSpeech().err())
                .isEqualTo(
                        "Expected to read or write a file, but the disk refused: No space left on device.\n");
    }

    @Test
    void aBugIsOwnedUpToAndCanBeReported() {
        Outcome outcome = failing(new IllegalStateException("The level (-1) is negative."));

        assertThat(outcome.exit()).isEqualTo(70);
        assertThat(outcome.err())
                .startsWith("java.lang.IllegalStateException: The level (-1) is negative.\n\tat ")
                .endsWith(
                        "This is a fault of Breakwater itself, not of your files. Please report it with the lines above.\n");
    }

    private static Outcome failing(Exception failure) {
        StringWriter err = new StringWriter();
        CommandLine command = Breakwater.createCommandLine().setErr(new PrintWriter(err));
        int exit = Breakdown.explain(failure, command, null);
        return new Outcome(exit, "", err.toString().replace(System.lineSeparator(), "\n"));
    }
}
