package breakwater.playbook.trial.yaml;

import breakwater.document.DocumentNode;
import breakwater.document.DocumentNode.Entry;
import breakwater.document.DocumentNode.Scalar;
import breakwater.document.DocumentNode.Sequence;
import breakwater.document.Fields;
import breakwater.playbook.Outcome;
import breakwater.playbook.Playbook;
import breakwater.playbook.Step;
import breakwater.playbook.Verb;
import breakwater.playbook.action.Action;
import breakwater.playbook.action.ActionCatalogue;
import breakwater.playbook.expression.Type;
import breakwater.playbook.trial.Reply;
import breakwater.playbook.trial.StepName;
import breakwater.playbook.trial.Trial;
import breakwater.playbook.yaml.PlaybookShapes;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** Reads what the world answers in a trial: to actions, calls, questions and requests for aid. */
final class ReplyReader {

    /** Where nothing is said. */
    static final Replies NONE = new Replies(Map.of(), Map.of(), Map.of(), Map.of());

    private final Names names;
    private final Problems problems;

    /** All replies of a section; those of a trial stand before the common ones. */
    record Replies(
            Map<Trial.Target, List<Reply.ToAction>> actions,
            Map<String, Reply.ToCall> calls,
            Map<StepName, List<Reply.ToQuestion>> answers,
            Map<String, List<Reply.ToRequest>> donors) {}

    ReplyReader(Names names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    /** The replies of a trial or of the common section, and below them those that were read before. */
    Replies of(Fields fields, Replies before) {
        Replies all = new Replies(
                new LinkedHashMap<>(before.actions()),
                new LinkedHashMap<>(before.calls()),
                new LinkedHashMap<>(before.answers()),
                new LinkedHashMap<>(before.donors()));
        names.values().entries(fields, "mock").forEach(entry -> mock(entry, all));
        names.values().entries(fields, "answers").forEach(entry -> answers(entry, all));
        for (Entry entry : names.values().entries(fields, "donors")) {
            all.donors().put(names.thing(entry.key()), each(entry.value(), this::donor));
        }
        return all;
    }

    private static <T> List<T> each(DocumentNode node, Function<DocumentNode, Optional<T>> read) {
        List<T> replies = new ArrayList<>();
        List<DocumentNode> items =
                node instanceof Sequence sequence ? sequence.items() : List.of(node);
        items.forEach(item -> read.apply(item).ifPresent(replies::add));
        return List.copyOf(replies);
    }

    private static boolean isSilent(DocumentNode node) {
        return node instanceof Scalar scalar && scalar.text().equals(TrialShapes.SILENT);
    }

    // --- actions and calls

    private void mock(Entry entry, Replies all) {
        String name = entry.key().text();
        Optional<Action> everywhere = ActionCatalogue.find(name);
        Optional<Names.Found> step = names.findStep(name);
        if (everywhere.isPresent()) {
            all.actions()
                    .put(
                            new Trial.Target.EveryStep(name),
                            each(entry.value(), node -> toAction(everywhere.get(), node)));
        } else if (step.isPresent() && step.get().step().verb() instanceof Verb.Do act) {
            ActionCatalogue.find(act.action())
                    .ifPresent(action -> all.actions()
                            .put(
                                    new Trial.Target.OneStep(step.get().name()),
                                    each(entry.value(), node -> toAction(action, node))));
        } else if (names.findCalled(name).isPresent()) {
            Playbook callee = names.findCalled(name).get();
            toCall(callee, entry.value()).ifPresent(reply -> all.calls().put(name, reply));
        } else {
            Set<String> known = new LinkedHashSet<>(ActionCatalogue.all().keySet());
            known.addAll(names.calledIds());
            names.unknown(
                    "unknown-mock",
                    entry.key(),
                    "an action, a step that has one done, or a playbook that is called",
                    known);
        }
    }

    private Optional<Reply.ToAction> toAction(Action action, DocumentNode node) {
        if (isSilent(node)) {
            return Optional.of(new Reply.ToAction.Silence());
        }
        return Fields.read(TrialShapes.ACTION_REPLY, node, problems).map(fields -> {
            OptionalLong after = names.values().optionalDuration(fields, "after");
            if (!fields.has("refused")) {
                return new Reply.ToAction.Done(results(fields, action.results(), "result"), after);
            }
            if (fields.has("result")) {
                fields.onlyOne(List.of("result", "refused"));
            }
            return new Reply.ToAction.Refused(fields.text("refused"), after);
        });
    }

    private Map<String, Object> results(Fields fields, Map<String, Type> types, String what) {
        Map<String, Object> results = new LinkedHashMap<>();
        for (Entry entry : names.values().entries(fields, "result")) {
            String name = entry.key().text();
            Type type = types.get(name);
            if (type == null) {
                names.unknown("undefined-name", entry.key(), "a " + what, types.keySet());
            } else {
                names.typed(name, type, entry.value()).ifPresent(value -> results.put(name, value));
            }
        }
        return results;
    }

    private Optional<Reply.ToCall> toCall(Playbook callee, DocumentNode node) {
        Map<String, Type> types = new LinkedHashMap<>();
        callee.variables().forEach(variable -> types.put(variable.name(), variable.type()));
        return Fields.read(TrialShapes.CALL_REPLY, node, problems)
                .map(fields -> new Reply.ToCall(
                        fields.choice("outcome", PlaybookShapes.OUTCOMES, Outcome.FAILED),
                        results(fields, types, "variable of playbook '%s'".formatted(callee.id())),
                        names.values().duration(fields, "after")));
    }

    // --- people

    private void answers(Entry entry, Replies all) {
        names.step(entry.key()).ifPresent(found -> {
            List<String> options = optionsOf(found.step());
            if (options.isEmpty()) {
                problems.add(Problem.error(
                        "wrong-step",
                        entry.key().location(),
                        "Expected a step that asks people, but '%s' is a '%s'%s."
                                .formatted(
                                        entry.key().text(),
                                        found.step().verb().keyword(),
                                        found.step().verb() instanceof Verb.Do
                                                ? " without approval"
                                                : ""),
                        ""));
            } else {
                all.answers()
                        .put(found.name(), each(entry.value(), node -> toQuestion(options, node)));
            }
        });
    }

    /** What can be answered at a step; nothing when it asks nobody. */
    static List<String> optionsOf(Step step) {
        Verb verb = step.verb();
        if (verb instanceof Verb.Decide decide) {
            return List.copyOf(decide.options().keySet());
        }
        if (verb instanceof Verb.Task) {
            return List.of("done", "failed");
        }
        if (verb instanceof Verb.Notify notify && !notify.role().isEmpty()) {
            return List.of("send", "hold");
        }
        if (verb instanceof Verb.Aid aid) {
            List<String> options = new ArrayList<>(List.of("best"));
            options.addAll(aid.ask());
            options.add("none");
            return options;
        }
        return step.modifiers().approve().isPresent() ? List.of("approve", "refuse") : List.of();
    }

    private Optional<Reply.ToQuestion> toQuestion(List<String> options, DocumentNode node) {
        if (isSilent(node) && !options.contains(TrialShapes.SILENT)) {
            return Optional.of(new Reply.ToQuestion.Silence());
        }
        if (node instanceof Scalar scalar) {
            return option(options, scalar)
                    .map(option ->
                            new Reply.ToQuestion.Chosen(option, Reply.ToQuestion.USUAL_MICROS, ""));
        }
        return Fields.read(TrialShapes.ANSWER, node, problems).flatMap(fields -> {
            long after = fields.has("after")
                    ? names.values().duration(fields, "after")
                    : Reply.ToQuestion.USUAL_MICROS;
            String by = fields.has("by") ? fields.text("by") : "";
            return fields.find("option")
                    .flatMap(written -> written instanceof Scalar scalar
                            ? option(options, scalar)
                            : noOption(fields))
                    .map(option -> new Reply.ToQuestion.Chosen(option, after, by));
        });
    }

    private static Optional<String> noOption(Fields fields) {
        fields.text("option");
        return Optional.empty();
    }

    private Optional<String> option(List<String> options, Scalar written) {
        if (options.contains(written.text())) {
            return Optional.of(written.text());
        }
        names.unknown(
                "unknown-option",
                written,
                "one of the options (%s) or %s"
                        .formatted(String.join(", ", options), TrialShapes.SILENT),
                options);
        return Optional.empty();
    }

    // --- donors

    private Optional<Reply.ToRequest> donor(DocumentNode node) {
        if (isSilent(node)) {
            return Optional.of(new Reply.ToRequest.Silence());
        }
        return Fields.read(TrialShapes.OFFER, node, problems).flatMap(fields -> {
            long after = names.values().duration(fields, "after");
            Optional<String> what = fields.onlyOne(List.of("offers", "declines"));
            if (what.isEmpty()) {
                return Optional.empty();
            }
            if (what.get().equals("declines")) {
                return Optional.of(new Reply.ToRequest.Declined(fields.text("declines"), after));
            }
            return Optional.of(new Reply.ToRequest.Offer(
                    fields.whole("offers", 1, ChangeReader.BITS_MAX),
                    after,
                    orNever(fields, "deployed_after"),
                    orNever(fields, "returned_after"),
                    names.values().optionalDuration(fields, "withdrawn_after")));
        });
    }

    /** At once when nothing is said. */
    private OptionalLong orNever(Fields fields, String key) {
        boolean never = fields.find(key)
                .filter(node ->
                        node instanceof Scalar scalar && scalar.text().equals(TrialShapes.NEVER))
                .isPresent();
        return never ? OptionalLong.empty() : OptionalLong.of(names.values().duration(fields, key));
    }
}
