package breakwater.playbook.cacao;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.playbook.cacao.Condition.All;
import breakwater.playbook.cacao.Condition.Any;
import breakwater.playbook.cacao.Condition.Comparison;
import breakwater.playbook.cacao.Condition.Literal;
import breakwater.playbook.cacao.Condition.Literals;
import breakwater.playbook.cacao.Condition.Operator;
import breakwater.playbook.cacao.Condition.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class ConditionTest {

    private static final Comparison UP = new Comparison(
            new Path("__up__:value"), false, Operator.EQUAL, new Literal("true", false));

    @Test
    void readsAComparison() {
        assertThat(Condition.parse("__up__:value = true")).contains(UP);
        assertThat(Condition.parse(" __up__:value==true ")).contains(UP);
        assertThat(Condition.parse("[__up__:value = true]")).contains(UP);
    }

    @Test
    void readsQuotesWithTheirEscapes() {
        assertThat(Condition.parse("__x__:value != 'it\\'s \\\\ here'"))
                .contains(new Comparison(
                        new Path("__x__:value"),
                        false,
                        Operator.UNEQUAL,
                        new Literal("it's \\ here", true)));
    }

    @Test
    void readsSetsAndNegation() {
        assertThat(Condition.parse("ipv4-addr:value NOT IN ('192.0.2.1', '192.0.2.2')"))
                .contains(new Comparison(
                        new Path("ipv4-addr:value"),
                        true,
                        Operator.IN,
                        new Literals(List.of(
                                new Literal("192.0.2.1", true), new Literal("192.0.2.2", true)))));
    }

    @Test
    void bindsAndMoreTightlyThanOr() {
        assertThat(
                        Condition.parse(
                                "__up__:value = true OR __up__:value = true AND (__up__:value = true OR __up__:value = true)"))
                .contains(new Any(List.of(UP, new All(List.of(UP, new Any(List.of(UP, UP)))))));
    }

    @Test
    void comparesWithAnotherVariable() {
        assertThat(Condition.parse("__a__:value < __b__:value"))
                .contains(new Comparison(
                        new Path("__a__:value"), false, Operator.LESS, new Path("__b__:value")));
    }

    /** The last six are what public playbooks have. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "=",
                "__a__:value",
                "__a__:value =",
                "__a__:value = =",
                "__a__:value = 'x",
                "__a__:value = 'x' OR",
                "(__a__:value = 'x'",
                "__a__:value = 'x')",
                "__a__:value IN ()",
                "__a__:value = 'x' 'y'",
                "'__a__:value' = 'x'",
                "__a__:value 'IN' 'x'",
                "Response received from TH-AP Consumer",
                "\"response:status\" == 200",
                "Operator input to proceed",
                "__ifStepVariable__:value",
                "$$verdict$$ == 'malicious'",
                "Cond 1"
            })
    void refusesWhatIsNoComparison(String text) {
        assertThat(Condition.parse(text)).isEmpty();
    }

    @Test
    void isNotLedAstrayByLongTexts() {
        assertThat(Condition.parse("(".repeat(100_000))).isEmpty();
        assertThat(Condition.parse("__a__:value = '" + "\\".repeat(100_001))).isEmpty();
        assertThat(Condition.parse("__a__:value = 'x' AND ".repeat(10_000) + "__a__:value = 'x'"))
                .isPresent();
    }
}
