package breakwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class WordingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0             | 0 s
                    1             | less than 1 s
                    999999        | less than 1 s
                    59999999      | 59 s
                    60000000      | 1 min
                    3599000000    | 59 min 59 s
                    3600000000    | 1 h
                    32700000000   | 9 h 5 min
                    259199000000  | 71 h 59 min
                    259200000000  | 3 d
                    266400000000  | 3 d 2 h
                    """)
    void saysADurationInTwoUnitsRoundedDown(long micros, String expected) {
        assertThat(Wording.duration(micros)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0         | 0.00 %
                    0.5       | 50.00 %
                    0.98765   | 98.77 %
                    0.9999    | 99.99 %
                    0.999901  | > 99.99 %
                    0.9999999 | > 99.99 %
                    1         | 100 %
                    """)
    void neverRoundsAShareUpToAll(double share, String expected) {
        assertThat(Wording.percent(share)).isEqualTo(expected);
    }

    @Test
    void countsInTheSingularOnlyOne() {
        assertThat(List.of(
                        Wording.count(0, "node"),
                        Wording.count(1, "node"),
                        Wording.count(1_204, "node")))
                .containsExactly("0 nodes", "1 node", "1,204 nodes");
    }

    @Test
    void joinsAList() {
        assertThat(List.of(
                        Wording.list(List.of()),
                        Wording.list(List.of("a")),
                        Wording.list(List.of("a", "b")),
                        Wording.list(List.of("a", "b", "c"))))
                .containsExactly("", "a", "a and b", "a, b and c");
    }
}
