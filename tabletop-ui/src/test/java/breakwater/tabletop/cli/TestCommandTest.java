package breakwater.tabletop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class TestCommandTest {

    private static final String PLAYBOOK = """
            playbook: mine
            version: 1.0.0
            title: Mine
            types: [mitigation]
            tlp: green
            owner: any
            roles: {noc: {kind: group, title: Shift}}
            steps:
              - id: mend
                task: Mend it.
                role: noc
                timeout: 1h
              - end: restored
            """;

    private static final String TEST = """
            test: mine
            trials:
              - trial: mended & well
                given: {inputs: {}}
                answers: {mend: done}
                expect: {outcome: restored}
              - trial: nobody comes
                given: {inputs: {}}
                expect: {outcome: restored}
            """;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("mine.playbook.yaml"), PLAYBOOK);
        Files.writeString(folder.resolve("mine.test.yaml"), TEST);
    }

    @Test
    void whatFailsIsSaidWhereItIsExpectedAndWithWhatTheRunDid() {
        Outcome outcome = Outcome.of("playbook", "test", folder.toString());

        assertThat(outcome.exit()).isOne();
        assertThat(outcome.out())
                .contains("""
                  pass  mended & well (restored after 1m)
                  FAIL  nobody comes (failed after 1h)
                """)
                .contains("""
                        What the run did:
                          T+01:00:00  mend failed (timeout: nobody answered)
                """)
                .contains(
                        "mine.test.yaml:9:23: Expected the outcome 'restored', but found 'failed' after 1h.")
                .contains("  mine: 3 of 4 ways, 75 %\n")
                .contains("mine.playbook.yaml:9:5: no trial in which 'mend' fails\n")
                .endsWith("1 trials passed, 1 failed.\n");
    }

    @Test
    void programsGetTheSame() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(Outcome.of("playbook", "test", "--format", "json", folder.toString())
                        .out());
        JsonNode file = json.path("files").path(0);

        assertThat(json.path("failed").asInt()).isOne();
        assertThat(file.path("trials")
                        .path(1)
                        .path("misses")
                        .path(0)
                        .path("line")
                        .asInt())
                .isEqualTo(9);
        assertThat(file.path("coverage").path("gone").asInt()).isEqualTo(3);
        assertThat(Outcome.of("playbook", "test", "--format=junit", folder.toString())
                        .out())
                .contains("tests=\"2\" failures=\"1\" errors=\"0\"")
                .contains("name=\"mended &amp; well\"");
    }

    @Test
    void coverageCanBeAskedFor() throws IOException {
        Files.writeString(
                folder.resolve("mine.test.yaml"),
                TEST.substring(0, TEST.indexOf("  - trial: nob")));
        String path = folder.resolve("mine.test.yaml").toString();

        assertThat(Outcome.of("playbook", "test", path).exit()).isZero();
        Outcome tooLittle = Outcome.of("playbook", "test", "--min-coverage", "80", path);
        assertThat(tooLittle.exit()).isOne();
        assertThat(tooLittle.out())
                .contains("50 %, too little")
                .contains("1 below the coverage of 80 %");
    }

    @Test
    void aTestThatCannotBeReadIsAFailure() throws IOException {
        Files.writeString(
                folder.resolve("mine.test.yaml"), TEST.replace("test: mine", "test: mien"));
        Outcome outcome = Outcome.of("playbook", "test", folder.toString());

        assertThat(outcome.exit()).isOne();
        assertThat(outcome.out())
                .contains("found 'mien'", "Maybe you meant 'mine'.", "1 file could not be played");
        assertThat(Outcome.of("playbook", "test", folder.resolve("none").toString())
                        .exit())
                .isOne();
    }

    @Test
    void theLibraryIsTested() {
        Outcome outcome = Outcome.of("playbook", "test", "--library", "--min-coverage", "90");

        assertThat(outcome.exit()).as(outcome.out()).isZero();
    }
}
