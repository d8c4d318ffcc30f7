package breakwater.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/** Keeps the benchmarks whole between the runs that count; nothing here is timed. */
class BenchmarksTest {

    static Stream<String> names() {
        return Benchmarks.names().stream()
                .filter(name -> !Benchmarks.get(name).contestants().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("names")
    void allContestantsDoTheSameWork(String name) {
        Benchmark benchmark = Benchmarks.get(name);
        String expected = benchmark.contestant(benchmark.contestants().get(0)).proof();

        assertThat(benchmark.contestants())
                .allSatisfy(c -> assertThat(benchmark.contestant(c).proof()).isEqualTo(expected));
    }

    @Test
    void theOutagesOfAvailNetAreThoseOfTheory() {
        var contestant = new AvailabilityOnWinnerTree();

        contestant.round(0);

        assertThat(contestant.complaint()).isEmpty();
    }

    @Test
    void namesTheBenchmarksThereAre() {
        assertThatThrownBy(() -> Benchmarks.get("B99"))
                .hasMessageContaining("B1, B2")
                .hasMessageContaining("'B99'");
    }
}
