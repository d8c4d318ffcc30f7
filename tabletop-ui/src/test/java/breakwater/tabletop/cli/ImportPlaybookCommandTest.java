package breakwater.tabletop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.playbook.library.ShippedPlaybooks;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** CACAO playbooks as ours, at the command line. */
class ImportPlaybookCommandTest {

    private static final Path GOOD =
            Path.of("..", "playbooks", "src", "test", "resources", "cacao", "good");

    static final List<String> SHIPPED = ShippedPlaybooks.IDS;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @FieldSource("SHIPPED")
    void aPlaybookOfTheLibraryComesBack(String id) {
        String exported = folder.resolve("a.json").toString();
        String playbook = folder.resolve("a.playbook.yaml").toString();
        String again = folder.resolve("b.json").toString();

        Outcome.of("playbook", "export", id, "-o", exported);
        Outcome outcome = Outcome.of("playbook", "import", exported, "-o", playbook);
        Outcome.of("playbook", "export", playbook, "-o", again);

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).isEqualTo(playbook + "\n");
        assertThat(withoutHash(again)).isEqualTo(withoutHash(exported));
    }

    private static String withoutHash(String file) {
        try {
            return Files.readString(Path.of(file))
                    .replaceAll("\"source_sha256\": \"[0-9a-f]{64}\"", "");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void ofAForeignFileIsSaidWhatBecameOfIt() throws IOException {
        Path playbook = folder.resolve("all.playbook.yaml");

        Outcome outcome = Outcome.of(
                        "playbook",
                        "import",
                        GOOD.resolve("everything.cacao.json").toString(),
                        "-o",
                        playbook.toString())
                .isSpeech();

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err())
                .contains(
                        "changed: the commands have become a task: nothing foreign is carried out unseen.\n");
        assertThat(outcome.out())
                .isEqualTo("%s\n%s\n".formatted(playbook, folder.resolve("all.kept.json")));
        assertThat(Files.readString(folder.resolve("all.kept.json")))
                .contains("\"owner\": \"identity--00000000-0000-4000-8000-000000000099\"");
    }

    @Test
    void whatIsNoCacaoIsRefused() throws IOException {
        Path file = folder.resolve("x.json");
        Files.writeString(file, "{\"type\": \"playbook\", \"spec_version\": \"1.0\"}");

        Outcome outcome = Outcome.of("playbook", "import", file.toString()).isSpeech();

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("[cacao-version]");
    }
}
