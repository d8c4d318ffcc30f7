package breakwater.playbook.cacao.importing;

import breakwater.document.DocumentNode;
import breakwater.document.DocumentNode.Entry;
import breakwater.document.DocumentNode.Mapping;
import breakwater.playbook.cacao.CacaoStep;
import breakwater.playbook.cacao.importing.ForeignNames.Known;
import breakwater.playbook.cacao.json.JsonValue;
import breakwater.playbook.cacao.json.JsonValue.JsonNumber;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.playbook.yaml.PlaybookDurations;
import breakwater.problem.Location;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a foreign step does, in our verbs. Whatever a machine is to do becomes a task of people, for no command of a
 * foreign file is ever carried out unseen; a condition that no machine can evaluate becomes a question.
 */
final class ForeignVerbs {

    /** How long a question stays open when the step says nothing. */
    private static final String ANSWER_WITHIN = "1h";

    private static final int PASSES_MAX = 1_000;
    private static final double MILLIS_MAX = 1e12;

    private final ForeignNames names;
    private final ForeignRoles roles;
    private final ForeignConditions conditions;
    private final ImportReport.Notes notes;

    ForeignVerbs(ForeignNames names, ForeignRoles roles, ImportReport.Notes notes) {
        this.names = names;
        this.roles = roles;
        this.notes = notes;
        conditions = new ForeignConditions(names);
    }

    /** Title and delay, which any step has. */
    Map<String, DocumentNode> begin(CacaoStep step) {
        Map<String, DocumentNode> keys = new LinkedHashMap<>();
        step.body()
                .findText("name")
                .filter(name -> !name.isBlank())
                .ifPresent(name -> keys.put("title", Nodes.text(step.at(), name)));
        duration(step, "delay").ifPresent(delay -> keys.put("delay", delay));
        return keys;
    }

    private static Optional<DocumentNode> duration(CacaoStep step, String key) {
        return step.body()
                .find(key)
                .filter(value -> value instanceof JsonNumber number
                        && number.value() >= 1
                        && number.value() <= MILLIS_MAX)
                .map(value -> Nodes.text(
                        value.location(),
                        PlaybookDurations.format(
                                Math.round(((JsonNumber) value).value() * 1_000))));
    }

    void action(CacaoStep step, Map<String, DocumentNode> keys) {
        JsonObject body = step.body();
        String agent = body.findText("agent").orElse("");
        Optional<String> role = roles.find(agent);
        List<String> words = new ArrayList<>();
        boolean machine = role.isEmpty();
        for (JsonValue item : body.listItems("commands")) {
            if (item instanceof JsonObject command) {
                String type = command.findText("type").orElse("");
                machine |= !type.equals("manual");
                words.add(words(type, command));
            }
        }
        if (machine) {
            String on = roles.agent(agent)
                    .flatMap(found -> found.findText("name"))
                    .filter(name -> role.isEmpty())
                    .map(name -> " on '" + name + "'")
                    .orElse("");
            words.add(0, "Carry out by hand%s:".formatted(on));
            notes.changed(
                    step.at(),
                    "the commands have become a task: nothing foreign is carried out unseen");
        }
        String text = names.inText(String.join("\n", words)).strip();
        keys.put(
                "task", Nodes.text(body.keyLocation("commands"), text.isEmpty() ? "Do it." : text));
        keys.put("role", Nodes.text(step.at(), role.orElseGet(roles::operators)));
        results(step, keys);
    }

    private static String words(String type, JsonObject command) {
        StringBuilder words = new StringBuilder(type.equals("manual") ? "" : type + ": ");
        command.findText("command").ifPresent(words::append);
        command.findText("content").ifPresent(content -> words.append('\n').append(content));
        for (String key : List.of("command_b64", "content_b64")) {
            command.findText(key)
                    .ifPresent(content -> words.append(
                                    words.length() == 0 || key.equals("command_b64") ? "" : "\n")
                            .append(new String(
                                    Base64.getDecoder().decode(content), StandardCharsets.UTF_8)));
        }
        return words.toString();
    }

    /** The time limit, and fields for what the step is to bring. */
    private void results(CacaoStep step, Map<String, DocumentNode> keys) {
        duration(step, "timeout").ifPresent(timeout -> keys.put("timeout", timeout));
        Map<String, Entry> fields = new LinkedHashMap<>();
        Map<String, Entry> save = new LinkedHashMap<>();
        for (JsonValue item : step.body().listItems("out_args")) {
            Location at = item.location();
            names.find(ForeignSteps.textOf(item).replace(":value", ""))
                    .filter(known -> known.section().equals("vars"))
                    .map(Known::name)
                    .ifPresent(name -> {
                        String type = names.find(ForeignSteps.textOf(item).replace(":value", ""))
                                .map(Known::type)
                                .orElse("string");
                        fields.put(name, new Entry(Nodes.plain(at, name), Nodes.text(at, type)));
                        save.put(
                                name,
                                new Entry(Nodes.plain(at, name), Nodes.text(at, "result." + name)));
                    });
        }
        if (!fields.isEmpty()) {
            keys.put("fields", new Mapping(step.at(), fields));
            keys.put("save", new Mapping(step.at(), save));
        }
    }

    void playbook(CacaoStep step, Map<String, DocumentNode> keys) {
        String version = step.body()
                .findText("playbook_version")
                .map(modified -> " as of " + modified)
                .orElse("");
        Location at = step.body().keyLocation("playbook_id");
        keys.put(
                "task",
                Nodes.text(
                        at,
                        "Run playbook %s%s."
                                .formatted(
                                        step.body().findText("playbook_id").orElse(""), version)));
        keys.put("role", Nodes.text(at, roles.operators()));
        results(step, keys);
        notes.changed(at, "the call of another CACAO playbook has become a task");
    }

    /** The condition; a question that answers it is added to {@code before} when no machine can. */
    DocumentNode condition(CacaoStep step, List<DocumentNode> before) {
        String written = step.body().findText("condition").orElse("");
        Location at = step.body().find("condition").map(JsonValue::location).orElse(step.at());
        Optional<String> said = conditions.say(written);
        if (said.isPresent()) {
            return Nodes.text(at, said.get());
        }
        Map<String, String> options = new LinkedHashMap<>();
        options.put("holds", "It holds");
        options.put("fails", "It does not hold");
        String answer = ask(
                step, "Does this hold: %s?".formatted(written.strip()), options, "fails", before);
        notes.changed(
                at,
                "the condition '%s' has become a question, for no machine can evaluate it; without an answer it does not hold"
                        .formatted(JsonValue.cut(written)));
        return Nodes.text(at, "vars.%s == 'holds'".formatted(answer));
    }

    private String ask(
            CacaoStep step,
            String question,
            Map<String, String> options,
            String byDefault,
            List<DocumentNode> before) {
        Location at = step.at();
        String answer = names.addText(at, "answer");
        Map<String, Entry> choices = new LinkedHashMap<>();
        options.forEach((option, meaning) ->
                choices.put(option, new Entry(Nodes.plain(at, option), Nodes.text(at, meaning))));
        Map<String, DocumentNode> keys = new LinkedHashMap<>();
        keys.put("decide", Nodes.text(at, names.inText(question)));
        keys.put("role", Nodes.text(at, roles.operators()));
        keys.put("options", new Mapping(at, choices));
        keys.put("deadline", duration(step, "timeout").orElse(Nodes.text(at, ANSWER_WITHIN)));
        keys.put("default", Nodes.text(at, byDefault));
        keys.put("save", Nodes.mapping(at, Map.of(answer, Nodes.text(at, "result.option"))));
        before.add(Nodes.mapping(at, keys));
        return answer;
    }

    /** What a loop of ours must say. */
    void bound(CacaoStep step, Map<String, DocumentNode> keys) {
        keys.put("every", Nodes.text(step.at(), "1s"));
        keys.put("max", Nodes.plain(step.at(), Integer.toString(PASSES_MAX)));
        notes.changed(
                step.at(),
                "the loop passes once a second at most, and fails after %s passes"
                        .formatted(PASSES_MAX));
    }

    /** What a switch asks for; a question is added to {@code before} when it is no variable. */
    DocumentNode value(CacaoStep step, List<String> cases, List<DocumentNode> before) {
        String written = step.body().findText("switch").orElse("");
        Location at = step.body().keyLocation("switch");
        Optional<Known> known = names.find(written.strip().replaceAll(":value$", ""));
        if (known.isPresent()) {
            boolean text = known.get().type().equals("string");
            return Nodes.text(
                    at,
                    text
                            ? known.get().full()
                            : "string(%s)".formatted(known.get().full()));
        }
        Map<String, String> options = new LinkedHashMap<>();
        Map<String, String> byOption = new LinkedHashMap<>();
        for (String name : cases) {
            String option = "case-" + (options.size() + 1);
            options.put(option, name.isBlank() ? "(nothing)" : name);
            byOption.put(name, option);
        }
        if (options.size() < 2) {
            options.put("none", "None of these");
        }
        String last = options.containsKey("none")
                ? "none"
                : byOption.getOrDefault("default", options.keySet().iterator().next());
        String answer =
                ask(step, "Which of these: %s?".formatted(written.strip()), options, last, before);
        notes.changed(at, "what the switch asks for has become a question");
        StringBuilder chosen = new StringBuilder();
        byOption.forEach((name, option) -> chosen.append("vars.%s == '%s' ? '%s' : "
                .formatted(answer, option, name.replaceAll("[^ -&(-\\[\\]-~]", " "))));
        return Nodes.text(at, chosen + "''");
    }
}
