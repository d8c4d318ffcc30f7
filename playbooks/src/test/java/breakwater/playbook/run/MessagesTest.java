package breakwater.playbook.run;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.exercise.Countermeasure.MessageReceived;
import breakwater.exercise.LogEntry;
import breakwater.exercise.Responding.PlaybookStarted;
import breakwater.network.DomainId;
import breakwater.scenario.Exercise;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What the scenario tells an operator, and what playbooks make of it. */
class MessagesTest {

    @Test
    void aMessageStartsThePlaybookOfItsTopicWithTheThingItIsAbout() {
        List<LogEntry> log = play("node-compromise");

        assertThat(log)
                .filteredOn(entry -> entry.event() instanceof MessageReceived)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.origin()).isEqualTo(new DomainId("XA"));
                    assertThat(entry.timeMicros()).isEqualTo(3_600_000_000L);
                    assertThat(entry.cause()).isEqualTo("begin");
                });
        assertThat(log)
                .extracting(LogEntry::event)
                .filteredOn(event -> event instanceof PlaybookStarted)
                .singleElement()
                .extracting(Object::toString)
                .asString()
                .contains("node-compromise")
                .contains("node=A2");
    }

    @Test
    void aCompromisedNodeCostsTheKeyOfAllItsLinks() {
        assertThat(play("node-compromise"))
                .extracting(entry -> entry.event().toString())
                .filteredOn(event -> event.startsWith("StoreVoided"))
                .hasSize(2)
                .anyMatch(event -> event.contains("A1~A2"))
                .anyMatch(event -> event.contains("A2~A3"));
    }

    private static List<LogEntry> play(String playbook) {
        LibraryDrill drill = LibraryDrill.all().stream()
                .filter(one -> one.playbook().equals(playbook))
                .filter(one -> one.people() == LibraryDrill.Answers.FIRST)
                .findFirst()
                .orElseThrow();
        Exercise exercise = drill.exercise();
        return PlayedPlaybook.log(exercise, drill.teams(exercise, drill.playbooks()));
    }
}
