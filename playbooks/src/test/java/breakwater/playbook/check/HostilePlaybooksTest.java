package breakwater.playbook.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import breakwater.playbook.Playbook;
import breakwater.problem.Location;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Files made to hang, to fill the memory or to overflow the stack are refused, where they are wrong. */
class HostilePlaybooksTest {

    /** Far above what any of them takes; a hang is hours. The benchmark measures, this test does not. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A file, and the rule that refuses it. */
    record Hostile(String name, String rule, Supplier<String> text) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static String times(int count, IntFunction<String> piece) {
        return IntStream.range(0, count).mapToObj(piece).collect(Collectors.joining());
    }

    private static String guard(String expression) {
        return CheckedText.whole("vars: {up: false, name: x, names: [a, b]}\nsteps:\n  - if: "
                + expression + "\n    then: [{end: failed}]");
    }

    private static String task(String text) {
        return CheckedText.whole(
                "roles: {noc: {kind: group, title: NOC}}\nvars: {up: false}\nsteps:\n"
                        + "  - {role: noc, task: \"" + text + "\"}");
    }

    static Stream<Hostile> files() {
        return Stream.of(large(), many(), expressions(), patterns(), values())
                .flatMap(group -> group);
    }

    /** Stop at the first byte, bracket or alias too many. */
    private static Stream<Hostile> large() {
        return Stream.of(
                hostile("10 MB of text", "file-too-large", () -> "x".repeat(10_000_000)),
                hostile(
                        "10 MB of steps",
                        "file-too-large",
                        () -> CheckedText.whole(
                                "steps:\n" + times(400_000, i -> "  - do: qkd.reroute\n"))),
                hostile("1 MB of brackets", "too-deep", () -> "[".repeat(1_000_000)),
                hostile("1 MB of braces", "too-deep", () -> "{a: ".repeat(250_000)),
                hostile("1 MB of dashes", "too-deep", () -> "- ".repeat(500_000)),
                hostile(
                        "a bomb of aliases",
                        "alias",
                        () -> "a: &a [x, x, x, x]\n"
                                + times(20, i -> "b" + i + ": &b" + i + " [*a, *a, *a]\n")),
                hostile("an alias in itself", "alias", () -> "a: &a [*a]\n"),
                hostile(
                        "one key 90,000 times",
                        "duplicate-key",
                        () -> times(90_000, i -> "a: 1\n")),
                hostile(
                        "70,000 unknown keys",
                        "unknown-key",
                        () -> times(70_000, i -> "key" + i + ": 1\n")));
    }

    /** Small pieces, each right. */
    private static Stream<Hostile> many() {
        return Stream.of(
                hostile(
                        "9,000 steps",
                        "too-many-steps",
                        () -> CheckedText.whole("steps:\n"
                                + times(9_000, i -> "  - {set: {up: vars.up}}\n")
                                + "vars: {up: false}")),
                hostile(
                        "9,000 expressions",
                        "too-many-expressions",
                        () -> CheckedText.whole("vars: {"
                                + times(10, j -> "tries" + j + ": 0, ") + "}\nsteps:\n"
                                + times(
                                        900,
                                        i -> "  - set: {"
                                                + times(
                                                        10,
                                                        j -> "tries" + j + ": vars.tries" + j
                                                                + " + " + i + ", ")
                                                + "}\n"))),
                hostile(
                        "9,000 names",
                        "too-many-names",
                        () -> CheckedText.whole(
                                "vars:\n" + times(9_000, i -> "  name_number_" + i + ": 0\n"))),
                hostile(
                        "many misspelt names",
                        "undefined-name",
                        () -> CheckedText.whole("vars:\n"
                                + times(400, i -> "  name_number_" + i + ": 0\n") + "steps:\n"
                                + times(
                                        1_500,
                                        i -> "  - set: {name_number_1: vars.nmae_munber_" + i
                                                + "}\n"))));
    }

    /** Bombs of expressions. */
    private static Stream<Hostile> expressions() {
        return Stream.of(
                hostile(
                        "parentheses",
                        "expr-syntax",
                        () -> guard("(".repeat(900) + "true" + ")".repeat(900))),
                hostile(
                        "1 MB of parentheses",
                        "expr-syntax",
                        () -> guard("(".repeat(500_000) + "true" + ")".repeat(500_000))),
                hostile(
                        "nots",
                        "expr-syntax",
                        () -> guard("'" + "!(".repeat(900) + "vars.up" + ")".repeat(900) + "'")),
                hostile(
                        "lists in lists",
                        "expr-syntax",
                        () -> guard("size(" + "[".repeat(500) + "]".repeat(500) + ") > 0")),
                hostile(
                        "a long or",
                        "expr-syntax",
                        () -> guard("vars.up" + " || vars.up".repeat(10_000))),
                hostile(
                        "a huge list",
                        "expr-syntax",
                        () -> guard("vars.name in ['a'" + ", 'a'".repeat(100_000) + "]")),
                hostile(
                        "ternaries",
                        "expr-syntax",
                        () -> guard("\"" + "vars.up ? true : ".repeat(110) + "false\"")),
                hostile("loops in loops", "expr-fails", () -> {
                    String list = "[" + "1, ".repeat(19) + "1]";
                    return guard("\"" + list + ".all(a, " + list + ".all(b, " + list + ".all(c, "
                            + list + ".all(d, a + b + c + d > 0))))\"");
                }),
                hostile(
                        "loops deep in loops",
                        "expr-syntax",
                        () -> guard("\"" + "[1, 1].all(a, ".repeat(60) + "vars.up" + ")".repeat(60)
                                + "\"")));
    }

    /** Patterns that would be programs of millions of steps. */
    private static Stream<Hostile> patterns() {
        return Stream.of(
                hostile(
                        "a pattern of patterns",
                        "bad-pattern",
                        () -> guard("vars.name.matches('((((a{100}){100}){100}){100}){100}')")),
                hostile(
                        "a pattern of counts",
                        "bad-pattern",
                        () -> guard("vars.name.matches('" + "(x{1000})".repeat(40) + "')")),
                hostile(
                        "a long pattern",
                        "bad-pattern",
                        () -> guard("vars.name.matches('" + "(a|b)*".repeat(150) + "')")),
                hostile(
                        "a pattern that is computed",
                        "bad-pattern",
                        () -> guard("vars.name.matches(vars.name)")));
    }

    /** Braces, numbers and names without end. */
    private static Stream<Hostile> values() {
        return Stream.of(
                hostile("braces without end", "expr-syntax", () -> task("{{".repeat(400_000))),
                hostile(
                        "many braces",
                        "too-many-expressions",
                        () -> task("{{vars.up}}".repeat(80_000))),
                hostile(
                        "a number of digits",
                        "out-of-range",
                        () -> CheckedText.whole("vars: {n: " + "9".repeat(900_000) + "}")),
                hostile(
                        "a number with an exponent",
                        "out-of-range",
                        () -> CheckedText.whole("vars: {n: 1e999999999}")),
                hostile(
                        "a duration without end",
                        "bad-duration",
                        () -> CheckedText.whole("steps: [{wait: " + "9".repeat(900_000) + "h}]")),
                hostile(
                        "a long id",
                        "bad-name",
                        () -> CheckedText.whole(
                                "steps: [{id: " + "x".repeat(900_000) + ", do: qkd.reroute}]")));
    }

    private static Hostile hostile(String name, String rule, Supplier<String> text) {
        return new Hostile(name, rule, text);
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRefusedWhereItIsWrong(Hostile hostile) {
        String text = hostile.text().get();

        List<Problem> problems =
                assertTimeoutPreemptively(PATIENCE, () -> CheckedText.problems(text));

        assertThat(problems).extracting(Problem::rule).contains(hostile.rule());
        assertThat(problems)
                .filteredOn(problem -> problem.rule().equals(hostile.rule()))
                .extracting(Problem::location)
                .extracting(Location::file)
                .containsOnly(CheckedText.FILE);
        assertThat(problems).allMatch(problem -> problem.message().length() < 1_500);
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        Problems problems = new Problems();

        assertThat(CheckedText.read(new byte[] {'a', ':', ' ', (byte) 0xff}, problems))
                .isEmpty();
        assertThat(CheckedText.read(new byte[] {'a', ':', ' ', 0x1b}, problems)).isEmpty();

        assertThat(problems.inFileOrder())
                .extracting(Problem::rule)
                .containsExactlyInAnyOrder("not-utf-8", "control-character");
    }

    @Test
    void callsThatBranchAtEveryLevelAreFollowedOnce() {
        List<Playbook> all = new ArrayList<>();
        for (int level = 0; level < 8; level++) {
            String callee = "call: level-" + (level + 1) + "\n    version: 1.0.0\n";
            String steps = level == 7
                    ? "  - do: qkd.reroute\n    timeout: 5m\n"
                    : times(200, i -> "  - " + callee);
            all.add(CheckedText.read(
                            CheckedText.whole("playbook: level-" + level + "\nsteps:\n" + steps),
                            new Problems())
                    .orElseThrow());
        }
        String caller = CheckedText.whole("""
                steps:
                  - call: level-1
                    version: 1.0.0
                  - notify: late
                    to: authority
                    due: {within: 24h, from: run.aware_at}
                """);

        List<Problem> problems =
                assertTimeoutPreemptively(PATIENCE, () -> CheckedText.problemsAlone(caller, all));

        assertThat(problems).extracting(Problem::rule).containsExactly("late-notice");
    }

    @Test
    void aRingOfFiftyPlaybooksIsRefused() {
        List<Playbook> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String next = i == 49 ? "example" : "ring-" + (i + 1);
            all.add(CheckedText.read(
                            CheckedText.whole("playbook: ring-" + i + "\nsteps: [{call: " + next
                                    + ", version: 1.0.0}]"),
                            new Problems())
                    .orElseThrow());
        }
        String caller = CheckedText.whole(
                "steps:\n" + times(1_900, i -> "  - {call: ring-0, version: 1.0.0}\n"));

        List<Problem> problems =
                assertTimeoutPreemptively(PATIENCE, () -> CheckedText.problemsAlone(caller, all));

        assertThat(problems).extracting(Problem::rule).containsOnly("call-cycle");
    }
}
