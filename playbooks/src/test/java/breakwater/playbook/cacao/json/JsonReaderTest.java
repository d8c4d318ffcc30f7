package breakwater.playbook.cacao.json;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.playbook.cacao.json.JsonValue.JsonList;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.problem.Location;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;

class JsonReaderTest {

    private static JsonValue read(String json) {
        Problems problems = new Problems();
        var value = JsonReader.read("x.json", json.getBytes(StandardCharsets.UTF_8), problems);
        assertThat(problems.inFileOrder()).isEmpty();
        return value.orElseThrow();
    }

    private static List<String> refusalOf(String json) {
        Problems problems = new Problems();
        assertThat(JsonReader.read("x.json", json.getBytes(StandardCharsets.UTF_8), problems))
                .isEmpty();
        return problems.inFileOrder().stream().map(Problem::toString).toList();
    }

    @Test
    void knowsWhereEachKeyAndValueStands() {
        JsonObject root = (JsonObject) read(
                "{\n  \"a\": [1,\n    \"ä\ud83d\ude00\", null],\n  \"b\" : {\"c\": true}\n}\n");

        assertThat(root.location()).isEqualTo(new Location("x.json", 1, 1));
        assertThat(root.keyLocation("a")).isEqualTo(new Location("x.json", 2, 3));
        assertThat(((JsonList) root.find("a").orElseThrow()).items())
                .extracting(item -> item.location().toString())
                .containsExactly("x.json:2:9", "x.json:3:5", "x.json:3:11");
        assertThat(root.find("b").orElseThrow().location()).isEqualTo(new Location("x.json", 4, 9));
        assertThat(root.findObject("b").orElseThrow().keyLocation("c"))
                .isEqualTo(new Location("x.json", 4, 10));
    }

    @Test
    void keepsKeysInFileOrderAndNumbersAsWritten() {
        JsonObject root = (JsonObject) read("{\"z\": 1.50, \"a\": 1E2}");

        assertThat(root.members().keySet()).containsExactly("z", "a");
        assertThat(root.find("z"))
                .hasValueSatisfying(value -> assertThat(value.kind()).isEqualTo("the number 1.50"));
    }

    @Test
    void changesACopy() {
        JsonObject root = (JsonObject) read("{\"a\": 1, \"b\": 2}");

        JsonObject changed =
                root.with("a", root.find("b").orElseThrow()).without("b").with("c", root);

        assertThat(CanonicalJson.of(changed)).isEqualTo("{\"a\":2,\"c\":{\"a\":1,\"b\":2}}");
        assertThat(CanonicalJson.of(root)).isEqualTo("{\"a\":1,\"b\":2}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": 1,}|1:9|Expected a key in double quotes, but found '}'.|Maybe drop the comma before it.",
                "[1, 2,]|1:7|Expected a JSON value, but found ']'.|Maybe drop the comma before it.",
                "{\"a\": 1 \"b\": 2}|1:9|Expected a comma or a closing bracket, but found '\"'.|Maybe a comma is missing before it.",
                "{\"a\" 1}|1:6|Expected a colon after the key, but found '1'.|",
                "{a: 1}|1:2|Expected a key in double quotes, but found 'a'.|Maybe put the key in double quotes.",
                "[yes]|1:2|Expected a JSON value, but found 'yes'.|Maybe it needs double quotes.",
                "{\"a\": 1} {}|1:10|Expected the file to end after its value, but found more.|Maybe two files were joined, or a bracket is closed too early.",
                "{\"a\": [1, 2|1:12|Expected more, but the file ends here.|Maybe it was cut off, or a quote or bracket is not closed.",
                "/* x */ {}|1:1|Expected a JSON value, but found '/'.|Maybe delete the comment: JSON has none."
            })
    void saysWhatIsNoJson(String json, String place, String message, String advice) {
        String expected = "x.json:%s: %s [json-syntax]%s"
                .formatted(place, message, advice == null ? "" : " " + advice);

        assertThat(refusalOf(json)).containsExactly(expected);
    }

    @Test
    void findsEveryKeyThatStandsTwice() {
        assertThat(refusalOf("{\"a\": 1, \"a\": 2, \"b\": {\"c\": 1, \"c\": 1}}"))
                .containsExactly(
                        "x.json:1:10: Expected each key once, but 'a' stands already at x.json:1:2. [duplicate-key] Maybe one of them is meant for another object.",
                        "x.json:1:32: Expected each key once, but 'c' stands already at x.json:1:24. [duplicate-key] Maybe one of them is meant for another object.");
    }

    /** Two spellings of one key would be one to some readers and two to others. */
    @Test
    void seesThroughEscapesOfAKey() {
        assertThat(refusalOf("{\"a\": 1, \"\\u0061\": 2}"))
                .singleElement()
                .asString()
                .contains("[duplicate-key]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"\\ud800\"", "\"\\udc00\\ud800\"", "{\"\\ud83d\": 1}", "\"x\\ud83dx\""})
    void refusesHalfOfASurrogatePair(String json) {
        assertThat(refusalOf(json)).singleElement().asString().contains("[lone-surrogate]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999",
                "-1e999",
                "0.00000000000000000000000000000000000000001",
                "NaN",
                "+1",
                "01",
                ".5",
                "1."
            })
    void refusesNumbersThatAreNone(String number) {
        assertThat(refusalOf("[" + number + "]"))
                .singleElement()
                .asString()
                .containsAnyOf("[bad-number]", "[json-syntax]");
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 100_000})
    void refusesDeepNesting(int depth) {
        assertThat(refusalOf("[".repeat(depth) + "1" + "]".repeat(depth)))
                .containsExactly(
                        "x.json:1:66: Expected at most 64 levels of nesting, but found more. [too-deep]");
    }

    @Test
    void readsWhatIsNestedAsDeepAsAllowed() {
        assertThat(read("[".repeat(64) + "1" + "]".repeat(64))).isInstanceOf(JsonList.class);
    }

    @Test
    void refusesLongKeysAndTexts() {
        String json = "{\"%s\": \"%s\"}"
                .formatted("k".repeat(251), "x".repeat(JsonReader.TEXT_MAX_CHARS + 1));

        assertThat(refusalOf(json)).hasSize(2).allMatch(problem -> problem.contains("[too-long]"));
    }

    @Test
    void refusesMoreValuesThanAPlaybookHas() {
        assertThat(refusalOf("[" + "1,".repeat(JsonReader.VALUES_MAX) + "1]"))
                .singleElement()
                .asString()
                .contains("[too-many-values]");
    }
}
