package breakwater.engine;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.engine.PlayedDrill.Script;

import org.junit.jupiter.api.Test;

/** When control releases what, on the word of the log, one signalling latency late. */
class InjectsInADrillTest {

    private static final String CUT =
            "  - {id: cut, title: Cut, at: 100 s, objectives: [], rootCause: human-error, fault: {fibre-cut: {links: [A1~A2], work: 1 h}}}\n";

    private static PlayedDrill play(String others) {
        return PlayedDrill.unanswered(Script.near("").withScenario("injects:\n" + CUT + others));
    }

    private static String message(String id, String release) {
        return "  - {id: %s, title: %s, %s objectives: [], message: {from: Control, to: XA, text: Look}}\n"
                .formatted(id, id, release.isEmpty() ? "" : release + ",");
    }

    @Test
    void aConditionIsSeenOneLatencyAfterItHolds() {
        PlayedDrill drill = play(message(
                        "seen", "when: {link: {id: A1~A2, is: cut}}, deadline: 10 min")
                + message("hungry", "when: {starved: {domain: XA, atLeast: 1}}, deadline: 20 min"));

        assertThat(drill.linesWith("inject-released", "inject-skipped"))
                .containsExactly(
                        "100 control inject-released cut fibre-cut Cut HUMAN_ERROR false",
                        "101 control inject-released seen message seen SYSTEM_FAILURE false",
                        "601 control inject-released hungry message hungry SYSTEM_FAILURE false");
    }

    @Test
    void atTheDeadlineTheOtherBranchIsReleasedOrTheInjectSkipped() {
        PlayedDrill drill = play(
                message("dark", "when: {node: {id: A1, is: down}}, deadline: 3 min, else: light")
                        + message("light", "")
                        + message("darker", "when: {node: {id: A2, is: down}}, deadline: 4 min"));

        assertThat(drill.linesWith("inject-"))
                .containsExactly(
                        "100 control inject-released cut fibre-cut Cut HUMAN_ERROR false",
                        "180 control inject-skipped dark dark Its condition was not met by its deadline.",
                        "180 control inject-released light message light SYSTEM_FAILURE false",
                        "240 control inject-skipped darker darker Its condition was not met by its deadline.");
    }

    @Test
    void whenTheConditionHoldsTheElseIsSkipped() {
        PlayedDrill drill = play(
                message("seen", "when: {link: {id: A1~A2, is: cut}}, deadline: 3 min, else: light")
                        + message("light", ""));

        assertThat(drill.linesWith("inject-"))
                .containsExactly(
                        "100 control inject-released cut fibre-cut Cut HUMAN_ERROR false",
                        "101 control inject-released seen message seen SYSTEM_FAILURE false",
                        "101 control inject-skipped light light It was the else of seen, whose condition was met.");
    }

    @Test
    void whatControlHearsOfAtTheDeadlineIsInTimeAndLaterIsNot() {
        String cut = "when: {link: {id: A1~A2, is: cut}}, deadline: %s";
        PlayedDrill drill = play(message("just", cut.formatted("101 s"))
                + message("late", cut.formatted("100 s 999 ms")));

        assertThat(drill.linesWith("just", "late"))
                .containsExactly(
                        "100.999 control inject-skipped late late Its condition was not met by its deadline.",
                        "101 control inject-released just message just SYSTEM_FAILURE false",
                        "101 control message-sent just Control XA Look");
    }

    @Test
    void whatOnceHeldHoldsForAllOfAndOneIsEnoughForAnyOf() {
        PlayedDrill drill = play(message(
                        "both",
                        "when: {allOf: [{link: {id: A1~A2, is: cut}}, {starved: {domain: XA, atLeast: 1}}]}, deadline: 20 min")
                + message(
                        "one",
                        "when: {anyOf: [{released: both}, {released: cut}]}, deadline: 20 min"));

        assertThat(drill.linesWith("inject-released both", "inject-released one"))
                .containsExactly(
                        "101 control inject-released one message one SYSTEM_FAILURE false",
                        "601 control inject-released both message both SYSTEM_FAILURE false");
    }

    @Test
    void anExpectationLooksOnlyAtWhatComesAfterItsRelease() {
        String expectation =
                "  - {id: %s, title: Act, at: %s, objectives: [], expect: {operator: XA, action: Cut, evidence: {link: {id: A1~A2, is: cut}}, within: 60 s}}\n";
        PlayedDrill drill = play(
                expectation.formatted("early", "90 s") + expectation.formatted("late", "110 s"));

        assertThat(drill.linesWith("expectation-judged"))
                .containsExactly(
                        "101 control expectation-judged early true Cut",
                        "170 control expectation-judged late false Nothing recorded in time.");
    }
}
