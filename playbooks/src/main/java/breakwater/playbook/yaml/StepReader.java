package breakwater.playbook.yaml;

import breakwater.document.DocumentNode;
import breakwater.document.DocumentNode.Entry;
import breakwater.document.DocumentNode.Mapping;
import breakwater.document.DocumentNode.Scalar;
import breakwater.document.DocumentNode.Sequence;
import breakwater.document.Fields;
import breakwater.playbook.Playbook.Retry;
import breakwater.playbook.Step;
import breakwater.playbook.Step.Approval;
import breakwater.playbook.Step.Assignment;
import breakwater.playbook.Step.Escalation;
import breakwater.playbook.Step.Modifiers;
import breakwater.playbook.Step.OnFailure;
import breakwater.playbook.Verb;
import breakwater.problem.Location;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads steps, each with exactly one verb. */
final class StepReader {

    /** Ten times the longest playbook we know; what a person can still oversee is far below. */
    private static final int STEPS_MAX = 2_000;

    private static final int RETRIES_MAX = 100;
    private static final double BACKOFF_MAX = 10;

    private final Problems problems;
    private final Values values;
    private final VerbReader verbs;
    private final Map<String, Location> ids = new HashMap<>();
    private int steps;

    StepReader(Problems problems, Values values) {
        this.problems = problems;
        this.values = values;
        verbs = new VerbReader(this, values, problems);
    }

    /** The steps under {@code key}; {@code within} is the path of what holds them, empty at the top. */
    List<Step> steps(Fields fields, String key, String within) {
        Optional<DocumentNode> node = fields.find(key);
        return node.isEmpty() ? List.of() : steps(key, node.get(), within);
    }

    List<Step> steps(String key, DocumentNode node, String within) {
        if (!(node instanceof Sequence sequence)) {
            problems.add(Problem.error(
                    "wrong-type",
                    node.location(),
                    "Expected a list of steps for '%s', but found %s.".formatted(key, node.kind()),
                    node instanceof Mapping ? "Maybe put a - before the step." : ""));
            return List.of();
        }
        List<Step> read = new ArrayList<>();
        for (DocumentNode item : sequence.items()) {
            int number = read.size() + 1;
            step(item, within, Integer.toString(number)).ifPresent(read::add);
        }
        return read;
    }

    /** One step; {@code number} names it when it has no id. */
    Optional<Step> step(DocumentNode node, String within, String number) {
        if (++steps > STEPS_MAX) {
            if (steps == STEPS_MAX + 1) {
                problems.add(Problem.error(
                        "too-many-steps",
                        node.location(),
                        "Expected at most %s steps, but found more.".formatted(STEPS_MAX),
                        "Maybe split the playbook and use 'call'."));
            }
            return Optional.empty();
        }
        Optional<String> verb = verbOf(node);
        if (verb.isEmpty()) {
            return Optional.empty();
        }
        var shape = PlaybookShapes.STEPS.get(verb.get());
        if (shape == null) {
            throw new IllegalStateException("The verb (%s) has no shape.".formatted(verb.get()));
        }
        return Fields.read(shape, node, problems)
                .flatMap(fields -> step(verb.get(), fields, within, number));
    }

    private Optional<Step> step(String verb, Fields fields, String within, String number) {
        String id = idOf(fields);
        String name = id.isEmpty() ? number : id;
        String path = within.isEmpty() ? name : within + "/" + name;
        String title = fields.has("title") ? fields.text("title") : "";
        Optional<Verb> does = verbs.verb(verb, fields, path);
        Modifiers modifiers = modifiers(fields, path);
        return does.map(what -> new Step(path, id, title, what, modifiers, fields.location()));
    }

    /** The only verb of a step; its absence, or a second, is reported. */
    private Optional<String> verbOf(DocumentNode node) {
        if (!(node instanceof Mapping mapping)) {
            problems.add(Problem.error(
                    "wrong-type",
                    node.location(),
                    "Expected a step, but found %s.".formatted(node.kind()),
                    "Maybe write it like: - do: qkd.reroute."));
            return Optional.empty();
        }
        List<Entry> found = new ArrayList<>();
        for (Entry entry : mapping.entries().values()) {
            if (PlaybookShapes.STEPS.containsKey(entry.key().text())) {
                found.add(entry);
            }
        }
        if (found.size() > 1) {
            found.removeIf(entry -> entry.key().text().equals("escalate"));
        }
        if (found.size() == 1) {
            return Optional.of(found.get(0).key().text());
        }
        if (found.isEmpty()) {
            problems.add(noVerb(mapping));
        } else {
            problems.add(Problem.error(
                    "two-verbs",
                    found.get(1).key().location(),
                    "Expected one verb in a step, but found '%s' beside '%s'."
                            .formatted(
                                    found.get(1).key().text(),
                                    found.get(0).key().text()),
                    "Maybe make it two steps."));
        }
        return Optional.empty();
    }

    private static Problem noVerb(Mapping mapping) {
        Set<String> verbs = PlaybookShapes.STEPS.keySet();
        for (Entry entry : mapping.entries().values()) {
            String nearest =
                    breakwater.problem.Nearest.adviceAmong(verbs, entry.key().text());
            if (!nearest.isEmpty()) {
                return Problem.error(
                        "no-verb",
                        entry.key().location(),
                        "Expected a verb in the step, but found '%s'."
                                .formatted(entry.key().text()),
                        nearest);
            }
        }
        return Problem.error(
                "no-verb",
                mapping.location(),
                "Expected a verb in the step, but found none.",
                "Maybe one of: " + String.join(", ", verbs) + ".");
    }

    private String idOf(Fields fields) {
        Optional<DocumentNode> node = fields.find("id");
        if (node.isEmpty()) {
            return "";
        }
        String id = fields.text("id");
        if (id.isEmpty()
                || !(node.get() instanceof Scalar scalar)
                || !values.isSlug("an id", scalar)) {
            return "";
        }
        Location earlier = ids.putIfAbsent(id, scalar.location());
        if (earlier != null) {
            problems.add(Problem.error(
                    "duplicate-id",
                    scalar.location(),
                    "Expected each step to have an id of its own, but '%s' stands already at line %s."
                            .formatted(id, earlier.line()),
                    ""));
            return "";
        }
        return id;
    }

    private Modifiers modifiers(Fields fields, String path) {
        return new Modifiers(
                optional(fields, "when") ? values.expression(fields, "when") : Optional.empty(),
                optional(fields, "delay") ? values.duration(fields, "delay") : 0,
                optional(fields, "timeout")
                        ? values.optionalDuration(fields, "timeout")
                        : OptionalLong.empty(),
                optional(fields, "retry") ? retry(fields) : Optional.empty(),
                optional(fields, "save") ? assignments(fields, "save") : List.of(),
                optional(fields, "undo")
                        ? fields.find("undo").flatMap(node -> step(node, path, "undo"))
                        : Optional.empty(),
                onFailure(fields, path),
                escalations(fields),
                optional(fields, "approve") ? approval(fields) : Optional.empty());
    }

    /** Whether the step's shape takes the key and the step has it. */
    private static boolean optional(Fields fields, String key) {
        return fields.takes(key) && fields.has(key);
    }

    Optional<Retry> retry(Fields fields) {
        return fields.mapping("retry", PlaybookShapes.RETRY)
                .map(inner -> new Retry(
                        (int) inner.whole("max", 1, RETRIES_MAX),
                        values.duration(inner, "every"),
                        inner.has("backoff") ? inner.number("backoff", 1, BACKOFF_MAX) : 1,
                        failures(inner)));
    }

    private List<String> failures(Fields retry) {
        List<String> kinds = new ArrayList<>();
        for (Scalar kind : retry.texts("on")) {
            if (PlaybookShapes.FAILURES.contains(kind.text())) {
                kinds.add(kind.text());
            } else {
                problems.add(Problem.error(
                        "unknown-word",
                        kind.location(),
                        "Expected a kind of failure (%s), but found '%s'."
                                .formatted(String.join(", ", PlaybookShapes.FAILURES), kind.text()),
                        breakwater.problem.Nearest.adviceAmong(
                                PlaybookShapes.FAILURES, kind.text())));
            }
        }
        return kinds;
    }

    /** Variables under {@code key} and the expressions they are set from. */
    List<Assignment> assignments(Fields fields, String key) {
        List<Assignment> read = new ArrayList<>();
        for (Entry entry : values.entries(fields, key)) {
            if (values.isName("a variable", entry.key())) {
                values.expression(entry.key().text(), entry.value())
                        .ifPresent(value -> read.add(new Assignment(
                                entry.key().text(), value, entry.key().location())));
            }
        }
        return read;
    }

    private OnFailure onFailure(Fields fields, String path) {
        Optional<DocumentNode> node =
                optional(fields, "on_failure") ? fields.find("on_failure") : Optional.empty();
        if (node.isEmpty()) {
            return OnFailure.Simple.STOP;
        }
        if (node.get() instanceof Sequence) {
            return new OnFailure.Handle(steps("on_failure", node.get(), path + "/on_failure"));
        }
        return fields.choice("on_failure", PlaybookShapes.ON_FAILURE, OnFailure.Simple.STOP);
    }

    private List<Escalation> escalations(Fields fields) {
        if (!optional(fields, "escalate") || fields.requires("escalate")) {
            return List.of();
        }
        List<Escalation> read = new ArrayList<>();
        for (DocumentNode item : fields.items("escalate")) {
            Fields.read(PlaybookShapes.ESCALATION, item, problems)
                    .ifPresent(inner -> read.add(new Escalation(
                            values.duration(inner, "after"), inner.text("to"), inner.at("to"))));
        }
        return read;
    }

    private Optional<Approval> approval(Fields fields) {
        return fields.mapping("approve", PlaybookShapes.APPROVAL)
                .map(inner -> new Approval(
                        inner.text("role"),
                        values.duration(inner, "deadline"),
                        inner.choice("default", Map.of("approve", true, "refuse", false), false),
                        inner.at("role")));
    }
}
