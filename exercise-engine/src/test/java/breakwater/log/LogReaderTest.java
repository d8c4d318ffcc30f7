package breakwater.log;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.log.LogReader.Reading;
import breakwater.problem.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    private static final String CLOSED = closedAfter(1);

    /** The last line of a log that has {@code lines} before it. */
    private static String closedAfter(int lines) {
        return "{\"t\":60000001,\"domain\":\"control\",\"seq\":1,\"type\":\"drill-closed\",\"events\":%d}\n"
                .formatted(lines + 1);
    }

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Breakwater\n\nPlays drills.\n",
                "{\n  \"schemaVersion\": 1\n}",
                "\n",
                "{}\n"
            })
    void whatIsNoLogAtAllIsOneProblem(String text) {
        assertThat(problems(text))
                .containsExactly(
                        "log.jsonl:1:1: Expected a log, whose lines begin with {\"t\":, but this is no log of Breakwater. [no-log] Maybe give log.jsonl, or the folder that a drill left it in.");
    }

    @Test
    void aLogWithABrokenFirstLineIsStillALog() {
        assertThat(read("nonsense\n" + CLOSED).problems().stream().map(Problem::rule))
                .contains("json")
                .doesNotContain("no-log");
        assertThat(read("{\"t\":0,\"dom").problems().stream().map(Problem::rule))
                .containsExactly("json", "truncated");
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

        assertThat(problems(OPENED + late + early + closedAfter(3)))
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

        assertThat(problems(OPENED + declared + change + closedAfter(3)))
                .containsExactly(
                        "log.jsonl:3:1: Expected a node that is declared in the log, but found 'ES-10'. [unknown-reference] Maybe you meant 'ES-01'.");
    }

    @Test
    void refusesNumbersNoDrillCanHave() {
        String service = line(
                0,
                "ES",
                2,
                "\"type\":\"service-declared\",\"service\":\"s\",\"from\":\"n\",\"to\":\"n\",\"toDomain\":\"ES\",\"suite\":\"OTP\",\"priorityClass\":8,\"demandBitPerSecond\":9223372036854775807,\"graceSeconds\":0,\"usersServed\":-5");
        String node = line(
                0,
                "ES",
                0,
                "\"type\":\"node-declared\",\"node\":\"n\",\"name\":\"n\",\"role\":\"TRUSTED\",\"latitude\":90.5,\"longitude\":2,\"autonomySeconds\":0");
        String link = line(
                0,
                "ES",
                1,
                "\"type\":\"link-declared\",\"link\":\"l\",\"a\":\"n\",\"b\":\"n\",\"lengthKm\":1,\"rateBitPerSecond\":1,\"capacityBit\":0,\"initialBit\":0,\"lowWaterBit\":0,\"restartBit\":1");
        String level = line(
                5,
                "ES",
                3,
                "\"type\":\"store-changed\",\"link\":\"l\",\"state\":\"LOW\",\"level\":{\"bits\":-1,\"microBits\":0}");
        String flows = line(
                6,
                "ES",
                4,
                "\"type\":\"segment-changed\",\"service\":\"s\",\"route\":0,\"rateBitPerSecond\":0,\"flows\":[{\"path\":0,\"rateBitPerSecond\":1},{\"path\":-1,\"rateBitPerSecond\":1}]");

        assertThat(problems(OPENED + node + link + service + level + flows + closedAfter(6)))
                .containsExactly(
                        "log.jsonl:2:103: Expected 'latitude' from -90 to 90, but found 90.5. [out-of-range]",
                        "log.jsonl:3:128: Expected 'capacityBit' from 1 to 4000000000000, but found 0. [out-of-range]",
                        "log.jsonl:4:136: Expected 'priorityClass' from 0 to 7, but found 8. [out-of-range]",
                        "log.jsonl:4:159: Expected 'demandBitPerSecond' from 1 to 2560000000, but found 9223372036854775807. [out-of-range]",
                        "log.jsonl:4:210: Expected 'usersServed' from 0 to 1000000000, but found -5. [out-of-range]",
                        "log.jsonl:5:86: Expected 'level.bits' from 0 to 4000000000000, but found -1. [out-of-range]",
                        "log.jsonl:6:108: Expected 'path' from 0 to 2147483647, but found -1. [out-of-range]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "999999", "-1", "8640000000001", "9223372036854775807"})
    void refusesADrillOfImpossibleLength(String horizonMicros) {
        String log = OPENED.replace("Micros\":60000000", "Micros\":" + horizonMicros);

        assertThat(problems(log + CLOSED))
                .contains(
                        "log.jsonl:1:171: Expected 'horizonMicros' from 1000000 to 8640000000000, but found "
                                + horizonMicros + ". [out-of-range]");
    }

    @Test
    void refusesWhatComesAfterTheEnd() {
        String late = line(
                60_000_001, "ES", 0, "\"type\":\"operator-declared\",\"name\":\"a\",\"crews\":1");

        assertThat(problems(OPENED + CLOSED.replace("60000001", "60000000")))
                .containsExactly(
                        "log.jsonl:2:1: Expected 'drill-closed' at t 60000001, a microsecond after the horizon, but found it at t 60000000. [after-end]");
        assertThat(problems(OPENED + CLOSED + late))
                .containsExactly(
                        "log.jsonl:3:1: Expected no line after 'drill-closed', but found one. [after-end]");
        assertThat(problems(OPENED
                        + late
                        + CLOSED.replace("60000001", "60000002").replace(":2}", ":3}")))
                .contains(
                        "log.jsonl:2:1: Expected a 't' of at most the horizon, 60000000, but found 60000001. [after-end]");
    }

    @Test
    void missesTheLastLinesOfAnOperator() {
        assertThat(problems(OPENED + closedAfter(2)))
                .containsExactly(
                        "log.jsonl:2:1: Expected as many lines as 'drill-closed' counts, 3, but found 2. [event-count] Maybe lines were taken out or put in.");
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
