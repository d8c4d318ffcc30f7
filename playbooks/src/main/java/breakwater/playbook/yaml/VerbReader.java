package breakwater.playbook.yaml;

import breakwater.document.DocumentNode;
import breakwater.document.DocumentNode.Entry;
import breakwater.document.DocumentNode.Mapping;
import breakwater.document.DocumentNode.Scalar;
import breakwater.document.Fields;
import breakwater.document.ScalarKind;
import breakwater.playbook.Outcome;
import breakwater.playbook.Step;
import breakwater.playbook.Template;
import breakwater.playbook.Value;
import breakwater.playbook.Verb;
import breakwater.playbook.Verb.Branch;
import breakwater.playbook.event.EventKind;
import breakwater.playbook.expression.Expression;
import breakwater.problem.Location;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads what a step does, verb by verb. */
final class VerbReader {

    /** A loop that passes more often is no response, it is a service. */
    private static final int PASSES_MAX = 100_000;

    private static final Map<String, Boolean> ACCEPT_DEFAULTS = Map.of("best", true, "none", false);

    private final StepReader steps;
    private final Values values;
    private final Problems problems;

    VerbReader(StepReader steps, Values values, Problems problems) {
        this.steps = steps;
        this.values = values;
        this.problems = problems;
    }

    /** What the step does; empty when nothing sound can be said of it, which is reported. */
    Optional<Verb> verb(String verb, Fields fields, String path) {
        return switch (verb) {
            case "do" ->
                Optional.of(new Verb.Do(
                        fields.text("do"),
                        values.values(fields, "with"),
                        fields.has("once") && fields.flag("once"),
                        fields.at("do")));
            case "task" ->
                Optional.of(new Verb.Task(
                        values.template(fields, "task"),
                        fields.text("role"),
                        formFields(fields),
                        fields.at("role")));
            case "decide" -> Optional.of(decide(fields));
            case "if" ->
                values.expression(fields, "if")
                        .map(condition -> new Verb.If(
                                condition,
                                steps.steps(fields, "then", path + "/then"),
                                steps.steps(fields, "else", path + "/else")));
            case "switch" -> choose(fields, path);
            case "parallel" -> branched(fields, path);
            case "while" -> loop(fields, path);
            case "wait" -> pause(fields);
            case "set" -> Optional.of(new Verb.SetVariables(steps.assignments(fields, "set")));
            case "notify" -> Optional.of(tell(fields));
            case "aid" -> Optional.of(aid(fields));
            case "return" ->
                Optional.of(new Verb.Return(
                        fields.text("return"),
                        values.optionalDuration(fields, "within"),
                        fields.at("return")));
            case "call" ->
                Optional.of(new Verb.Call(
                        fields.text("call"),
                        fields.text("version"),
                        values.values(fields, "with"),
                        fields.at("call")));
            case "escalate" ->
                Optional.of(new Verb.Escalate(fields.text("escalate"), fields.at("escalate")));
            case "end" ->
                Optional.of(new Verb.End(
                        fields.choice("end", PlaybookShapes.OUTCOMES, Outcome.FAILED)));
            default ->
                throw new IllegalStateException("The verb (%s) has no reader.".formatted(verb));
        };
    }

    private List<Verb.Task.Field> formFields(Fields fields) {
        List<Verb.Task.Field> read = new ArrayList<>();
        for (Entry entry : values.entries(fields, "fields")) {
            if (values.isName("a field", entry.key())) {
                TypeWords.read(entry.key().text(), entry.value(), problems)
                        .ifPresent(
                                type -> read.add(new Verb.Task.Field(entry.key().text(), type)));
            }
        }
        return read;
    }

    private Verb decide(Fields fields) {
        Map<String, String> options = new LinkedHashMap<>();
        for (Entry entry : values.entries(fields, "options")) {
            if (values.isSlug("an option", entry.key()) && entry.value() instanceof Scalar text) {
                options.put(entry.key().text(), text.text());
            } else if (!(entry.value() instanceof Scalar)) {
                problems.add(Problem.error(
                        "wrong-type",
                        entry.value().location(),
                        "Expected the text of option '%s', but found %s."
                                .formatted(entry.key().text(), entry.value().kind()),
                        ""));
            }
        }
        String byDefault = fields.has("default") ? fields.text("default") : "";
        String among = String.join(" or ", options.keySet());
        if (fields.has("options") && options.size() < 2) {
            fields.report(
                    "options",
                    "decide-options",
                    "Expected at least two options to decide between, but found %s."
                            .formatted(options.size()),
                    options.isEmpty()
                            ? "Maybe write {yes: Do it, no: Leave it}."
                            : "Maybe use 'task' instead.");
        }
        if (!fields.has("default")) {
            problems.add(Problem.error(
                    "decide-default",
                    fields.location(),
                    "Expected a default for the decision, but it has only a deadline: nobody would know what happens then.",
                    among.isEmpty()
                            ? ""
                            : "Maybe add 'default: %s'."
                                    .formatted(options.keySet().iterator().next())));
        } else if (!byDefault.isEmpty() && !options.isEmpty() && !options.containsKey(byDefault)) {
            fields.report(
                    "default",
                    "decide-default",
                    "Expected one of the options (%s) as default, but found '%s'."
                            .formatted(among, byDefault),
                    breakwater.problem.Nearest.adviceAmong(options.keySet(), byDefault));
        }
        return new Verb.Decide(
                values.template(fields, "decide"),
                fields.text("role"),
                options,
                values.duration(fields, "deadline"),
                byDefault,
                fields.at("role"));
    }

    private Optional<Verb> choose(Fields fields, String path) {
        Optional<Expression> value = values.expression(fields, "switch");
        List<Branch> cases = branches(fields, "cases", path);
        List<Step> otherwise = steps.steps(fields, "default", path + "/default");
        return value.map(expression -> new Verb.Switch(expression, cases, otherwise));
    }

    private List<Branch> branches(Fields fields, String key, String path) {
        List<Branch> branches = new ArrayList<>();
        for (Entry entry : values.entries(fields, key)) {
            String name = entry.key().text();
            branches.add(new Branch(
                    name,
                    steps.steps(name, entry.value(), path + "/" + name),
                    entry.key().location()));
        }
        return branches;
    }

    private Optional<Verb> branched(Fields fields, String path) {
        List<Branch> branches = branches(fields, "parallel", path);
        for (Entry entry : values.entries(fields, "parallel")) {
            values.isSlug("a branch", entry.key());
        }
        if (branches.size() < 2) {
            fields.report(
                    "parallel",
                    "parallel-branches",
                    "Expected at least two branches side by side, but found %s."
                            .formatted(branches.size()),
                    "");
            return Optional.empty();
        }
        return Optional.of(new Verb.Parallel(branches, join(fields, branches.size())));
    }

    private int join(Fields fields, int branches) {
        Optional<DocumentNode> node = fields.find("join");
        if (node.isEmpty()) {
            return branches;
        }
        if (node.get() instanceof Scalar scalar && ScalarKind.of(scalar) == ScalarKind.NUMBER) {
            return (int) fields.whole("join", 1, branches);
        }
        return fields.choice("join", Map.of("all", branches, "any", 1), branches);
    }

    private Optional<Verb> loop(Fields fields, String path) {
        for (String bound : List.of("every", "max")) {
            if (!fields.has(bound)) {
                problems.add(Problem.error(
                        "loop-bound",
                        fields.location(),
                        "Expected '%s' in the loop, but it is missing: it could %s."
                                .formatted(
                                        bound,
                                        bound.equals("max")
                                                ? "run for ever"
                                                : "pass without pause"),
                        "Maybe add '%s'."
                                .formatted(bound.equals("max") ? "max: 288" : "every: 5m")));
            }
        }
        long every = values.duration(fields, "every");
        if (fields.has("every") && every == 0) {
            fields.report(
                    "every", "loop-bound", "Expected a pause between passes, but found none.", "");
        }
        int max = fields.has("max") ? (int) fields.whole("max", 1, PASSES_MAX) : 1;
        List<Step> body = steps.steps(fields, "steps", path);
        return values.expression(fields, "while")
                .map(condition -> new Verb.While(condition, every, max, body));
    }

    private Optional<Verb> pause(Fields fields) {
        DocumentNode node = fields.find("wait").orElseThrow();
        if (!(node instanceof Mapping)) {
            OptionalLong micros = values.duration("wait", node);
            return micros.isPresent()
                    ? Optional.of(new Verb.Pause(micros.getAsLong()))
                    : Optional.empty();
        }
        if (!fields.has("timeout")) {
            problems.add(Problem.error(
                    "wait-timeout",
                    fields.location(),
                    "Expected a 'timeout' beside 'until', but it is missing: the run could wait for ever.",
                    "Maybe add 'timeout: 24h'."));
        }
        return fields.mapping("wait", PlaybookShapes.WAIT_FOR).flatMap(this::awaitOf);
    }

    private Optional<Verb> awaitOf(Fields fields) {
        boolean sinceRun = fields.has("since")
                && fields.choice("since", Map.of("run", true, "step", false), false);
        Optional<DocumentNode> until = fields.find("until");
        if (until.isPresent()
                && until.get() instanceof Scalar scalar
                && EventKind.find(scalar.text()).isPresent()) {
            return Optional.of(new Verb.Await(
                    scalar.text(),
                    values.expression(fields, "when"),
                    sinceRun,
                    fields.at("until")));
        }
        if (fields.has("when") || fields.has("since")) {
            String event =
                    until.isPresent() && until.get() instanceof Scalar scalar ? scalar.text() : "";
            fields.report(
                    "until",
                    "unknown-event",
                    "Expected an event to wait for, since there is 'when' or 'since', but found '%s'."
                            .formatted(event),
                    breakwater.problem.Nearest.adviceAmong(EventKind.byLabel().keySet(), event));
            return Optional.empty();
        }
        return values.expression(fields, "until")
                .map(condition ->
                        new Verb.Await("", Optional.of(condition), false, fields.at("until")));
    }

    private Verb tell(Fields fields) {
        Optional<Verb.Notify.Due> due = fields.mapping("due", PlaybookShapes.DUE)
                .flatMap(inner -> values.expression(inner, "from")
                        .map(from -> new Verb.Notify.Due(values.duration(inner, "within"), from)));
        Optional<Template> text = fields.has("text")
                ? Optional.of(values.template(fields, "text"))
                : Optional.empty();
        return new Verb.Notify(
                fields.text("notify"),
                fields.text("to"),
                fields.has("role") ? fields.text("role") : "",
                due,
                text,
                values.values(fields, "with"),
                fields.at("role"));
    }

    private Verb aid(Fields fields) {
        Optional<Fields> need = fields.mapping("aid", PlaybookShapes.AID_NEED);
        Value nothing = new Value.Literal("", fields.at("aid"));
        Value one = new Value.Literal(1L, fields.at("aid"));
        Value subject = need.flatMap(
                        inner -> inner.find("for").flatMap(node -> values.value("for", node)))
                .orElse(nothing);
        Value amount = need.flatMap(
                        inner -> inner.find(inner.has("rate_bps") ? "rate_bps" : "amount")
                                .flatMap(node -> values.value("amount", node)))
                .orElse(one);
        List<String> ask = new ArrayList<>();
        List<Location> askedAt = new ArrayList<>();
        for (Scalar organisation : fields.texts("ask")) {
            ask.add(organisation.text());
            askedAt.add(organisation.location());
        }
        if (ask.isEmpty() && fields.has("ask")) {
            fields.report(
                    "ask",
                    "empty-list",
                    "Expected at least one operator to ask, but found none.",
                    "");
        }
        Optional<Verb.Aid.Accept> accept = fields.mapping("accept", PlaybookShapes.ACCEPT)
                .map(inner -> new Verb.Aid.Accept(
                        inner.text("role"),
                        values.duration(inner, "deadline"),
                        inner.choice("default", ACCEPT_DEFAULTS, false),
                        inner.at("role")));
        return new Verb.Aid(
                need.map(inner -> inner.text("need")).orElse(""),
                subject,
                amount,
                need.map(inner -> values.duration(inner, "until")).orElse(0L),
                ask,
                askedAt,
                values.duration(fields, "offers_within"),
                accept.orElse(new Verb.Aid.Accept("", 0, false, fields.at("accept"))),
                values.duration(fields, "deployed_within"),
                need.map(inner -> inner.at("need")).orElse(fields.at("aid")));
    }
}
