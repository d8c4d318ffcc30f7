package breakwater.playbook.library;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.document.SourceFile;
import breakwater.playbook.Playbook;
import breakwater.playbook.check.PlaybookChecker;
import breakwater.playbook.check.Surroundings;
import breakwater.playbook.yaml.PlaybookReader;
import breakwater.problem.Problems;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is shipped is what an operator would want to start from. */
class ShippedPlaybooksTest {

    private static final Path FOLDER = Path.of("src/main/resources/breakwater/playbook/library");

    private static List<Playbook> read(Problems problems) {
        List<Playbook> playbooks = new ArrayList<>();
        for (SourceFile file : ShippedPlaybooks.all()) {
            PlaybookReader.read(file, problems).ifPresent(playbooks::add);
        }
        return playbooks;
    }

    @Test
    void eachIsFoundByItsNameAndNoFileIsForgotten() throws IOException {
        List<Playbook> playbooks = read(new Problems());

        assertThat(playbooks).extracting(Playbook::id).isEqualTo(ShippedPlaybooks.IDS);
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(PlaybookReader.SUFFIX))
                            .map(name -> name.replace(PlaybookReader.SUFFIX, "")))
                    .containsExactlyInAnyOrderElementsOf(ShippedPlaybooks.IDS);
        }
        assertThat(ShippedPlaybooks.find("fibre-cut")).isPresent();
        assertThat(ShippedPlaybooks.find("fibre-cur")).isEmpty();
    }

    @Test
    void theCheckerHasNothingToSay() {
        Problems problems = new Problems();
        List<Playbook> playbooks = read(problems);
        Surroundings surroundings = Surroundings.UNKNOWN.withPlaybooks(playbooks);

        playbooks.forEach(playbook -> PlaybookChecker.check(playbook, surroundings, problems));

        assertThat(problems.inFileOrder()).isEmpty();
    }

    @Test
    void theyFitAnyOperatorAndEachSaysWhatItIsFor() {
        assertThat(read(new Problems())).allSatisfy(playbook -> {
            assertThat(playbook.owner()).isEqualTo("any");
            assertThat(playbook.types()).isNotEmpty();
            assertThat(playbook.roles()).isNotEmpty();
        });
    }
}
