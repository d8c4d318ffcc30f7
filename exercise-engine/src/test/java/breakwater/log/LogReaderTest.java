package breakwater.log;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.log.LogReader.Reading;
import breakwater.problem.Problem;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

class LogReaderTest {

    private static final String OPENED = """
            {"t":0,"domain":"control","seq":0,"type":"drill-opened","schemaVersion":1,"engineVersion":"0.1.0",\
            "exercise":"e","exerciseHash":"00","seed":7,"title":"T","horizonMicros":60000000,"signallingLatencyMicros":5000000}
            """;
    private static final String CLOSED = """
            {"t":60000000,"domain":"control","seq":1,"type":"drill-closed","events":2}
            """;

    private static Reading read(String log) {
        try {
            return LogReader.read(
                    "log.jsonl", new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> problems(String log) {
        return read(log).problems().stream().map(Problem::toString).toList();
    }

    private static String line(long t, String domain, long seq, String rest) {
        return "{\"t\":%d,\"domain\":\"%s\",\"seq\":%d,%s}\n".formatted(t, domain, seq, rest);
    }

    @Test
    void aSoundLogHasNoProblems() {
        Reading reading = read(OPENED + CLOSED);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.isSound()).isTrue();
        assertThat(reading.entries()).hasSize(2);
    }

    @Test
    void anEmptyFileIsNoLog() {
        assertThat(problems(""))
                .containsExactly("log.jsonl:1:1: Expected a log, but the file is empty. [empty]");
    }

    @Test
    void namesTheTypeThatWasProbablyMeant() {
        String log = OPENED
                + line(5, "ES", 0, "\"type\":\"node-chaned\",\"node\":\"n\",\"state\":\"UP\"")
                + CLOSED;

        assertThat(problems(log))
                .containsExactly(
                        "log.jsonl:2:37: Expected a known type of event, but found 'node-chaned'. [unknown-type] Maybe you meant 'node-changed'.");
    }

    @Test
    void findsAllProblemsAtOnce() {
        String log = OPENED
                + line(5, "ES", 0, "\"type\":\"operator-declared\",\"name\":\"Ö\",\"crews\":1")
                + line(6, "ES", 1, "\"type\":\"controller-changed\",\"state\":\"LEADR\"")
                + line(7, "ES", 2, "\"type\":\"operator-declared\",\"crews\":1")
                + line(
                        8,
                        "ES",
                        3,
                        "\"type\":\"operator-declared\",\"name\":\"a\",\"crews\":1,\"depot\":\"x\"")
                + line(
                        9,
                        "ES",
                        4,
                        "\"type\":\"operator-declared\",\"name\":\"a\",\"crews\":99999999999")
                + line(10, "ES", 5, "\"type\":\"operator-declared\",\"name\":4,\"crews\":1")
                + line(11, "E S", 6, "\"type\":\"operator-declared\",\"name\":\"a\",\"crews\":1")
                + "nonsense\n"
                + CLOSED;

        assertThat(read(log).problems().stream().map(Problem::rule))
                .containsExactly(
                        "bad-value",
                        "missing-field",
                        "unknown-field",
                        "bad-value",
                        "bad-value",
                        "bad-name",
                        "json");
        assertThat(problems(log).get(0))
                .isEqualTo(
                        "log.jsonl:3:66: Expected one of LEADER, PARTITIONED, but found 'LEADR'. [bad-value] Maybe you meant 'LEADER'.");
    }

    @Test
    void tellsAGapFromARepetition() {
        String first =
                line(5, "ES", 0, "\"type\":\"operator-declared\",\"name\":\"a\",\"crews\":1");
        String third =
                line(9, "ES", 2, "\"type\":\"operator-declared\",\"name\":\"a\",\"crews\":1");

        assertThat(problems(OPENED + first + third + CLOSED))
                .containsExactly(
                        "log.jsonl:3:1: Expected seq 1 of ES, but found 2. [sequence] Maybe lines are missing.");
        assertThat(problems(OPENED + first + first + CLOSED))
                .anyMatch(p -> p.contains("[order]"))
                .anyMatch(p -> p.contains("Maybe a line is there twice."));
    }

    @Test
    void refusesLinesOutOfOrder() {
        String late = line(9, "ES", 0, "\"type\":\"operator-declared\",\"name\":\"a\",\"crews\":1");
        String early =
                line(5, "DE", 0, "\"type\":\"operator-declared\",\"name\":\"a\",\"crews\":1");

        assertThat(problems(OPENED + late + early + CLOSED))
                .containsExactly(
                        "log.jsonl:3:1: Expected an entry after (t 9, ES, seq 0), but found (t 5, DE, seq 0). [order] Maybe lines were moved or copied: a log is ordered by t, domain (control first) and seq.");
    }

    @Test
    void seesThatALogWasCutOff() {
        String cut = OPENED + CLOSED.substring(0, 40);

        assertThat(read(cut).problems().stream().map(Problem::rule))
                .containsExactly("json", "truncated");
        assertThat(problems(OPENED))
                .containsExactly(
                        "log.jsonl:2:1: Expected the log to hold 'drill-closed', but it has none. [unfinished] Maybe the drill was stopped; a log is scored only when it is complete.");
    }

    @Test
    void refusesAnotherFirstLineOrVersion() {
        assertThat(problems(CLOSED.replace("\"seq\":1", "\"seq\":0")))
                .anyMatch(p -> p.contains("[first-line]"));
        assertThat(problems(OPENED.replace("Version\":1", "Version\":2") + CLOSED))
                .anyMatch(p -> p.contains("Expected schema version 1, but found 2."));
    }

    @Test
    void refusesWhatIsNotInCanonicalForm() {
        assertThat(problems(OPENED + CLOSED.replace(",\"events\"", ", \"events\"")))
                .containsExactly(
                        "log.jsonl:2:64: Expected the canonical form of the line, but it differs from here on. [not-canonical] Maybe another program wrote the line; see docs/reference/log.md.");
    }

    @Test
    void knowsWhatWasNeverDeclared() {
        String declared = line(
                0,
                "ES",
                0,
                "\"type\":\"node-declared\",\"node\":\"ES-01\",\"name\":\"\",\"role\":\"TRUSTED\",\"latitude\":1,\"longitude\":2,\"autonomySeconds\":0");
        String change =
                line(5, "ES", 1, "\"type\":\"node-changed\",\"node\":\"ES-10\",\"state\":\"DOWN\"");

        assertThat(problems(OPENED + declared + change + CLOSED))
                .containsExactly(
                        "log.jsonl:3:1: Expected a node that is declared in the log, but found 'ES-10'. [unknown-reference] Maybe you meant 'ES-01'.");
    }

    @Test
    void aHostileLineDoesNotFillTheMemory() {
        String log = OPENED + "x".repeat(3 * LogFormat.LINE_BYTES_MAX) + "\n" + CLOSED;

        assertThat(read(log).problems().stream().map(Problem::rule))
                .containsExactly("line-too-long");
    }

    @Test
    void aNestedOrHugeNumberIsAProblemNotACrash() {
        String deep = "[".repeat(5_000);

        assertThat(read(OPENED + deep + "\n" + CLOSED).problems().stream().map(Problem::rule))
                .containsExactly("bad-value");
        assertThat(read(OPENED + "{\"t\":" + "9".repeat(2_000) + "}\n" + CLOSED).isSound())
                .isFalse();
    }
}
