package breakwater.playbook.trial.yaml;

import breakwater.document.DocumentNode;
import breakwater.document.DocumentNode.Entry;
import breakwater.document.DocumentNode.Mapping;
import breakwater.document.DocumentNode.Scalar;
import breakwater.document.Fields;
import breakwater.exercise.AidState;
import breakwater.exercise.StepState;
import breakwater.playbook.Playbook;
import breakwater.playbook.Verb;
import breakwater.playbook.action.Action;
import breakwater.playbook.action.ActionCatalogue;
import breakwater.playbook.expression.Type;
import breakwater.playbook.trial.Expectation;
import breakwater.playbook.trial.Expectation.Clock;
import breakwater.playbook.trial.Expectation.Decision;
import breakwater.playbook.trial.Expectation.Deed;
import breakwater.playbook.trial.Expectation.Leg;
import breakwater.playbook.trial.Expectation.Milestone;
import breakwater.playbook.trial.Expectation.Notice;
import breakwater.playbook.trial.Expectation.Said;
import breakwater.playbook.trial.Expectation.Variable;
import breakwater.playbook.trial.StepName;
import breakwater.playbook.yaml.PlaybookShapes;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads what is expected of a trial. */
final class ExpectationReader {

    private static final long RUNS_MAX = 1_000;

    private final Names names;
    private final Problems problems;

    ExpectationReader(Names names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    /** What {@code expect} says there. */
    Expectation read(Fields trial) {
        Optional<Fields> section = trial.mapping("expect", TrialShapes.EXPECT);
        if (section.isEmpty()) {
            return new Expectation(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of());
        }
        Fields fields = section.get();
        if (fields.present(TrialShapes.EXPECT.keys()).isEmpty() && fields.isSound()) {
            problems.add(Problem.error(
                    "no-expectation",
                    fields.location(),
                    "Expected a trial to expect something, but found nothing.",
                    "Maybe start with {outcome: restored}."));
        }
        return new Expectation(
                outcome(fields),
                said(fields, "within", within -> names.values().duration(within, "within")),
                said(fields, "runs", runs -> runs.whole("runs", 0, RUNS_MAX)),
                path(fields),
                never(fields),
                vars(fields),
                did(fields),
                notified(fields),
                escalated(fields),
                decided(fields),
                clocks(fields),
                aid(fields));
    }

    private static <T> Optional<Said<T>> said(Fields fields, String key, Function<Fields, T> read) {
        return fields.has(key)
                ? Optional.of(new Said<>(read.apply(fields), fields.at(key)))
                : Optional.empty();
    }

    private static Optional<Said<String>> outcome(Fields fields) {
        Map<String, String> words = new LinkedHashMap<>();
        PlaybookShapes.OUTCOMES.keySet().forEach(word -> words.put(word, word));
        words.put(Expectation.NOT_STARTED, Expectation.NOT_STARTED);
        words.put(Expectation.RUNNING, Expectation.RUNNING);
        return said(
                fields, "outcome", inner -> inner.choice("outcome", words, Expectation.RUNNING));
    }

    // --- steps

    private List<Milestone> path(Fields fields) {
        List<Milestone> path = new ArrayList<>();
        for (DocumentNode item : fields.items("path")) {
            if (item instanceof Mapping pair && pair.entries().size() == 1) {
                Entry entry = pair.entries().values().iterator().next();
                Optional<StepState> state =
                        word("state of a step", entry.value(), TrialShapes.STEP_STATES);
                names.step(entry.key())
                        .ifPresent(found -> path.add(
                                new Milestone(found.name(), state, entry.key().location())));
            } else if (item instanceof Scalar scalar) {
                names.step(scalar)
                        .ifPresent(found -> path.add(
                                new Milestone(found.name(), Optional.empty(), scalar.location())));
            } else {
                problems.add(Problem.error(
                        "wrong-type",
                        item.location(),
                        "Expected a step for 'path', but found %s.".formatted(item.kind()),
                        "Maybe write it like [confirm, mend: failed]."));
            }
        }
        return path;
    }

    private <T> Optional<T> word(String what, DocumentNode node, Map<String, T> words) {
        Optional<T> word = node instanceof Scalar scalar
                ? Optional.ofNullable(words.get(scalar.text()))
                : Optional.empty();
        if (word.isEmpty() && node instanceof Scalar scalar) {
            names.unknown(
                    "unknown-word",
                    scalar,
                    "a %s (%s)".formatted(what, String.join(", ", words.keySet())),
                    words.keySet());
        } else if (word.isEmpty()) {
            problems.add(Problem.error(
                    "wrong-type",
                    node.location(),
                    "Expected a %s, but found %s.".formatted(what, node.kind()),
                    ""));
        }
        return word;
    }

    private List<Said<StepName>> never(Fields fields) {
        List<Said<StepName>> never = new ArrayList<>();
        for (Scalar written : fields.texts("never")) {
            names.step(written)
                    .ifPresent(found -> never.add(new Said<>(found.name(), written.location())));
        }
        return never;
    }

    private List<Said<Variable>> vars(Fields fields) {
        Map<String, Type> types = new LinkedHashMap<>();
        for (Playbook.Variable variable : names.playbook().variables()) {
            types.put(variable.name(), variable.type());
        }
        List<Said<Variable>> vars = new ArrayList<>();
        for (Entry entry : names.values().entries(fields, "vars")) {
            String name = entry.key().text();
            Type type = types.get(name);
            if (type == null) {
                names.unknown("undefined-name", entry.key(), "a variable", types.keySet());
            } else {
                names.typed(name, type, entry.value())
                        .ifPresent(value -> vars.add(new Said<>(
                                new Variable(name, value), entry.key().location())));
            }
        }
        return vars;
    }

    // --- what was done

    private List<Said<Deed>> did(Fields fields) {
        List<Said<Deed>> deeds = new ArrayList<>();
        for (DocumentNode item : fields.items("did")) {
            if (item instanceof Scalar scalar) {
                action(scalar)
                        .ifPresent(action -> deeds.add(
                                new Said<>(new Deed(action.name(), Map.of()), scalar.location())));
            } else if (item instanceof Mapping pair && pair.entries().size() == 1) {
                Entry entry = pair.entries().values().iterator().next();
                action(entry.key())
                        .ifPresent(action -> deeds.add(new Said<>(
                                new Deed(action.name(), with(action, entry.value())),
                                entry.key().location())));
            } else {
                problems.add(Problem.error(
                        "wrong-type",
                        item.location(),
                        "Expected an action for 'did', but found %s.".formatted(item.kind()),
                        "Maybe write it like [qkd.reroute, kms.key.void: {link: A~B}]."));
            }
        }
        return deeds;
    }

    private Optional<Action> action(Scalar written) {
        Optional<Action> action = ActionCatalogue.find(written.text());
        if (action.isEmpty()) {
            names.unknown(
                    "unknown-action",
                    written,
                    "an action",
                    ActionCatalogue.all().keySet());
        }
        return action;
    }

    private Map<String, Object> with(Action action, DocumentNode node) {
        Map<String, Object> with = new LinkedHashMap<>();
        if (!(node instanceof Mapping inputs)) {
            problems.add(Problem.error(
                    "wrong-type",
                    node.location(),
                    "Expected inputs of '%s', but found %s.".formatted(action.name(), node.kind()),
                    ""));
            return with;
        }
        for (Entry entry : inputs.entries().values()) {
            String name = entry.key().text();
            Optional<Action.Input> input = action.input(name);
            if (input.isEmpty()) {
                names.unknown(
                        "undefined-name",
                        entry.key(),
                        "an input of '%s'".formatted(action.name()),
                        action.inputs().stream().map(Action.Input::name).toList());
            } else {
                names.typed(name, input.get().type(), entry.value())
                        .ifPresent(value -> with.put(name, value));
            }
        }
        return with;
    }

    private Optional<Said<List<Said<Notice>>>> notified(Fields fields) {
        return said(fields, "notified", inner -> {
            List<Said<Notice>> notices = new ArrayList<>();
            for (DocumentNode item : inner.items("notified")) {
                if (item instanceof Scalar scalar) {
                    notices.add(new Said<>(new Notice(scalar.text(), "", ""), scalar.location()));
                } else {
                    Fields.read(TrialShapes.NOTICE, item, problems)
                            .ifPresent(one -> notices.add(new Said<>(
                                    new Notice(
                                            one.text("notice"),
                                            one.has("to") ? one.text("to") : "",
                                            one.has("contains") ? one.text("contains") : ""),
                                    one.location())));
                }
            }
            return notices;
        });
    }

    private static Optional<Said<List<Said<String>>>> escalated(Fields fields) {
        return said(
                fields,
                "escalated",
                inner -> inner.texts("escalated").stream()
                        .map(role -> new Said<>(role.text(), role.location()))
                        .toList());
    }

    // --- people, clocks, aid

    private List<Said<Decision>> decided(Fields fields) {
        List<Said<Decision>> decided = new ArrayList<>();
        for (Entry entry : names.values().entries(fields, "decided")) {
            names.step(entry.key()).ifPresent(found -> {
                List<String> options = new ArrayList<>(ReplyReader.optionsOf(found.step()));
                // A task or a sign-off that nobody answered in time.
                options.add("");
                decision(found, options, entry.value())
                        .ifPresent(decision ->
                                decided.add(new Said<>(decision, entry.key().location())));
            });
        }
        return decided;
    }

    private Optional<Decision> decision(
            Names.Found found, List<String> options, DocumentNode node) {
        if (node instanceof Scalar scalar) {
            return option(options, scalar).map(option -> new Decision(found.name(), option, ""));
        }
        return Fields.read(TrialShapes.DECISION, node, problems)
                .flatMap(fields -> fields.find("option")
                        .filter(written -> written instanceof Scalar)
                        .flatMap(written -> option(options, (Scalar) written))
                        .map(option -> new Decision(
                                found.name(), option, fields.has("by") ? fields.text("by") : "")));
    }

    private Optional<String> option(List<String> options, Scalar written) {
        if (options.contains(written.text())) {
            return Optional.of(written.text());
        }
        names.unknown(
                "unknown-option",
                written,
                "one of the options (%s)".formatted(String.join(", ", options)),
                options);
        return Optional.empty();
    }

    private List<Said<Clock>> clocks(Fields fields) {
        Set<String> known = new LinkedHashSet<>();
        names.stepsOf(step -> {
            if (step.verb() instanceof Verb.Notify notify && notify.due().isPresent()) {
                known.add(notify.notice());
            } else if (step.verb() instanceof Verb.Return back
                    && back.withinMicros().isPresent()) {
                known.add(back.aid());
            }
        });
        List<Said<Clock>> clocks = new ArrayList<>();
        for (Entry entry : names.values().entries(fields, "clocks")) {
            Optional<Clock.State> state =
                    word("state of a clock", entry.value(), TrialShapes.CLOCKS);
            if (!known.contains(entry.key().text())) {
                names.unknown(
                        "unknown-clock",
                        entry.key(),
                        "a notice with 'due', or aid that is returned 'within'",
                        known);
            } else {
                state.ifPresent(value -> clocks.add(new Said<>(
                        new Clock(entry.key().text(), value), entry.key().location())));
            }
        }
        return clocks;
    }

    private List<Said<Leg>> aid(Fields fields) {
        List<Said<Leg>> legs = new ArrayList<>();
        for (Entry entry : names.values().entries(fields, "aid")) {
            Optional<Names.Found> step = names.step(entry.key());
            if (step.isPresent() && entry.value() instanceof Mapping donors) {
                donors.entries()
                        .values()
                        .forEach(donor -> leg(step.get().name(), donor).ifPresent(legs::add));
            } else if (step.isPresent()) {
                problems.add(Problem.error(
                        "wrong-type",
                        entry.value().location(),
                        "Expected donors and where their aid stands, but found %s."
                                .formatted(entry.value().kind()),
                        "Maybe write {OPERATOR: settled}."));
            }
        }
        return legs;
    }

    private Optional<Said<Leg>> leg(StepName step, Entry donor) {
        String name = donor.key().text();
        if (donor.value() instanceof Scalar) {
            return word("state of aid", donor.value(), TrialShapes.AID_STATES)
                    .map(state -> new Said<>(
                            new Leg(step, name, state, Optional.empty()),
                            donor.key().location()));
        }
        return Fields.read(TrialShapes.LEG, donor.value(), problems)
                .map(fields -> new Said<>(
                        new Leg(
                                step,
                                name,
                                fields.choice("state", TrialShapes.AID_STATES, AidState.SETTLED),
                                fields.has("amount")
                                        ? Optional.of(
                                                fields.whole("amount", 0, ChangeReader.BITS_MAX))
                                        : Optional.empty()),
                        donor.key().location()));
    }
}
