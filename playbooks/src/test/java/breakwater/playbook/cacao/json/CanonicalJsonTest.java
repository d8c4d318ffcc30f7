package breakwater.playbook.cacao.json;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.problem.Problems;

import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class CanonicalJsonTest {

    private static String canonical(String json) {
        Problems problems = new Problems();
        var value = JsonReader.read("x.json", json.getBytes(StandardCharsets.UTF_8), problems);
        assertThat(problems.inFileOrder()).isEmpty();
        return CanonicalJson.of(value.orElseThrow());
    }

    /** RFC 8785, section 3.2.2. */
    @Test
    void writesTheExampleOfTheRfc() {
        assertThat(canonical("""
                        {
                          "numbers": [333333333.33333329, 1E30, 4.50,
                                      2e-3, 0.000000000000000000000000001],
                          "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                          "literals": [null, true, false]
                        }
                        """))
                .isEqualTo(
                        "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                                + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    /** RFC 8785, section 3.2.3: by UTF-16 units, in which an emoji comes before the Hebrew letter. */
    @Test
    void sortsKeysAsTheRfcDoes() {
        assertThat(canonical("""
                        {
                          "\\u20ac": "Euro Sign",
                          "\\r": "Carriage Return",
                          "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                          "1": "One",
                          "\\ud83d\\ude00": "Emoji: Grinning Face",
                          "\\u0080": "Control",
                          "\\u00f6": "Latin Small Letter O With Diaeresis"
                        }
                        """))
                .isEqualTo(
                        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                                + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
                                + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "[[],{}]",
                "{\"a\":[1,2.5,-3],\"b\":{\"c\":null}}",
                "\"\\b\\t\\n\\f\\r\\\"\\\\\\u0000\\u001f\u007f\u2028<>&\"",
                "-0.1"
            })
    void leavesWhatIsCanonical(String json) {
        assertThat(canonical(json)).isEqualTo(json);
    }

    @Test
    void writesMinusZeroAndLongIntegersAsDoubles() {
        assertThat(canonical("[-0, -0.0, 1.0, 12345678901234567890, 1e2]"))
                .isEqualTo("[0,0,1,12345678901234567000,100]");
    }

    @Test
    void keepsWhatTheFileSaysUnderKeysThatNobodyKnows() {
        assertThat(canonical("{\"z\": {\"x\": [1, {\"y\": \"\\u00e4\"}]}, \"a\": false}"))
                .isEqualTo("{\"a\":false,\"z\":{\"x\":[1,{\"y\":\"ä\"}]}}");
    }

    @Test
    void agreesWithAnotherImplementationOnAWholePlaybook() throws IOException {
        String text =
                Files.readString(Path.of("src/test/resources/cacao/good/everything.cacao.json"));

        assertThat(canonical(text)).isEqualTo(new JsonCanonicalizer(text).getEncodedString());
    }
}
