package breakwater.playbook.cacao.check;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.playbook.cacao.CacaoPlaybook;
import breakwater.playbook.cacao.CacaoStep;
import breakwater.playbook.cacao.CacaoStep.Role;
import breakwater.playbook.cacao.StepType;
import breakwater.playbook.cacao.json.CanonicalJson;
import breakwater.problem.Problems;

import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Playbooks of every kind, which are to be read without a word. */
class GoodCacaoFilesTest {

    static Stream<Path> goodFiles() {
        return CacaoFiles.list(CacaoFiles.GOOD);
    }

    private static CacaoPlaybook read(Path file) {
        Problems problems = new Problems();
        var playbook = CacaoReader.read("good.cacao.json", CacaoFiles.bytes(file), problems);
        assertThat(problems.inFileOrder()).isEmpty();
        return playbook.orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("goodFiles")
    void areReadWithoutAWord(Path file) {
        CacaoPlaybook playbook = read(file);

        assertThat(playbook.steps()).containsKey(playbook.start());
    }

    @ParameterizedTest
    @MethodSource("goodFiles")
    void loseNothingOfTheFile(Path file) throws IOException {
        assertThat(CanonicalJson.of(read(file).root()))
                .isEqualTo(new JsonCanonicalizer(CacaoFiles.bytes(file)).getEncodedString());
    }

    @Test
    void haveEveryTypeOfStep() {
        Set<StepType> types =
                read(CacaoFiles.GOOD.resolve("everything.cacao.json")).steps().values().stream()
                        .map(CacaoStep::type)
                        .collect(Collectors.toSet());

        assertThat(types).containsExactlyInAnyOrder(StepType.values());
    }

    @Test
    void giveTheEdgesOfASwitch() {
        CacaoPlaybook playbook = read(CacaoFiles.GOOD.resolve("switch-condition.cacao.json"));
        CacaoStep step = playbook.step("switch-condition--00000000-0000-4000-8000-000000000003");

        assertThat(step.edges())
                .extracting(CacaoStep.Edge::role)
                .containsExactly(Role.NEXT, Role.BRANCH, Role.BRANCH, Role.BRANCH);
        assertThat(step.edges()).allMatch(edge -> playbook.steps().containsKey(edge.to()));
    }

    @Test
    void giveTheirVariables() {
        CacaoPlaybook playbook = read(CacaoFiles.GOOD.resolve("everything.cacao.json"));

        assertThat(playbook.variable("__link__").external()).isTrue();
        assertThat(playbook.variable("__tries__").constant()).isTrue();
        assertThat(playbook.variable("__tries__").value()).contains("3");
        assertThat(playbook.variable("__unknown__").value()).isEmpty();
        assertThat(playbook.exception()).isPresent();
    }
}
