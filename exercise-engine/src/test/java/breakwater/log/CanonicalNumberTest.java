package breakwater.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.SplittableRandom;

class CanonicalNumberTest {

    /** The examples of RFC 8785 appendix B that are finite, and the number JDK 17 itself gets one digit too long. */
    @ParameterizedTest
    @CsvSource({
        "0.0, 0",
        "-0.0, 0",
        "5e-324, 5e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "9007199254740992, 9007199254740992",
        "295147905179352830000, 295147905179352830000",
        "9.999999999999997e22, 9.999999999999997e+22",
        "1e23, 1e+23",
        "1.0000000000000001e23, 1.0000000000000001e+23",
        "999999999999999700000, 999999999999999700000",
        "999999999999999900000, 999999999999999900000",
        "1e21, 1e+21",
        "9.999999999999997e-7, 9.999999999999997e-7",
        "0.000001, 0.000001",
        "333333333.33333329, 333333333.3333333",
        "-0.0000033333333333333333, -0.0000033333333333333333",
        "2.0E-3, 0.002",
        "2.2250738585072014E-308, 2.2250738585072014e-308",
        "78.4, 78.4",
        "-16.75, -16.75",
    })
    void writesTheShortestDigitsAsEcmaScriptDoes(double value, String text) {
        assertThat(CanonicalNumber.format(value)).isEqualTo(text);
    }

    @Test
    void whatIsWrittenReadsBackAsTheSameDouble() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(CanonicalNumber.format(value))).isEqualTo(value);
            }
        }
    }

    @Test
    void theFastWayAndTheCarefulWayAgree() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 20_000; i++) {
            double value = random.nextLong(-180_000_000, 180_000_000) / 1e6;
            String digits = CanonicalNumber.format(value);

            assertThat(Double.parseDouble(digits)).isEqualTo(value);
            assertThat(digits.replaceAll("[-.]", "").length()).as(digits).isLessThanOrEqualTo(9);
        }
    }

    @Test
    void refusesWhatJsonCannotSay() {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalNumber.format(Double.NaN));
    }
}
