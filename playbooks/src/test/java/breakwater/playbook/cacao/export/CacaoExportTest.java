package breakwater.playbook.cacao.export;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.playbook.Playbook;
import breakwater.playbook.cacao.CacaoPlaybook;
import breakwater.playbook.cacao.CacaoStep;
import breakwater.playbook.cacao.StepType;
import breakwater.playbook.cacao.check.CacaoReader;
import breakwater.playbook.cacao.check.OfficialSchema;
import breakwater.problem.Problems;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is exported is CACAO, whole and always the same. */
class CacaoExportTest {

    static Stream<Playbook> playbooks() {
        return ExportedFiles.all();
    }

    static Stream<Path> vectors() {
        return ExportedFiles.vectors().stream();
    }

    private static byte[] bytes(Playbook playbook) {
        return CacaoExport.textOf(playbook).getBytes(StandardCharsets.UTF_8);
    }

    private static CacaoPlaybook read(Playbook playbook) {
        Problems problems = new Problems();
        var read = CacaoReader.read("x.cacao.json", bytes(playbook), problems);
        assertThat(problems.inFileOrder()).isEmpty();
        return read.orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void ourOwnChecksFindNothing(Playbook playbook) {
        assertThat(read(playbook).name()).isEqualTo(playbook.title());
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void theOfficialSchemaRefusesNothing(Playbook playbook) throws IOException {
        assertThat(OfficialSchema.refusals(bytes(playbook))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void noUuidIsUsedTwice(Playbook playbook) {
        Set<String> seen = new HashSet<>();

        for (String id : read(playbook).steps().keySet()) {
            assertThat(seen.add(id.substring(id.indexOf("--")))).as(id).isTrue();
            assertThat(id).matches(".*--.{8}-.{4}-4.{3}-[89ab].{3}-.{12}");
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void isAsInTheFileBesideIt(Path file) throws IOException {
        Path expected = Path.of(file.toString().replace(".playbook.yaml", ".cacao.json"));
        String text = CacaoExport.textOf(ExportedFiles.read(file));
        if (Boolean.getBoolean("update")) {
            Files.writeString(expected, text);
        }

        assertThat(text).isEqualTo(Files.readString(expected));
    }

    @Test
    void theVectorsHaveEveryTypeOfStep() {
        Set<StepType> types = vectors()
                .flatMap(file -> read(ExportedFiles.read(file)).steps().values().stream())
                .map(CacaoStep::type)
                .collect(Collectors.toSet());

        assertThat(types).containsExactlyInAnyOrder(StepType.values());
    }

    @Test
    void aLaterVersionIsLater() {
        assertThat(Stream.of(
                                "0.0.0",
                                "0.0.1",
                                "0.9.12",
                                "1.0.0",
                                "1.2.0",
                                "10.0.0",
                                "999999999.0.0")
                        .map(CacaoExport::modified))
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(time -> time.matches(
                        "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z"));
        assertThat(CacaoExport.modified("1.2.0")).isEqualTo("2026-01-01T00:16:42.000Z");
    }
}
