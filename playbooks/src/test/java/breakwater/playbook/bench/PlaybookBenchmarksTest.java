package breakwater.playbook.bench;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.bench.Benchmark;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Keeps the benchmarks whole between the runs that count; nothing here is timed. */
class PlaybookBenchmarksTest {

    static Stream<Benchmark> announced() {
        return ServiceLoader.load(Benchmark.class).stream().map(ServiceLoader.Provider::get);
    }

    @ParameterizedTest
    @MethodSource("announced")
    void allContestantsDoTheSameWork(Benchmark benchmark) {
        String expected = benchmark.contestant(benchmark.contestants().get(0)).proof();

        assertThat(benchmark.contestants())
                .allSatisfy(c -> assertThat(benchmark.contestant(c).proof()).isEqualTo(expected));
    }

    @Test
    void theirNamesAreThoseOfTheDocs() {
        assertThat(announced().map(Benchmark::name))
                .containsExactly("CHECK", "GUARD", "STEPS", "TEAMS");
    }

    @Test
    void theLongPlaybookHasFiveHundredLinesAndNoFault() {
        String text = new String(LongPlaybook.file().bytes(), StandardCharsets.UTF_8);

        assertThat(text.lines()).hasSize(LongPlaybook.LINES);
        assertThat(new CheckedByRules().proof()).isEqualTo("[]");
    }

    @Test
    void guardsHoldAndFail() {
        assertThat(new GuardsAsClosures().proof()).contains("1", "0").doesNotContain("x");
    }
}
