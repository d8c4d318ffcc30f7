package breakwater.tabletop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.playbook.action.ActionCatalogue;
import breakwater.playbook.event.EventKind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

import java.io.IOException;

class ActionsCommandTest {

    @Test
    void anActionIsListedWithAllItTakesAndGives() {
        Outcome outcome = Outcome.of("actions");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out())
                .contains("""
                kms.consumption.limit
                    Keeps the services of a class off a link, to spare its store for the others.
                    with link: link - an own link
                    with class: string - bulk: the lowest own class; non-critical: all but class 0 (bulk, non-critical)
                    takes about 5 s in a drill
                    undo kms.consumption.restore
                """)
                .contains("    undo none: it needs somebody's approval\n");
        assertThat(outcome.out().lines().filter(line -> !line.startsWith(" ")))
                .containsExactlyElementsOf(ActionCatalogue.all().keySet());
    }

    @Test
    void anEventIsListedWithWhatItHas() {
        assertThat(Outcome.of("actions", "--events").out()).contains("""
                node.down
                    A node is out of power or out of order.
                    has event.at: timestamp
                    has event.lasted: duration
                    has event.node.id: node
                    over at node.up
                """);
    }

    @Test
    void programsGetTheSame() throws IOException {
        JsonNode actions = json("actions", "--format", "json").path("actions");
        JsonNode events = json("actions", "--events", "--format=json").path("events");

        assertThat(actions).hasSameSizeAs(ActionCatalogue.all().keySet());
        assertThat(actions.path(0).path("results").path("qber").asText()).isEqualTo("float");
        assertThat(events).hasSize(EventKind.values().length);
        assertThat(events.path(0).path("endedBy").asText()).isEqualTo("link.up");
    }

    @Test
    void aFormThatIsNoneIsWrongUsage() {
        Outcome outcome = Outcome.of("actions", "--format", "yaml").isSpeech();

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("Expected text or json, but found 'yaml'.");
    }

    private static JsonNode json(String... arguments) throws IOException {
        return new ObjectMapper().readTree(Outcome.of(arguments).out());
    }
}
