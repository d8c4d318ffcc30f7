package breakwater.playbook.action;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.playbook.event.EventKind;
import breakwater.playbook.expression.Snapshot;
import breakwater.playbook.expression.Type;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The page of actions and events is what the code says; {@code -Dupdate=true} writes it anew. */
class ActionsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "reference", "actions.md");

    @Test
    void thePageIsUpToDate() throws IOException {
        String expected = HEAD + actions() + EVENTS_HEAD + events() + SNAPSHOTS_HEAD + snapshots();
        if (Boolean.getBoolean("update")) {
            Files.writeString(PAGE, expected);
        }

        assertThat(Files.readString(PAGE))
                .as("%s; run the test with -Dupdate=true to write it anew", PAGE)
                .isEqualTo(expected);
    }

    @Test
    void whatTakesAnActionBackIsAnAction() {
        ActionCatalogue.all()
                .values()
                .forEach(action -> action.undoneBy()
                        .ifPresent(
                                undo -> assertThat(ActionCatalogue.find(undo)).isPresent()));
    }

    private static String actions() {
        StringBuilder text = new StringBuilder();
        for (Action action : ActionCatalogue.all().values()) {
            List<String> inputs = new ArrayList<>();
            action.inputs().forEach(input -> inputs.add(input(input)));
            text.append("| `%s` | %s | %s | %s | %s s | %s |\n"
                    .formatted(
                            action.name(),
                            action.meaning(),
                            String.join("<br>", inputs),
                            types(action.results()),
                            action.typicalSeconds(),
                            undo(action)));
        }
        return text.toString();
    }

    private static String input(Action.Input input) {
        return "`%s` %s%s: %s"
                .formatted(
                        input.name(),
                        input.type().label(),
                        input.required() ? "" : ", optional",
                        input.choices().isEmpty()
                                ? input.meaning()
                                : "`" + String.join("`, `", input.choices()) + "`; "
                                        + input.meaning());
    }

    private static String undo(Action action) {
        return action.undoneBy()
                .map(undo -> "`" + undo + "`")
                .orElse(action.risk() instanceof Action.Risk.ForGood ? "never" : "");
    }

    private static String types(Map<String, Type> types) {
        List<String> shown = new ArrayList<>();
        types.forEach((name, type) -> shown.add("`" + name + "` " + type.label()));
        return String.join("<br>", shown);
    }

    private static String events() {
        StringBuilder text = new StringBuilder();
        for (EventKind kind : EventKind.values()) {
            Map<String, Type> own = new TreeMap<>(kind.fields());
            own.remove("event.at");
            own.remove("event.lasted");
            text.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            kind.label(),
                            kind.meaning(),
                            types(own),
                            kind.endedBy().map(end -> "`" + end.label() + "`").orElse("")));
        }
        return text.toString();
    }

    private static String snapshots() {
        StringBuilder text = new StringBuilder();
        for (Snapshot snapshot : Snapshot.values()) {
            text.append("| `%s(%s)` | %s |\n"
                    .formatted(
                            snapshot.function(),
                            List.of("", "id", "a, b").get(snapshot.arguments()),
                            types(new TreeMap<>(snapshot.fields()))));
        }
        return text.toString();
    }

    private static final String HEAD = """
            # Actions, events and snapshots of playbooks

            Generated from the tables that the checker and the runtime use; `breakwater actions` and `breakwater actions
            --events` say the same, with `--format json` for programs.

            ## Actions

            What `do` can have done. Inputs stand under `with`; without "optional" they are required. A step's `save` takes
            what it likes from `result.*`. How long an action takes in a drill is an assumption. An action that lasts until it
            is taken back needs `undo`, or a step that takes it back, for instance under `finally`; one that can never be taken
            back needs `approve`, or a `decide` in the playbook. [The rules](playbook-rules.md).

            | action | what it does | `with` | `result` | takes | taken back by |
            |---|---|---|---|---|---|
            """;

    private static final String EVENTS_HEAD = """

            ## Events

            What starts a playbook (`triggers`), or is waited for (`wait: {until: ...}`). Every event has `event.at`, a
            timestamp, and `event.lasted`, a duration: how long it had lasted when the guard was asked. A guard over
            `event.lasted` is asked again as time passes, until the event is over. Only what happens in the operator's own
            domain, or what others tell it, is an event.

            | event | what happened | its own fields | over at |
            |---|---|---|---|
            """;

    private static final String SNAPSHOTS_HEAD = """

            ## Snapshots

            What an expression can ask of the network: what the own domain's state says when the step begins. An id that names
            nothing is a failure of the step.

            | asked so | fields |
            |---|---|
            """;
}
