package breakwater.playbook.format;

import breakwater.playbook.Playbook;
import breakwater.playbook.Playbook.Variable;
import breakwater.playbook.format.LayoutNode.Row;
import breakwater.playbook.format.LayoutNode.Table;
import breakwater.playbook.format.LayoutNode.Word;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A playbook as a tree in the key order of the language. What is absent, or says what holds anyway, is left out. */
final class PlaybookLayout {

    private PlaybookLayout() {}

    static Table of(Playbook playbook) {
        Map<String, LayoutNode> top = new LinkedHashMap<>();
        top.put("playbook", Word.text(playbook.id()));
        top.put("version", Word.bare(playbook.version()));
        top.put("title", Word.text(playbook.title()));
        top.put("types", ValueLayout.texts(playbook.types()));
        top.put("tlp", Word.bare(playbook.tlp().label()));
        top.put("owner", Word.text(playbook.owner()));
        if (!playbook.triggers().isEmpty()) {
            top.put("triggers", triggers(playbook.triggers()));
        }
        if (!playbook.inputs().isEmpty()) {
            top.put("inputs", inputs(playbook.inputs()));
        }
        if (!playbook.variables().isEmpty()) {
            top.put("vars", variables(playbook.variables()));
        }
        if (!playbook.constants().isEmpty()) {
            top.put("const", variables(playbook.constants()));
        }
        if (!playbook.roles().isEmpty()) {
            top.put("roles", roles(playbook.roles()));
        }
        if (!playbook.defaults().equals(Playbook.Defaults.NONE)) {
            top.put("defaults", defaults(playbook.defaults()));
        }
        top.put("steps", StepLayout.steps(playbook.steps(), false));
        if (!playbook.lastly().isEmpty()) {
            top.put("finally", StepLayout.steps(playbook.lastly(), false));
        }
        if (!playbook.onAbort().isEmpty()) {
            top.put("on_abort", StepLayout.steps(playbook.onAbort(), false));
        }
        return new Table(top, false);
    }

    private static LayoutNode triggers(List<Playbook.Trigger> triggers) {
        return new Row(
                triggers.stream()
                        .map(trigger -> {
                            Map<String, LayoutNode> entries = new LinkedHashMap<>();
                            entries.put("event", Word.text(trigger.event()));
                            trigger.when()
                                    .ifPresent(when ->
                                            entries.put("when", Word.expression(when.text())));
                            return (LayoutNode) new Table(entries, false);
                        })
                        .toList(),
                false);
    }

    private static LayoutNode inputs(List<Playbook.Input> inputs) {
        Map<String, LayoutNode> all = new LinkedHashMap<>();
        for (Playbook.Input input : inputs) {
            Map<String, LayoutNode> entries = new LinkedHashMap<>();
            entries.put("type", Word.text(input.type().label()));
            input.from().ifPresent(from -> entries.put("from", Word.expression(from.text())));
            all.put(input.name(), new Table(entries, true));
        }
        return new Table(all, inputs.size() == 1);
    }

    private static LayoutNode variables(List<Variable> variables) {
        Map<String, LayoutNode> all = new LinkedHashMap<>();
        variables.forEach(
                variable -> all.put(variable.name(), ValueLayout.literal(variable.value())));
        return new Table(all, true);
    }

    private static LayoutNode roles(List<Playbook.Role> roles) {
        Map<String, LayoutNode> all = new LinkedHashMap<>();
        for (Playbook.Role role : roles) {
            Map<String, LayoutNode> entries = new LinkedHashMap<>();
            entries.put("kind", Word.bare(role.kind().name().toLowerCase(Locale.ROOT)));
            entries.put("title", Word.text(role.title()));
            all.put(role.id(), new Table(entries, true));
        }
        return new Table(all, false);
    }

    private static LayoutNode defaults(Playbook.Defaults defaults) {
        Map<String, LayoutNode> entries = new LinkedHashMap<>();
        defaults.timeoutMicros()
                .ifPresent(micros -> entries.put("timeout", ValueLayout.duration(micros)));
        defaults.retry().ifPresent(retry -> entries.put("retry", StepLayout.retry(retry)));
        return new Table(entries, true);
    }
}
