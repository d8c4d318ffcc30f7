package breakwater.tabletop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Playbooks as CACAO, at the command line. */
class ExportCommandTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aPlaybookOfTheLibraryIsWrittenAndIsGood() {
        Path file = folder.resolve("fibre-cut.json");

        Outcome outcome =
                Outcome.of("playbook", "export", "fibre-cut", "--output", file.toString());

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).isEqualTo(file + "\n");
        assertThat(outcome.err()).isEmpty();
        assertThat(Outcome.of("check", file.toString()).out())
                .startsWith(file + ": good. CACAO 2.0 playbook '");
    }

    @Test
    void withoutAFileItIsPrinted() {
        Outcome outcome = Outcome.of("playbook", "export", "kms-crash");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).startsWith("{\n  \"type\": \"playbook\",").endsWith("\n}\n");
        assertThat(outcome.out())
                .isEqualTo(Outcome.of("playbook", "export", "kms-crash").out());
    }

    @Test
    void whatHasErrorsIsNotExported() throws IOException {
        Path file = folder.resolve("broken.playbook.yaml");
        Files.writeString(file, """
                playbook: broken
                version: 1.0.0
                title: Broken
                types: [mitigation]
                tlp: red
                owner: a
                steps:
                  - do: qkd.rerout
                    timeout: 1m
                  - end: restored
                """);

        Outcome outcome = Outcome.of("playbook", "export", file.toString()).isSpeech();

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("broken.playbook.yaml:8:9: ")
                .contains("[unknown-action]")
                .contains("Maybe you meant 'qkd.reroute'.");
    }

    @Test
    void aNameThatIsMisspeltIsHelped() {
        Outcome outcome = Outcome.of("playbook", "export", "fibre-cur").isSpeech();

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).contains("[no-file]").contains("Maybe you meant 'fibre-cut'.");
    }
}
