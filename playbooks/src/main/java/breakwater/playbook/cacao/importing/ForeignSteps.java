package breakwater.playbook.cacao.importing;

import breakwater.document.DocumentNode;
import breakwater.document.DocumentNode.Entry;
import breakwater.document.DocumentNode.Mapping;
import breakwater.document.DocumentNode.Sequence;
import breakwater.playbook.cacao.CacaoPlaybook;
import breakwater.playbook.cacao.CacaoStep;
import breakwater.playbook.cacao.StepType;
import breakwater.playbook.cacao.json.JsonValue;
import breakwater.playbook.cacao.json.JsonValue.JsonText;
import breakwater.problem.Location;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The graph of a foreign playbook as nested steps. Where a failure leads to the next step, it is passed over; where it
 * leads through other steps to the next one, these handle it; anything else becomes a choice between two ways up to the
 * step where they meet.
 */
final class ForeignSteps {

    /** As many as the reader of playbooks takes; ways that meet late are written out more than once. */
    private static final int STEPS_MAX = 2_000;

    /** Deeper than any playbook; shallow enough for recursion. */
    private static final int DEPTH_MAX = 50;

    private final CacaoPlaybook playbook;
    private final ImportReport.Notes notes;
    private final Problems problems;
    private final ForeignVerbs verbs;
    private final ForeignNames names;
    private final Map<String, Integer> times = new HashMap<>();
    private int written;
    private int depth;
    private boolean stopped;

    ForeignSteps(
            CacaoPlaybook playbook,
            ForeignVerbs verbs,
            ForeignNames names,
            ImportReport.Notes notes,
            Problems problems) {
        this.playbook = playbook;
        this.verbs = verbs;
        this.names = names;
        this.notes = notes;
        this.problems = problems;
    }

    /** The text of a value, or nothing. */
    static String textOf(JsonValue value) {
        return value instanceof JsonText text ? text.text() : "";
    }

    /** The keys that hold steps. */
    Map<String, DocumentNode> read() {
        Map<String, DocumentNode> keys = new LinkedHashMap<>();
        CacaoStep start = playbook.step(playbook.start());
        keys.put("steps", new Sequence(start.at(), walk(after(start), Set.of(), true)));
        playbook.exception().ifPresent(id -> {
            List<DocumentNode> steps = walk(id, Set.of(), false);
            if (!steps.isEmpty()) {
                keys.put("on_abort", new Sequence(playbook.step(id).at(), steps));
            }
        });
        times.forEach((id, count) -> {
            if (count > 1) {
                notes.changed(
                        playbook.step(id).at(),
                        "the step stands %s times, for several ways lead to it".formatted(count));
            }
        });
        return keys;
    }

    private static String after(CacaoStep step) {
        return step.body()
                .findText("on_success")
                .or(() -> step.body().findText("on_completion"))
                .orElse("");
    }

    /** The chain of successes from a step to its end. Nothing leads back, so it comes to one. */
    private List<String> chain(String first) {
        List<String> ids = new ArrayList<>();
        String id = first;
        while (!id.isEmpty()) {
            ids.add(id);
            CacaoStep step = playbook.step(id);
            id = step.type() == StepType.END ? "" : after(step);
        }
        return ids;
    }

    /**
     * The steps from {@code first} on, up to an end or one of {@code stops}.
     *
     * @param top whether an end here ends the playbook
     */
    private List<DocumentNode> walk(String first, Set<String> stops, boolean top) {
        List<DocumentNode> steps = new ArrayList<>();
        depth++;
        String id = first;
        while (!id.isEmpty() && !stops.contains(id) && !isTooMuch(id)) {
            CacaoStep step = playbook.step(id);
            if (step.type() == StepType.END) {
                break;
            }
            if (step.type() != StepType.START) {
                times.merge(id, 1, Integer::sum);
            }
            id = step(step, steps, stops, top);
        }
        depth--;
        return steps;
    }

    private boolean isTooMuch(String id) {
        if (!stopped && (++written > STEPS_MAX || depth > DEPTH_MAX)) {
            stopped = true;
            problems.add(Problem.error(
                    "too-many-steps",
                    playbook.step(id).at(),
                    "Expected steps that nest in at most %s of %s levels, but found more."
                            .formatted(STEPS_MAX, DEPTH_MAX),
                    "Maybe too many ways lead to one step."));
        }
        return stopped;
    }

    /** Adds the step; where the list goes on is returned. */
    private String step(CacaoStep step, List<DocumentNode> steps, Set<String> stops, boolean top) {
        Map<String, DocumentNode> keys = verbs.begin(step);
        Location at = step.at();
        switch (step.type()) {
            case START, END -> throw new IllegalStateException("handled before");
            case ACTION -> verbs.action(step, keys);
            case PLAYBOOK_ACTION -> verbs.playbook(step, keys);
            case PARALLEL -> keys.put("parallel", branches(step));
            case IF_CONDITION -> {
                keys.put("if", verbs.condition(step, steps));
                keys.put("then", branch(step, "on_true"));
                if (step.body().has("on_false")) {
                    keys.put("else", branch(step, "on_false"));
                }
            }
            case WHILE_CONDITION -> loop(step, keys, steps);
            case SWITCH_CONDITION -> cases(step, keys, steps);
        }
        String next = after(step);
        String failure = step.body().findText("on_failure").orElse("");
        if (failure.isEmpty()) {
            steps.add(Nodes.mapping(at, keys));
            return next;
        }
        return handled(step, keys, steps, new Ways(next, failure, stops, top));
    }

    private record Ways(String next, String failure, Set<String> stops, boolean top) {}

    private String handled(
            CacaoStep step, Map<String, DocumentNode> keys, List<DocumentNode> steps, Ways ways) {
        Location at = step.body().keyLocation("on_failure");
        if (ways.failure().equals(ways.next())) {
            keys.put("on_failure", Nodes.text(at, "continue"));
            steps.add(Nodes.mapping(step.at(), keys));
            return ways.next();
        }
        List<String> main = chain(ways.next());
        String meet = chain(ways.failure()).stream()
                .filter(main::contains)
                .findFirst()
                .orElse("");
        boolean leaves =
                main.stream().takeWhile(id -> !id.equals(meet)).anyMatch(ways.stops()::contains);
        if (leaves && !(meet.isEmpty() && ways.top())) {
            problems.add(Problem.error(
                    "no-nesting",
                    at,
                    "Expected ways after failures that meet again one within the other, but these cross.",
                    "Maybe let this one lead to where the one around it leads."));
            return "";
        }
        Set<String> stops = new TreeSet<>(ways.stops());
        stops.add(meet);
        List<DocumentNode> handler = new ArrayList<>(walk(ways.failure(), stops, ways.top()));
        boolean ends = meet.isEmpty() && ways.top();
        if (ends) {
            handler.add(Nodes.mapping(at, Map.of("end", Nodes.text(at, "failed"))));
            notes.changed(at, "the way after this failure ends the playbook, here with 'failed'");
        }
        if (ends || meet.equals(ways.next())) {
            keys.put("on_failure", new Sequence(at, handler));
            steps.add(Nodes.mapping(step.at(), keys));
            return ways.next();
        }
        String flag = names.addFlag(at, "failed");
        keys.put(
                "on_failure",
                new Sequence(
                        at,
                        List.of(Nodes.mapping(
                                at,
                                Map.of(
                                        "set",
                                        Nodes.mapping(
                                                at, Map.of(flag, Nodes.text(at, "true"))))))));
        steps.add(Nodes.mapping(step.at(), keys));
        Map<String, DocumentNode> choice = new LinkedHashMap<>();
        choice.put("if", Nodes.text(at, "vars." + flag));
        choice.put("then", new Sequence(at, handler));
        choice.put("else", new Sequence(at, walk(ways.next(), stops, ways.top())));
        steps.add(Nodes.mapping(at, choice));
        notes.changed(
                at, "two ways that meet later have become a choice by 'vars.%s'".formatted(flag));
        return meet;
    }

    private Sequence branch(CacaoStep step, String key) {
        return new Sequence(
                step.body().keyLocation(key),
                walk(step.body().findText(key).orElse(""), Set.of(), false));
    }

    private DocumentNode branches(CacaoStep step) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (JsonValue first : step.body().listItems("next_steps")) {
            String name = "branch-" + (entries.size() + 1);
            entries.put(
                    name,
                    new Entry(
                            Nodes.plain(first.location(), name),
                            new Sequence(first.location(), walk(textOf(first), Set.of(), false))));
        }
        return new Mapping(step.body().keyLocation("next_steps"), entries);
    }

    private void loop(CacaoStep step, Map<String, DocumentNode> keys, List<DocumentNode> steps) {
        List<DocumentNode> before = new ArrayList<>();
        DocumentNode condition = verbs.condition(step, before);
        steps.addAll(before);
        keys.put("while", condition);
        verbs.bound(step, keys);
        List<DocumentNode> body = new ArrayList<>(branch(step, "on_true").items());
        body.addAll(before);
        keys.put("steps", new Sequence(step.body().keyLocation("on_true"), body));
    }

    private void cases(CacaoStep step, Map<String, DocumentNode> keys, List<DocumentNode> steps) {
        var cases = step.body().findObject("cases").orElseThrow();
        keys.put("switch", verbs.value(step, List.copyOf(cases.members().keySet()), steps));
        Map<String, Entry> entries = new LinkedHashMap<>();
        Optional<DocumentNode> otherwise = Optional.empty();
        for (String name : cases.members().keySet()) {
            Sequence walked = new Sequence(
                    cases.keyLocation(name),
                    walk(cases.findText(name).orElse(""), Set.of(), false));
            if (name.equals("default")) {
                otherwise = Optional.of(walked);
            } else {
                entries.put(name, new Entry(Nodes.text(cases.keyLocation(name), name), walked));
            }
        }
        keys.put("cases", new Mapping(cases.location(), entries));
        otherwise.ifPresent(found -> keys.put("default", found));
    }
}
