package breakwater.playbook.difference;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.document.SourceFile;
import breakwater.playbook.Playbook;
import breakwater.playbook.Step;
import breakwater.playbook.library.ShippedPlaybooks;
import breakwater.playbook.yaml.PlaybookReader;
import breakwater.problem.Problems;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class PlaybookDifferenceTest {

    private static final String TEXT = """
            playbook: example
            version: 1.0.0
            title: Example
            types: [mitigation]
            tlp: green
            owner: any
            triggers: [{event: link.down}]
            roles: {noc: {kind: group, title: NOC shift lead}}
            steps:
              - id: ask
                decide: Ask the neighbours?
                role: noc
                options: {ask: Ask them, hold: Do without}
                deadline: 10m
                default: ask
              - id: round
                do: qkd.reroute
                timeout: 5m
              - id: both
                parallel:
                  one: [{id: freeze, do: maintenance.freeze}]
                  two: [{wait: 5m}]
              - id: warn
                notify: nis2.early-warning
                to: csirt
                due: {within: 24h, from: run.aware_at}
              - end: restored
            """;

    private static Playbook read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return PlaybookReader.read(
                        new SourceFile("x.playbook.yaml", "x.playbook.yaml", bytes), new Problems())
                .orElseThrow();
    }

    /** What is said when {@code old} in the text above becomes {@code now}. */
    private static List<String> said(String old, String now) {
        assertThat(TEXT).contains(old);
        return said(read(TEXT), read(TEXT.replace(old, now)));
    }

    private static List<String> said(Playbook before, Playbook after) {
        return PlaybookDifference.between(before, after, Map.of()).stream()
                .map(Difference::sentence)
                .toList();
    }

    @Test
    void aDeadlineAndADefaultAreSaidInTheWordsOfTheStepWithTheTimeToTheNotice() {
        assertThat(said("deadline: 10m\n    default: ask", "deadline: 5m\n    default: hold"))
                .containsExactly(
                        "decide 'ask': deadline 10m -> 5m",
                        "decide 'ask': default ask -> hold",
                        "the longest time to: nis2.early-warning (warn) 20m -> 15m");
    }

    @Test
    void aStepThatIsNewOrGoneIsNamedWithItsPlace() {
        assertThat(said("two: [{wait: 5m}]", "two: [{wait: 5m}, {id: tell, escalate: noc}]"))
                .containsExactly("added: escalate 'tell', in branch two of parallel 'both'");
        assertThat(said("  - id: round\n    do: qkd.reroute\n    timeout: 5m\n", ""))
                .containsExactly(
                        "removed: do 'round', from steps",
                        "the longest time to: nis2.early-warning (warn) 20m -> 15m");
    }

    @Test
    void aStepThatIsElsewhereIsMoved() {
        assertThat(said(
                        "one: [{id: freeze, do: maintenance.freeze}]\n      two: [{wait: 5m}]",
                        "one: [{wait: 5m}]\n      two: [{id: freeze, do: maintenance.freeze}]"))
                .contains(
                        "moved: do 'freeze', from branch one of parallel 'both' to branch two of parallel 'both'");
    }

    @Test
    void stepsInAnotherOrderAreMoved() {
        String round = "  - id: round\n    do: qkd.reroute\n    timeout: 5m\n";
        String moved = TEXT.replace(round, "")
                .replace("  - end: restored\n", round + "  - end: restored\n");

        assertThat(said(read(TEXT), read(moved)))
                .containsExactly(
                        "moved: do 'round', from its place to another one in steps",
                        "the longest time to: nis2.early-warning (warn) 20m -> 15m");
    }

    @Test
    void whatIsSaidOfThePlaybookCounts() {
        assertThat(said("triggers: [{event: link.down}]", "triggers: [{event: node.down}]"))
                .containsExactly("playbook: triggers link.down -> node.down");
        assertThat(said("title: NOC shift lead", "title: NOC"))
                .containsExactly("playbook: role noc group 'NOC shift lead' -> group 'NOC'");
        assertThat(said("due: {within: 24h,", "due: {within: 12h,"))
                .containsExactly("notify 'warn': due within 1d -> 12h");
    }

    @Test
    void commentsBlanksAndTheOrderOfKeysAreNothing() {
        assertThat(said(
                        "deadline: 10m\n    default: ask",
                        "default: ask # nobody\n\n    deadline: 600s"))
                .isEmpty();
    }

    static Stream<Playbook> shipped() {
        return ShippedPlaybooks.all().stream()
                .map(file -> PlaybookReader.read(file, new Problems()).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void nothingDiffersFromItselfAndEverythingFromTheOthers(Playbook playbook) {
        assertThat(shipped())
                .allSatisfy(other -> assertThat(said(playbook, other).isEmpty())
                        .isEqualTo(playbook.equals(other)));
    }

    @ParameterizedTest
    @MethodSource("shippedTexts")
    void aStepLessIsAlwaysNoticed(String text) {
        Playbook whole = read(text);
        for (int i = 0; i < whole.steps().size(); i++) {
            List<Step> fewer = new ArrayList<>(whole.steps());
            fewer.remove(i);
            assertThat(said(whole, withSteps(whole, fewer)))
                    .anyMatch(one -> one.startsWith("removed: "));
            assertThat(said(withSteps(whole, fewer), whole))
                    .anyMatch(one -> one.startsWith("added: "));
        }
    }

    static Stream<String> shippedTexts() {
        return ShippedPlaybooks.all().stream()
                .map(file -> new String(file.bytes(), StandardCharsets.UTF_8));
    }

    private static Playbook withSteps(Playbook playbook, List<Step> steps) {
        return new Playbook(
                playbook.id(),
                playbook.version(),
                playbook.title(),
                playbook.types(),
                playbook.tlp(),
                playbook.owner(),
                playbook.triggers(),
                playbook.inputs(),
                playbook.variables(),
                playbook.constants(),
                playbook.roles(),
                playbook.defaults(),
                steps,
                playbook.lastly(),
                playbook.onAbort(),
                playbook.hash(),
                playbook.file());
    }
}
