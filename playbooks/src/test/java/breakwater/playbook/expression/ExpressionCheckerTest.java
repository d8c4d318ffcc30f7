package breakwater.playbook.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import breakwater.playbook.expression.Type.Simple;
import breakwater.problem.Location;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What planners write in guards, right and wrong. */
class ExpressionCheckerTest {

    private static final ExpressionChecker CHECKER = new ExpressionChecker(Map.of(
            "vars.up", Simple.BOOL,
            "vars.qber", Simple.FLOAT,
            "vars.tries", Simple.INTEGER,
            "vars.choice", Simple.STRING,
            "vars.runtime", Simple.DURATION,
            "run.now", Simple.TIMESTAMP,
            "run.aware_at", Simple.TIMESTAMP,
            "inputs.link", Type.Id.LINK,
            "inputs.nodes", new Type.ListOf(Type.Id.NODE)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vars.up && vars.qber < 0.08",
                "!link(inputs.link).up",
                "link('LISBOA~PORTO').store == 'EXHAUSTED' || vars.tries >= 3",
                "vars.runtime < duration('30m') && run.now - run.aware_at < duration('24h')",
                "inputs.nodes.exists(n, node(n).state == 'DOWN')",
                "inputs.nodes.filter(n, node(n).up).size() > 1",
                "size(inputs.nodes) == 2 && vars.choice.startsWith('ask')",
                "vars.choice in ['ask', 'hold']"
            })
    void soundGuardsAreLeftAlone(String guard) {
        assertThat(problemsOf(guard, Simple.BOOL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vars.up && vars.qbr < 0.08   | 21 | undefined-name | Expected a name that is defined here, but found 'vars.qbr'. | Maybe you meant 'vars.qber'.
            input.link == 'a'            | 10 | undefined-name | Expected a name that is defined here, but found 'input.link'. | Maybe you meant 'inputs.link'.
            vars.qber < '0.08'           | 20 | expr-type | Expected types that '<' takes, but found (float, string). |
            vars.qber == 0               | 20 | expr-type | Expected types that '==' takes, but found (float, integer). | Maybe write the number with a fraction: 0.0, not 0.
            vars.qber                    | 10 | expr-type | Expected an expression that gives bool, but this gives float. |
            link(inputs.link).stat == '' | 27 | undefined-name | Expected something a link has, but found 'stat'. | Maybe you meant 'state'.
            lnk(inputs.link).up          | 13 | undefined-name | Expected a known function, but found 'lnk'. | Maybe you meant 'link'.
            vars.up &&                   | 20 | expr-syntax | Expected an expression in CEL, but it cannot be read here: mismatched input '<EOF>'. |
            """)
    void eachMistakeIsNamedAtItsCharacter(
            String guard, int column, String rule, String message, String advice) {
        List<Problem> problems = problemsOf(guard, Simple.BOOL);

        assertThat(problems)
                .containsExactly(Problem.error(
                        rule,
                        new Location("a.playbook.yaml", 7, column),
                        message,
                        advice == null ? "" : advice));
    }

    @Test
    void allUnknownNamesOfAnExpressionComeAtOnce() {
        assertThat(problemsOf("vars.a || vars.b || vars.c", Simple.BOOL)).hasSize(3);
    }

    @Test
    void aVariableOfAMacroIsNoName() {
        assertThat(problemsOf("inputs.nodes.all(n, node(n).up) && n == ''", Simple.BOOL))
                .singleElement()
                .extracting(Problem::message)
                .isEqualTo("Expected a name that is defined here, but found 'n'.");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 900, 1_000_000})
    void bombsOfParenthesesAreRefusedAtOnce(int depth) {
        String bomb = "(".repeat(depth) + "true" + ")".repeat(depth);

        List<Problem> problems = assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> problemsOf(bomb, Simple.BOOL));

        assertThat(problems).extracting(Problem::rule).containsExactly("expr-syntax");
    }

    private static List<Problem> problemsOf(String text, Type wanted) {
        Problems problems = new Problems();
        boolean sound = CHECKER.check(
                new Expression(text, new Location("a.playbook.yaml", 7, 10)), wanted, problems);
        assertThat(sound).isEqualTo(problems.inFileOrder().isEmpty());
        return problems.inFileOrder();
    }
}
