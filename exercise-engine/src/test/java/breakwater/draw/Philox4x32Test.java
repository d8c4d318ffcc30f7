package breakwater.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Philox4x32Test {

    /** The known answers of the authors' own test suite, words c0 to c3. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0000000000000000, 0000000000000000,"
                + " 6627e8d5 e169c58d bc57ac4c 9b00dbd8",
        "ffffffffffffffff, ffffffffffffffff, ffffffffffffffff,"
                + " 408f276d 41c83b0e a20bc7c6 6d5451fd",
        "85a308d3243f6a88, 0370734413198a2e, 299f31d0a4093822,"
                + " d16cfe09 94fdcceb 5001e420 24126ea1"
    })
    void givesTheKnownAnswers(String counterLow, String counterHigh, String key, String words) {
        var philox = new Philox4x32();

        philox.generate(bits(counterLow), bits(counterHigh), bits(key));

        assertThat(String.format(
                        "%08x %08x %08x %08x",
                        (int) philox.low(),
                        philox.low() >>> 32,
                        (int) philox.high(),
                        philox.high() >>> 32))
                .isEqualTo(words);
    }

    private static long bits(String hex) {
        return Long.parseUnsignedLong(hex, 16);
    }
}
