package breakwater.playbook.cacao.importing;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.playbook.Playbook;
import breakwater.playbook.cacao.check.CacaoReader;
import breakwater.playbook.cacao.check.OfficialSchema;
import breakwater.playbook.cacao.export.CacaoExport;
import breakwater.playbook.check.PlaybookChecker;
import breakwater.playbook.check.Surroundings;
import breakwater.playbook.format.PlaybookWriter;
import breakwater.playbook.format.RandomPlaybooks;
import breakwater.problem.Problems;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.LongStream;

/** Random playbooks are exported to sound CACAO and come back; {@code -Dseed=N} does one of them. */
class RandomRoundTripTest {

    private static final int SEEDS = 300;

    /** What no sound playbook has, and an export does not promise to carry. */
    private static final Set<String> UNSOUND = Set.of("unreachable", "end-in-finally");

    static LongStream seeds() {
        String one = System.getProperty("seed");
        return one == null
                ? LongStream.range(0, SEEDS).filter(RandomRoundTripTest::isCarried)
                : LongStream.of(Long.parseLong(one));
    }

    private static boolean isCarried(long seed) {
        Playbook playbook = new RandomPlaybooks(seed).playbook();
        Problems problems = new Problems();
        PlaybookChecker.check(playbook, Surroundings.UNKNOWN, problems);
        boolean sound =
                problems.inFileOrder().stream().noneMatch(one -> UNSOUND.contains(one.rule()));
        // Half a character cannot stand in JSON that is signed.
        return sound && CacaoExport.textOf(playbook).codePoints().noneMatch(c -> c == 0xd83d);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void comesBack(long seed) throws IOException {
        Playbook playbook = new RandomPlaybooks(seed).playbook();
        String text = CacaoExport.textOf(playbook);

        Problems problems = new Problems();
        var cacao = CacaoReader.read("x.json", text.getBytes(StandardCharsets.UTF_8), problems);
        assertThat(problems.inFileOrder()).isEmpty();
        assertThat(OfficialSchema.refusals(text)).isEmpty();
        Playbook again = CacaoImport.read(cacao.orElseThrow(), playbook.hash(), problems)
                .map(CacaoImport.Imported::playbook)
                .orElseThrow(() -> new AssertionError(problems.inFileOrder().toString()));

        assertThat(PlaybookWriter.write(again)).isEqualTo(PlaybookWriter.write(playbook));
        assertThat(CacaoExport.textOf(again)).isEqualTo(text);
        assertThat(CacaoExport.textOf(new RandomPlaybooks(seed).playbook())).isEqualTo(text);
    }

    @Test
    void enoughOfThemAreSound() {
        assertThat(seeds().count()).isGreaterThan(100);
    }
}
