package breakwater.playbook.cacao.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import breakwater.problem.Problem;
import breakwater.problem.Problems;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whatever the bytes: located problems, no exception, no hanging. */
class HostileCacaoTest {

    /** Only against hanging: each takes well under a second on an idle machine. */
    private static final Duration HANGS = Duration.ofSeconds(20);

    private static final Path BASE = CacaoFiles.GOOD.resolve("everything.cacao.json");

    private static List<Problem> check(byte[] bytes) {
        Problems problems = assertTimeoutPreemptively(HANGS, () -> CacaoFiles.check(bytes));
        assertThat(problems.inFileOrder())
                .allMatch(problem -> problem.location().file().equals("x.cacao.json"));
        return problems.inFileOrder();
    }

    private static List<Problem> check(String text) {
        return check(text.getBytes(StandardCharsets.UTF_8));
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void damagedBytesAreReadOrExplained(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] bytes = CacaoFiles.bytes(BASE);
        int changes = 1 + random.nextInt(10);
        for (int i = 0; i < changes; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }

        check(random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
    }

    @Test
    void tenMegabytesAreRefusedUnread() {
        assertThat(check("[".repeat(10_000_000)))
                .extracting(Problem::toString)
                .containsExactly(
                        "x.cacao.json:1:1: Expected a file of at most 1 MiB, but found at least 10000000 bytes. [file-too-large]");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] bytes = new byte[100_000];
        new SplittableRandom(1).nextBytes(bytes);

        assertThat(check(bytes)).extracting(Problem::rule).containsExactly("not-utf-8");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("deep objects", "{\"a\":".repeat(150_000), "too-deep"),
                Arguments.of("deep lists", "{\"a\":" + "[".repeat(1_000_000), "too-deep"),
                Arguments.of(
                        "a long number", "{\"a\":1" + "0".repeat(1_000_000) + "}", "bad-number"),
                Arguments.of(
                        "a long fraction", "{\"a\":0." + "1".repeat(1_000_000) + "}", "bad-number"),
                Arguments.of("a large exponent", "{\"a\":1e999999999}", "bad-number"),
                Arguments.of("a lone surrogate", "{\"a\":\"\\udead\"}", "lone-surrogate"),
                Arguments.of(
                        "a long text", "{\"a\":\"" + "x".repeat(1_000_000) + "\"}", "too-long"),
                Arguments.of(
                        "many values",
                        "{\"a\":[" + "0,".repeat(500_000) + "0]}",
                        "too-many-values"),
                Arguments.of(
                        "one key often",
                        "{" + "\"a\":0,".repeat(90_000) + "\"a\":0}",
                        "duplicate-key"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void isRefusedWithItsRule(String name, String text, String rule) {
        assertThat(check(text)).isNotEmpty().extracting(Problem::rule).containsOnly(rule);
    }

    private static String playbook(String variables, String workflow) {
        return """
                {"type": "playbook", "spec_version": "cacao-2.0", "workflow_start": "%s",
                "playbook_variables": {%s}, "workflow": {%s}}""".formatted(id("start", 0), variables, workflow);
    }

    private static String id(String type, int number) {
        return "%s--00000000-0000-4000-8000-%012x".formatted(type, number);
    }

    private static String variable(String type, String value) {
        return "\"__x__\": {\"type\": \"%s\", \"value\": \"%s\"}".formatted(type, value);
    }

    static Stream<Arguments> largePlaybooks() {
        StringBuilder chain = new StringBuilder();
        for (int i = 0; i < 6_000; i++) {
            chain.append("%s\"%s\": {\"type\": \"action\", \"on_completion\": \"%s\"}"
                    .formatted(i == 0 ? "" : ",", id("action", i), id("action", i + 1)));
        }
        StringBuilder branching = new StringBuilder();
        for (int i = 0; i < 4_000; i++) {
            branching.append(
                    "%s\"%s\": {\"type\": \"if-condition\", \"on_true\": \"%s\", \"on_completion\": \"%s\"}"
                            .formatted(
                                    i == 0 ? "" : ",",
                                    id("if-condition", i),
                                    id("if-condition", i + 1),
                                    id("if-condition", i + 2)));
        }
        StringBuilder variables = new StringBuilder();
        StringBuilder uses = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            variables.append("%s\"__variable_%s__\": {\"type\": \"string\"}"
                    .formatted(i == 0 ? "" : ",", i));
            uses.append(" __variabel_").append(i).append("__:value");
        }
        String user =
                "\"%s\": {\"type\": \"action\", \"commands\": [{\"type\": \"manual\", \"command\": \"%s\"}]}";
        return Stream.of(
                Arguments.of("a chain", playbook("", chain.toString())),
                Arguments.of("branches of branches", playbook("", branching.toString())),
                Arguments.of(
                        "undefined variables",
                        playbook(variables.toString(), user.formatted(id("action", 1), uses))),
                Arguments.of(
                        "underscores",
                        playbook("", user.formatted(id("action", 1), "_".repeat(250_000)))),
                Arguments.of(
                        "colons",
                        playbook("", user.formatted(id("action", 1), "____:value".repeat(25_000)))),
                Arguments.of(
                        "unknown keys",
                        "{\"type\": \"playbook\""
                                + IntStream.range(0, 50_000)
                                        .mapToObj(i -> ",\"workflow_st%s\":0".formatted(i))
                                        .reduce(
                                                new StringBuilder(),
                                                StringBuilder::append,
                                                StringBuilder::append)
                                + "}"));
    }

    /** Texts that a careless pattern would walk through again and again. */
    static Stream<Arguments> longTexts() {
        return Stream.of(
                Arguments.of(
                        "a long value", playbook(variable("hexstring", "0".repeat(250_001)), "")),
                Arguments.of("a long uuid", playbook(variable("uuid", "0-".repeat(125_000)), "")),
                Arguments.of(
                        "a long condition",
                        playbook(
                                "",
                                "\"%s\": {\"type\": \"if-condition\", \"condition\": \"__x__:value = '%s'\"}"
                                        .formatted(
                                                id("if-condition", 1),
                                                "x\\\\\\\\".repeat(50_000)))),
                Arguments.of(
                        "a long URL",
                        "{\"type\": \"playbook\", \"agent_definitions\": {\"%s\": {\"type\": \"ssh\","
                                        .formatted(id("ssh", 1))
                                + " \"address\": {\"url\": [\"" + "a.".repeat(125_000)
                                + " \"]}}}}"),
                Arguments.of(
                        "a long id",
                        playbook(
                                "",
                                "\"%s\": {\"type\": \"end\", \"owner\": \"%s\"}"
                                        .formatted(id("end", 1), "a--".repeat(80_000)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"largePlaybooks", "longTexts"})
    void isReadInGoodTime(String name, String text) {
        assertThat(text.length()).isLessThan(1 << 20);
        assertThat(check(text))
                .isNotEmpty()
                .extracting(Problem::rule)
                .doesNotContain("json-syntax");
    }
}
