package breakwater.tabletop.cli;

import breakwater.playbook.action.Action;
import breakwater.playbook.event.EventKind;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Actions and events as a planner reads them. */
final class CatalogueText {

    private CatalogueText() {}

    static String actions(Collection<Action> actions) {
        StringBuilder text = new StringBuilder();
        for (Action action : actions) {
            text.append(action.name()).append('\n');
            line(text, "", action.meaning());
            action.inputs().forEach(input -> line(text, "with", input(input)));
            if (!action.results().isEmpty()) {
                List<String> results = new ArrayList<>();
                action.results().forEach((name, type) -> results.add(name + ": " + type.label()));
                line(text, "result", String.join(", ", results));
            }
            line(text, "takes", "about " + action.typicalSeconds() + " s in a drill");
            action.undoneBy().ifPresent(undo -> line(text, "undo", undo));
            if (action.risk() instanceof Action.Risk.ForGood) {
                line(text, "undo", "none: it needs somebody's approval");
            }
        }
        return text.toString();
    }

    private static String input(Action.Input input) {
        return "%s: %s%s - %s%s"
                .formatted(
                        input.name(),
                        input.type().label(),
                        input.required() ? "" : ", optional",
                        input.meaning(),
                        input.choices().isEmpty()
                                ? ""
                                : " (" + String.join(", ", input.choices()) + ")");
    }

    static String events(Collection<EventKind> kinds) {
        StringBuilder text = new StringBuilder();
        for (EventKind kind : kinds) {
            text.append(kind.label()).append('\n');
            line(text, "", kind.meaning());
            kind.fields().forEach((name, type) -> line(text, "has", name + ": " + type.label()));
            kind.endedBy().ifPresent(end -> line(text, "over at", end.label()));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String what, String said) {
        text.append("    ");
        if (!what.isEmpty()) {
            text.append(what).append(' ');
        }
        text.append(said).append('\n');
    }
}
