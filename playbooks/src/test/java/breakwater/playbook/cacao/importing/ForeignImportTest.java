package breakwater.playbook.cacao.importing;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.document.SourceFile;
import breakwater.playbook.Playbook;
import breakwater.playbook.cacao.check.CacaoReader;
import breakwater.playbook.cacao.importing.CacaoImport.Imported;
import breakwater.playbook.cacao.importing.ImportReport.Fate;
import breakwater.playbook.check.PlaybookChecker;
import breakwater.playbook.check.Surroundings;
import breakwater.playbook.format.PlaybookWriter;
import breakwater.playbook.yaml.PlaybookReader;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Of files that others made nothing is guessed, and nothing is dropped without a word. */
class ForeignImportTest {

    private static final Path GOOD = Path.of("src", "test", "resources", "cacao", "good");
    private static final Path IMPORTED = Path.of("src", "test", "resources", "cacao", "imported");

    static Stream<Path> goodFiles() throws IOException {
        try (Stream<Path> files = Files.list(GOOD)) {
            return files.sorted().toList().stream();
        }
    }

    private static Imported imported(byte[] bytes) {
        Problems problems = new Problems();
        Imported imported = CacaoReader.read("x.json", bytes, problems)
                .flatMap(cacao -> CacaoImport.read(cacao, "", problems))
                .orElseThrow(() -> new AssertionError(problems.inFileOrder().toString()));
        assertThat(problems.hasErrors()).isFalse();
        return imported;
    }

    private static Imported imported(Path file) throws IOException {
        return imported(Files.readAllBytes(file));
    }

    @ParameterizedTest
    @MethodSource("goodFiles")
    void whatComesOutIsReadAgainAndItsNamesAndExpressionsAreSound(Path file) throws IOException {
        String text = PlaybookWriter.write(imported(file).playbook());

        Problems problems = new Problems();
        Playbook read = PlaybookReader.read(
                        new SourceFile(
                                "x.playbook.yaml",
                                "x.playbook.yaml",
                                text.getBytes(StandardCharsets.UTF_8)),
                        problems)
                .orElseThrow();
        PlaybookChecker.check(read, Surroundings.UNKNOWN, problems);
        // Others need no time limits; ours does, where somebody waits for what comes after.
        List<String> rules = problems.inFileOrder().stream()
                .map(Problem::rule)
                .filter(rule -> !rule.contains("timeout") && !rule.contains("unused"))
                .toList();
        assertThat(rules).as(text + problems.inFileOrder()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("goodFiles")
    void isAsInTheFileOfTheSameName(Path file) throws IOException {
        Imported imported = imported(file);
        String text = PlaybookWriter.write(imported.playbook())
                + imported.report().text().replaceAll("(?m)^", "# ").replaceAll("# $", "");
        Path expected = IMPORTED.resolve(
                String.valueOf(file.getFileName()).replace(".cacao.json", ".playbook.yaml"));
        if (Boolean.getBoolean("update")) {
            Files.createDirectories(IMPORTED);
            Files.writeString(expected, text);
        }

        assertThat(text).isEqualTo(Files.readString(expected));
    }

    @Test
    void aConditionInProseIsAskedOfPeople() throws IOException {
        String prose = Files.readString(GOOD.resolve("if-condition.cacao.json"))
                .replaceAll(
                        "\"condition\": \"[^\"]*\"",
                        "\"condition\": \"Response received from TH-AP Consumer\"");

        Imported imported = imported(prose.getBytes(StandardCharsets.UTF_8));

        assertThat(PlaybookWriter.write(imported.playbook()))
                .contains("Does this hold: Response received from TH-AP Consumer?")
                .contains("if: vars.answer == 'holds'")
                .contains("default: fails");
        assertThat(imported.report().notes())
                .filteredOn(note -> note.fate() == Fate.CHANGED)
                .anyMatch(
                        note -> note.text()
                                .startsWith(
                                        "the condition 'Response received from TH-AP Consumer' has become a question"));
    }

    @Test
    void whatHasNoPlaceIsKeptAsItStood() throws IOException {
        Imported imported = imported(GOOD.resolve("everything.cacao.json"));

        var kept = imported.report().kept();
        assertThat(kept.findText("id")).contains("playbook--00000000-0000-4000-8000-000000001007");
        var step = kept.findObject("workflow")
                .flatMap(all -> all.findObject("action--00000000-0000-4000-8000-000000000004"))
                .orElseThrow();
        assertThat(step.has("step_extensions")).isTrue();
        assertThat(step.has("targets")).isTrue();
        assertThat(step.has("commands")).isFalse();
    }
}
