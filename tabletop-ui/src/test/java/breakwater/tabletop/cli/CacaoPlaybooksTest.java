package breakwater.tabletop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** CACAO playbooks at the command line: located sentences with the line and a caret; what signatures say. */
class CacaoPlaybooksTest {

    private static final Path CACAO =
            Path.of("..", "playbooks", "src", "test", "resources", "cacao");
    private static final Path SIGNED = CACAO.resolve("signed/oasis-rs256.json");

    @TempDir
    private Path folder = Path.of("");

    private static List<Path> playbooks(String kind) throws IOException {
        try (Stream<Path> files = Files.list(CACAO.resolve(kind))) {
            return files.filter(file -> file.toString().endsWith(".cacao.json"))
                    .sorted()
                    .toList();
        }
    }

    static Stream<Path> goodFiles() throws IOException {
        return playbooks("good").stream();
    }

    static Stream<Path> brokenFiles() throws IOException {
        return playbooks("broken").stream();
    }

    @ParameterizedTest
    @MethodSource("goodFiles")
    void aGoodPlaybookIsCalledGood(Path file) {
        Outcome outcome = Outcome.of("check", file.toString());

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out())
                .startsWith(file + ": good. CACAO 2.0 playbook '")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void eachProblemIsShownInItsLine(Path file) throws IOException {
        Outcome outcome = Outcome.of("check", file.toString()).isSpeech();

        String expected =
                Files.readString(Path.of(file.toString().replace(".cacao.json", ".expected.txt")));
        boolean errors = expected.lines().anyMatch(line -> !line.startsWith("warning: "));
        assertThat(outcome.exit()).isEqualTo(errors ? 1 : 0);
        assertThat(outcome.err()).isEmpty();
        String plain = outcome.out()
                .replace(file.normalize().toString(), "x.cacao.json")
                .replace(": warning: ", ": ");
        expected.lines()
                .map(line -> line.replace("warning: ", "").replaceFirst("(\\[[a-z0-9-]+]).*", "$1"))
                .forEach(line -> assertThat(plain).contains(line));
    }

    @Test
    void aProblemHasLineCaretAndAdvice() throws IOException {
        Path file = folder.resolve("limit.json");
        Files.copy(CACAO.resolve("broken/misspelt-property.cacao.json"), file);

        assertThat(Outcome.of("check", file.toString()).out())
                .contains("""
                        limit.json:34:7: Expected a property of an action, but found 'on_sucess'. [unknown-key]
                              "on_sucess": "end--00000000-0000-4000-8000-000000000007"
                              ^
                            Maybe you meant 'on_success'.
                        """.replace("\n      ", "\n          ")
                        .replace("          Maybe", "    Maybe"));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Outcome outcome = Outcome.of(
                        "playbook", "verify", folder.resolve("x.json").toString())
                .isSpeech();

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("x.json:1:1: Expected a file here, found none. [no-file]");
    }

    @Test
    void theLineOfAProblemDoesNotSteerTheTerminal() throws IOException {
        Path file = folder.resolve("escape.json");
        Files.writeString(file, "{\"\u001b[31m\": 1}");

        Outcome outcome = Outcome.of("check", file.toString()).isSpeech();

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).contains("[json-syntax]").doesNotContain("\u001b");
    }

    @Test
    void eightMegabytesOfJsonAreTooLarge() throws IOException {
        Path file = folder.resolve("large.json");
        Files.write(file, "[".repeat(9_000_000).getBytes(StandardCharsets.US_ASCII));

        assertThat(Outcome.of("check", file.toString()).out()).contains("[file-too-large]");
    }

    private static Outcome verify(Path file, String at) {
        return Outcome.of("playbook", "verify", file.toString(), "--at", at).isSpeech();
    }

    @Test
    void theSignatureOfOasisVerifiesInItsTime() {
        Outcome outcome = verify(SIGNED, "2023-03-01T00:00:00Z");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out())
                .contains("signee 'ACME Cyber Company', algorithm RS256: verified\n")
                .contains("    signed: the SHA-256 of the canonical form, as hexadecimal text\n")
                .containsPattern("    key \\(SHA-256\\): [0-9a-f]{64}\n")
                .contains(": 1 of 1 signatures verified at 2023-03-01T00:00:00Z.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-01-01T00:00:00Z", "2024-01-01T00:00:00Z"})
    void outsideItsTimeNothingIsVerified(String at) {
        Outcome outcome = verify(SIGNED, at);

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("0 of 1 signatures verified")
                .doesNotContain("Whoever holds the key");
    }

    @Test
    void withoutATimeItIsNow() {
        Outcome outcome = Outcome.of("playbook", "verify", SIGNED.toString());

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).contains("no longer valid");
    }

    @Test
    void aChangedPlaybookIsNotVerified() throws IOException {
        Path file = folder.resolve("changed.json");
        Files.writeString(file, Files.readString(SIGNED).replace("Playbook 1", "Playbook 2"));

        Outcome outcome = verify(file, "2023-03-01T00:00:00Z");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).contains("does not fit: the playbook was changed");
    }

    @Test
    void aPlaybookWithoutSignatureIsNotVerified() {
        Outcome outcome = verify(CACAO.resolve("good/minimal.cacao.json"), "2023-03-01T00:00:00Z");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).contains("0 of 0 signatures verified");
    }

    @Test
    void aTimeThatIsNoneIsWrongUsage() {
        Outcome outcome = verify(SIGNED, "yesterday");

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("'--at'")
                .contains("Expected an instant like 2026-11-23T08:00:00Z, but found 'yesterday'.");
    }
}
