package breakwater.tabletop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code breakwater playbook format}: in place, as a check, and in a pipe. */
class FormatCommandTest {

    private static final String WRITTEN = """
            # Mine.
            playbook: mine
            version: 1.0.0
            title: 'Mine'
            types: [mitigation]
            tlp: green
            owner: any
            steps:
            - wait: 120s  # a while
            - {end: restored}
            """;

    private static final String FORMATTED = """
            # Mine.
            playbook: mine
            version: 1.0.0
            title: Mine
            types: [mitigation]
            tlp: green
            owner: any
            steps:
              - wait: 2m  # a while
              - end: restored
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("mine.playbook.yaml"), text);
    }

    @Test
    void writesTheFileAnewOnceAndNamesIt() throws IOException {
        Path file = file(WRITTEN);

        Outcome first = Outcome.of("playbook", "format", file.toString());
        Outcome second = Outcome.of("playbook", "format", file.toString());

        assertThat(first).isEqualTo(new Outcome(0, file + System.lineSeparator(), ""));
        assertThat(second).isEqualTo(new Outcome(0, "", ""));
        assertThat(file).hasContent(FORMATTED);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void aCheckNamesWhatWouldChangeAndChangesNothing() throws IOException {
        Path file = file(WRITTEN);

        Outcome outcome = Outcome.of("playbook", "format", "--check", file.toString());

        assertThat(outcome).isEqualTo(new Outcome(1, file + System.lineSeparator(), ""));
        assertThat(file).hasContent(WRITTEN);
    }

    @Test
    void aPipeGetsTheTextAlone() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(WRITTEN.getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(Outcome.of("playbook", "format", "-"))
                    .isEqualTo(new Outcome(0, FORMATTED, ""));
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void aFileThatIsNoPlaybookStaysAsItIsAndIsExplained() throws IOException {
        Path file = file(WRITTEN.replace("wait:", "wiat:"));

        Outcome outcome = Outcome.of("playbook", "format", file.toString()).isSpeech();

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).contains("mine.playbook.yaml:9:3:").contains("[no-verb]");
        assertThat(file).hasContent(WRITTEN.replace("wait:", "wiat:"));
    }
}
