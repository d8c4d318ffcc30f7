package breakwater.playbook.cacao.importing;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.playbook.Playbook;
import breakwater.playbook.cacao.check.CacaoReader;
import breakwater.playbook.cacao.export.CacaoExport;
import breakwater.playbook.cacao.export.ExportedFiles;
import breakwater.playbook.cacao.json.CanonicalJson;
import breakwater.problem.Location;
import breakwater.problem.Problems;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** What was exported comes back as it was, but for the places in the file. */
class RoundTripTest {

    static Stream<Playbook> playbooks() {
        return ExportedFiles.all();
    }

    private static Playbook imported(String cacao) {
        return imported(cacao, "");
    }

    private static Playbook imported(String cacao, String hash) {
        Problems problems = new Problems();
        Playbook playbook = CacaoReader.read(
                        "x.cacao.json", cacao.getBytes(StandardCharsets.UTF_8), problems)
                .flatMap(read -> CacaoImport.read(read, hash, problems))
                .map(CacaoImport.Imported::playbook)
                .orElseThrow(() -> new AssertionError(problems.inFileOrder().toString()));
        assertThat(problems.inFileOrder()).isEmpty();
        return playbook;
    }

    private static void assertSame(Playbook actual, Playbook expected) {
        assertThat(actual)
                .usingRecursiveComparison()
                .withStrictTypeChecking()
                .ignoringFieldsOfTypes(Location.class)
                .ignoringFields("hash")
                .ignoringFieldsMatchingRegexes(".*askedAt")
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void theSamePlaybookComesBack(Playbook playbook) {
        assertSame(imported(CacaoExport.textOf(playbook)), playbook);
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void whatComesBackIsExportedToTheSameBytes(Playbook playbook) {
        String text = CacaoExport.textOf(playbook);

        assertThat(CacaoExport.textOf(imported(text, playbook.hash()))).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void whateverOrderAToolGivesTheKeys(Playbook playbook) {
        String sorted = CanonicalJson.of(CacaoExport.of(playbook));

        assertSame(imported(sorted), playbook);
    }
}
