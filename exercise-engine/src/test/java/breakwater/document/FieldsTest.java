package breakwater.document;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.problem.Problem;
import breakwater.problem.Problems;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

class FieldsTest {

    private static final Shape LINK = Shape.of("link")
            .requiring("id")
            .allowing("lengthKm", "outage", "rate", "on", "kind", "srlgs");

    private final Problems problems = new Problems();

    private Fields fields(String text) {
        return Fields.read(
                        LINK,
                        YamlReader.read("a.yaml", text.getBytes(StandardCharsets.UTF_8), problems)
                                .orElseThrow(),
                        problems)
                .orElseThrow();
    }

    private List<String> messages() {
        return problems.inFileOrder().stream().map(Problem::toString).toList();
    }

    @Test
    void readsWhatIsThere() {
        Fields fields = fields(
                "{id: x, lengthKm: 1.5, outage: 1 h 30 min, rate: 7, on: true, kind: b, srlgs: [p, q]}");

        assertThat(fields.text("id")).isEqualTo("x");
        assertThat(fields.positive("lengthKm", 10)).isEqualTo(1.5);
        assertThat(fields.durationSeconds("outage")).isEqualTo(5400);
        assertThat(fields.whole("rate", 0, 10)).isEqualTo(7);
        assertThat(fields.flag("on")).isTrue();
        assertThat(fields.choice("kind", Map.of("a", 1, "b", 2), 0)).isEqualTo(2);
        assertThat(fields.texts("srlgs"))
                .extracting(DocumentNode.Scalar::text)
                .containsExactly("p", "q");
        assertThat(fields.isSound()).isTrue();
    }

    @Test
    void suggestsTheKeyThatWasMeantAndNamesTheMissingOne() {
        Fields fields = fields("{lenghtKm: 3}");

        assertThat(fields.isSound()).isFalse();
        assertThat(messages())
                .containsExactly(
                        "a.yaml:1:1: Expected the key 'id' in the link, but it is missing. [missing-key]",
                        "a.yaml:1:2: Expected a key of a link, but found 'lenghtKm'. [unknown-key] Maybe you meant 'lengthKm'.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".nan",
                ".inf",
                "-.inf",
                "-1",
                "0",
                "1e99",
                "1e999999999",
                "0x10",
                "abc",
                "80 km",
                "[]",
                "'5'",
                ""
            })
    void refusesWhatIsNoUsableLength(String value) {
        Fields fields = fields("{id: x, lengthKm: " + value + "}");

        assertThat(fields.positive("lengthKm", 10_000)).isPositive();

        assertThat(problems.countErrors()).isEqualTo(1);
    }

    @Test
    void saysThatTheKeyCarriesTheUnit() {
        fields("{id: x, lengthKm: 80 km}").positive("lengthKm", 100);

        assertThat(messages())
                .containsExactly(
                        "a.yaml:1:19: Expected a number for 'lengthKm', but found the text '80 km'. [wrong-type] Maybe write 80: the key's name carries the unit.");
    }

    @ParameterizedTest
    @CsvSource({
        "6 h, 21600000000", "6h, 21600000000", "30 min, 1800000000", "45 s, 45000000",
        "500 ms, 500000", "2 d, 172800000000", "0 s, 0", "12 h 33 min, 45180000000",
        "0.5 h, 1800000000", "1 d 2 h 3 min 4 s 5 ms, 93784005000"
    })
    void readsDurations(String text, long micros) {
        assertThat(fields("{id: x, outage: " + text + "}").durationMicros("outage"))
                .isEqualTo(micros);
        assertThat(problems.hasErrors()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "6, Maybe add the unit: '6 h'; '6 min' or '6 s'.",
        "6 hours, Maybe write '6 h'.",
        "5 m, Maybe write '5 min'.",
        "-6 h, Maybe drop the sign.",
        "33 min 12 h, ''",
        "6 h 6 h, ''",
        "99999999999 h, ''"
    })
    void refusesOtherDurations(String text, String advice) {
        fields("{id: x, outage: " + text + "}").durationMicros("outage");

        assertThat(problems.countErrors()).isEqualTo(1);
        assertThat(problems.inFileOrder().get(0).advice().replace(",", ";")).contains(advice);
    }

    @Test
    void bareNumbersAndFlagsAreNoText() {
        fields("{id: 12, kind: true}").text("id");

        assertThat(messages())
                .containsExactly(
                        "a.yaml:1:6: Expected a text for 'id', but found the number 12. [wrong-type] Maybe put it in quotes.");
    }

    @Test
    void exactlyOneOfSeveralKeys() {
        List<String> among = List.of("lengthKm", "rate");

        assertThat(fields("{id: x, rate: 1}").onlyOne(among)).contains("rate");
        assertThat(fields("{id: x}").onlyOne(among)).isEmpty();
        assertThat(fields("{id: x, rate: 1, lengthKm: 1}").onlyOne(among)).isEmpty();

        assertThat(messages()).hasSize(2).allMatch(m -> m.contains("[one-of]"));
    }
}
