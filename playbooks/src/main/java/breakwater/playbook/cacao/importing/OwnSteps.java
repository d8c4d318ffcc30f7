package breakwater.playbook.cacao.importing;

import breakwater.document.DocumentNode;
import breakwater.document.DocumentNode.Entry;
import breakwater.document.DocumentNode.Mapping;
import breakwater.document.DocumentNode.Sequence;
import breakwater.playbook.cacao.CacaoPlaybook;
import breakwater.playbook.cacao.CacaoStep;
import breakwater.playbook.cacao.StepType;
import breakwater.playbook.cacao.json.JsonValue;
import breakwater.playbook.cacao.json.JsonValue.JsonList;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.playbook.cacao.json.JsonValue.JsonText;
import breakwater.problem.Location;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The steps of a playbook that this product exported, nested again: what each says stands in our extension, which holds
 * which is in the graph.
 */
final class OwnSteps {

    /** Deeper than any playbook; shallow enough for recursion. */
    private static final int DEPTH_MAX = 100;

    private final CacaoPlaybook playbook;
    private final Problems problems;
    private final Map<String, String> lastly;
    private final Set<String> entered = new HashSet<>();
    private int depth;

    OwnSteps(CacaoPlaybook playbook, Problems problems) {
        this.playbook = playbook;
        this.problems = problems;
        lastly = Ours.lastly(playbook.root());
    }

    /** The keys that hold steps. */
    Map<String, DocumentNode> read() {
        Map<String, DocumentNode> keys = new LinkedHashMap<>();
        CacaoStep start = playbook.step(playbook.start());
        keys.put("steps", list(start.at(), walk(after(start).orElse(""), Set.of())));
        lastly.forEach((begin, end) -> {
            if (!keys.containsKey("finally") && playbook.steps().containsKey(begin)) {
                keys.put("finally", list(playbook.step(begin).at(), walk(begin, Set.of(end))));
            }
        });
        playbook.exception().ifPresent(id -> {
            List<DocumentNode> steps = walk(id, Set.of());
            if (!steps.isEmpty()) {
                keys.put("on_abort", list(playbook.step(id).at(), steps));
            }
        });
        return keys;
    }

    private static Sequence list(Location at, List<DocumentNode> steps) {
        return new Sequence(at, steps);
    }

    /** What comes after the step when it has succeeded. */
    private static Optional<String> after(CacaoStep step) {
        Optional<String> success = step.body().findText("on_success");
        return success.isPresent() ? success : step.body().findText("on_completion");
    }

    /** The steps from {@code first} on, up to an end or one of {@code stops}; none is come to twice. */
    private List<DocumentNode> walk(String first, Set<String> stops) {
        List<DocumentNode> steps = new ArrayList<>();
        if (++depth > DEPTH_MAX) {
            refuse(
                    playbook.root().location(),
                    "Expected steps in at most %s levels, but found more.".formatted(DEPTH_MAX));
            return steps;
        }
        String id = first;
        while (!id.isEmpty() && !stops.contains(id)) {
            String end = lastly.getOrDefault(id, "");
            Optional<CacaoStep> step = enter(end.isEmpty() || stops.contains(end) ? id : end);
            id = step.isEmpty() ? "" : walkOn(step.get(), steps, stops);
        }
        depth--;
        return steps;
    }

    /** Adds what the step says; where it goes on is returned, or nothing. */
    private String walkOn(CacaoStep step, List<DocumentNode> steps, Set<String> stops) {
        Optional<JsonObject> ours = Ours.of(step);
        String next = step.type() == StepType.END ? "" : after(step).orElse("");
        if (ours.isEmpty()) {
            if (step.type() != StepType.END) {
                foreign(step);
            }
            return next;
        }
        String onTrue = step.body().findText("on_true").orElse("");
        switch (ours.get().findText("part").orElse("")) {
            case "rest" -> {
                return onTrue;
            }
            case "when" -> steps.addAll(walk(onTrue, stops));
            case "" ->
                ours.get().findObject("step").ifPresent(keys -> steps.add(step(step, keys, stops)));
            default -> {
                return next;
            }
        }
        return ours.get().findText("rest").orElse(next);
    }

    /** The step, when it is there and was not come to before; else why not is said. */
    private Optional<CacaoStep> enter(String id) {
        CacaoStep step = playbook.steps().get(id);
        if (step == null || !entered.add(id)) {
            refuse(
                    step == null ? playbook.root().location() : step.at(),
                    "Expected each step to be come to once, but '%s' is %s."
                            .formatted(
                                    JsonValue.cut(id),
                                    step == null ? "not there" : "come to again"));
            return Optional.empty();
        }
        return Optional.of(step);
    }

    private void refuse(Location at, String message) {
        problems.add(
                Problem.error("no-nesting", at, message, "Maybe another tool changed the steps."));
    }

    private void foreign(CacaoStep step) {
        problems.add(
                Problem.error(
                        "foreign-step",
                        step.at(),
                        "Expected what Breakwater says of each step it exported, but found nothing.",
                        "Maybe another tool added the step: then remove it here and add it in the imported playbook."));
    }

    private DocumentNode step(CacaoStep step, JsonObject keys, Set<String> stops) {
        Map<String, DocumentNode> said = Nodes.keys(keys);
        JsonObject body = step.body();
        String rest = Ours.of(step).flatMap(ours -> ours.findText("rest")).orElse("");
        Set<String> inner = with(stops, rest);
        if (keys.has("if")) {
            said.put("then", branch(body, "on_true", inner));
            if (body.has("on_false") && !body.findText("on_false").orElse("").equals(rest)) {
                said.put("else", branch(body, "on_false", inner));
            }
        } else if (keys.has("while")) {
            said.put("steps", branch(body, "on_true", inner));
        } else if (keys.has("switch")) {
            cases(step, keys, said, inner);
        } else if (keys.has("parallel")) {
            said.put("parallel", branches(step, keys, inner));
        }
        if (keys.findText("on_failure").filter("handle"::equals).isPresent()) {
            said.put("on_failure", handler(step, stops));
        }
        return Nodes.mapping(step.at(), said);
    }

    private static Set<String> with(Set<String> stops, String more) {
        Set<String> all = new HashSet<>(stops);
        all.add(more);
        return all;
    }

    private Sequence branch(JsonObject body, String key, Set<String> stops) {
        return list(body.keyLocation(key), walk(body.findText(key).orElse(""), stops));
    }

    /** The steps for a failure of the step, or of the question in place of which the default was taken. */
    private Sequence handler(CacaoStep step, Set<String> stops) {
        CacaoStep failing = step;
        Optional<String> failure = step.body().findText("on_failure");
        Optional<CacaoStep> byDefault = failure.map(id -> playbook.steps().get(id))
                .filter(other -> Ours.of(other)
                        .flatMap(ours -> ours.findText("part"))
                        .filter("default"::equals)
                        .isPresent());
        if (byDefault.isPresent()) {
            failing = byDefault.get();
            failure = failing.body().findText("on_failure");
        }
        return list(
                failing.body().keyLocation("on_failure"),
                walk(failure.orElse(""), with(stops, after(failing).orElse(""))));
    }

    private void cases(
            CacaoStep step, JsonObject keys, Map<String, DocumentNode> said, Set<String> stops) {
        JsonObject cases = step.body().findObject("cases").orElseThrow();
        List<String> names = names(keys, "cases");
        boolean clash = names.contains("default");
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (String name : names) {
            String key = clash ? "case-" + name : name;
            entries.put(
                    name,
                    new Entry(Nodes.text(cases.keyLocation(key), name), branch(cases, key, stops)));
        }
        said.put("cases", new Mapping(cases.location(), entries));
        Sequence otherwise = branch(cases, "default", stops);
        if (!otherwise.items().isEmpty()) {
            said.put("default", otherwise);
        }
    }

    private DocumentNode branches(CacaoStep step, JsonObject keys, Set<String> stops) {
        List<JsonValue> first = step.body().listItems("next_steps");
        List<String> names = names(keys, "parallel");
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(first.size(), names.size()); i++) {
            if (first.get(i) instanceof JsonText id) {
                entries.put(
                        names.get(i),
                        new Entry(
                                Nodes.text(id.location(), names.get(i)),
                                list(id.location(), walk(id.text(), stops))));
            }
        }
        return new Mapping(step.body().keyLocation("next_steps"), entries);
    }

    private static List<String> names(JsonObject keys, String key) {
        List<String> names = new ArrayList<>();
        if (keys.find(key).orElse(keys) instanceof JsonList list) {
            for (JsonValue item : list.items()) {
                if (item instanceof JsonText text) {
                    names.add(text.text());
                }
            }
        }
        return names;
    }
}
