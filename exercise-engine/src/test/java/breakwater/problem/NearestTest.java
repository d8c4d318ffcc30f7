package breakwater.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

class NearestTest {

    private static final List<String> KEYS =
            List.of("id", "lengthKm", "lossDb", "priority", "rekeyInterval", "users");

    static LongStream seeds() {
        Long replay = Long.getLong("seed");
        return replay == null ? LongStream.range(0, 200) : LongStream.of(replay);
    }

    @ParameterizedTest
    @CsvSource({
        "lenghtKm, lengthKm",
        "LENGTHKM, lengthKm",
        "lossDB, lossDb",
        "prioritty, priority",
        "rekeyInterva, rekeyInterval",
        "rekeyintrvals, rekeyInterval",
        "ids, id",
    })
    void suggestsWhatWasMeant(String asked, String meant) {
        assertThat(Nearest.findAmong(KEYS, asked)).contains(meant);
    }

    @Test
    void twoEditsOnThreeLettersAreTooManyToBeSure() {
        assertThat(Nearest.findAmong(KEYS, "usr")).isEmpty();
        assertThat(Nearest.findAmong(KEYS, "usrs")).contains("users");
    }

    @ParameterizedTest
    @CsvSource({"colour", "xy", "''", "lengthInMetres", "i"})
    void staysSilentWhenNothingIsNear(String asked) {
        assertThat(Nearest.findAmong(List.of("lengthKm", "pq"), asked)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"gys, gys-infinite-decoy", "LINK-B, link-budget", "dec, decoy"})
    void theBeginningOfOneNameMeansThatName(String asked, String meant) {
        List<String> names = List.of("decoy", "gys-infinite-decoy", "link-budget", "link-other");

        assertThat(Nearest.findAmong(names, asked)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"gy", "link", "infinite"})
    void aBeginningThatIsShortOrSharedMeansNothing(String asked) {
        List<String> names = List.of("decoy", "gys-infinite-decoy", "link-budget", "link-other");

        assertThat(Nearest.findAmong(names, asked)).isEmpty();
    }

    @Test
    void theFirstOfEquallyNearNamesWins() {
        assertThat(Nearest.findAmong(List.of("node2", "node3"), "node1")).contains("node2");
        assertThat(Nearest.findAmong(List.of("node3", "node2"), "node1")).contains("node3");
    }

    @Test
    void aNameOfAnyLengthIsAnsweredWithoutComparingIt() {
        String hostile = "k".repeat(10_000_000);

        assertThat(Nearest.findAmong(KEYS, hostile)).isEmpty();
    }

    @Test
    void adviceIsASentenceOrNothing() {
        assertThat(Nearest.adviceAmong(KEYS, "lenghtKm")).isEqualTo("Maybe you meant 'lengthKm'.");
        assertThat(Nearest.adviceAmong(KEYS, "colour")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "'', abc, 3",
        "abc, abc, 0",
        "abc, acb, 1",
        "kitten, sitting, 3",
        "ca, abc, 3",
    })
    void countsEditsAsDefined(String from, String to, int edits) {
        assertThat(Nearest.edits(from, to)).isEqualTo(edits);
        assertThat(Nearest.edits(to, from)).isEqualTo(edits);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void oneSlipInALongNameIsAlwaysUndone(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String name = KEYS.get(1 + random.nextInt(KEYS.size() - 1));
        int at = random.nextInt(name.length() - 1);
        String slipped = switch (random.nextInt(4)) {
            case 0 -> name.substring(0, at) + name.substring(at + 1);
            case 1 -> name.substring(0, at) + 'x' + name.substring(at);
            case 2 -> name.substring(0, at) + 'x' + name.substring(at + 1);
            default ->
                name.substring(0, at)
                        + name.charAt(at + 1)
                        + name.charAt(at)
                        + name.substring(at + 2);
        };

        assertThat(Nearest.findAmong(KEYS, slipped))
                .as("seed %d, '%s'", seed, slipped)
                .contains(name);
    }
}
