package breakwater.playbook.trial.yaml;

import breakwater.document.DocumentNode;
import breakwater.document.DocumentNode.Scalar;
import breakwater.document.Fields;
import breakwater.network.Ids;
import breakwater.playbook.Playbook;
import breakwater.playbook.Step;
import breakwater.playbook.Verb;
import breakwater.playbook.check.StepWalk;
import breakwater.playbook.expression.Type;
import breakwater.playbook.expression.Type.Simple;
import breakwater.playbook.trial.StepName;
import breakwater.playbook.yaml.Values;
import breakwater.problem.Nearest;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What a test file may speak of: the steps, variables and inputs of the tested playbook and of those it calls. */
final class Names {

    /** A little shorter than ids may be, for some things get names made of those of others. */
    private static final int NAME_MAX = Ids.LENGTH_MAX - 10;

    private final Playbook playbook;
    private final Map<String, Playbook> known;
    private final Problems problems;
    private final Values values;

    /** By how they are written: own steps by id and by path, those of called playbooks after its id and a slash. */
    private final Map<String, Found> steps = new LinkedHashMap<>();

    private final Map<String, Playbook> called = new LinkedHashMap<>();

    /** A step and its name. */
    record Found(StepName name, Step step) {}

    Names(Playbook playbook, Map<String, Playbook> known, Problems problems) {
        this.playbook = playbook;
        this.known = known;
        this.problems = problems;
        values = new Values(problems);
        List<Playbook> next = new ArrayList<>(List.of(playbook));
        // Each playbook is taken once, so calls in a circle end too.
        while (!next.isEmpty()) {
            Playbook one = next.remove(0);
            calledBy(one).stream()
                    .filter(callee -> !callee.id().equals(playbook.id()))
                    .filter(callee -> called.putIfAbsent(callee.id(), callee) == null)
                    .forEach(next::add);
        }
        called.values().forEach(callee -> add(callee, callee.id() + "/"));
        add(playbook, "");
    }

    private List<Playbook> calledBy(Playbook caller) {
        List<Playbook> callees = new ArrayList<>();
        StepWalk.all(caller, step -> {
            if (step.verb() instanceof Verb.Call call) {
                Optional.ofNullable(known.get(call.playbook())).ifPresent(callees::add);
            }
        });
        return callees;
    }

    private void add(Playbook one, String before) {
        StepWalk.all(one, step -> {
            Found found = new Found(new StepName(one.id(), step.path()), step);
            if (!step.id().isEmpty()) {
                steps.put(before + step.id(), found);
            }
        });
        StepWalk.all(
                one,
                step -> steps.put(
                        before + step.path(),
                        new Found(new StepName(one.id(), step.path()), step)));
    }

    Playbook playbook() {
        return playbook;
    }

    Values values() {
        return values;
    }

    Optional<Found> findStep(String written) {
        return Optional.ofNullable(steps.get(written));
    }

    Optional<Playbook> findCalled(String id) {
        return Optional.ofNullable(called.get(id));
    }

    Set<String> calledIds() {
        return called.keySet();
    }

    /** Visits the steps of the tested playbook and of those it calls. */
    void stepsOf(Consumer<Step> visit) {
        StepWalk.all(playbook, visit);
        called.values().forEach(callee -> StepWalk.all(callee, visit));
    }

    /** The step written there; empty when there is none, which is reported. */
    Optional<Found> step(Scalar written) {
        Optional<Found> found = findStep(written.text());
        if (found.isEmpty()) {
            unknown(
                    "unknown-step",
                    written,
                    "a step of playbook '%s'".formatted(playbook.id()),
                    steps.keySet());
        }
        return found;
    }

    /** Says that none of {@code candidates} is called what stands there. */
    void unknown(String rule, Scalar written, String expected, Collection<String> candidates) {
        problems.add(Problem.error(
                rule,
                written.location(),
                "Expected %s, but found '%s'.".formatted(expected, written.text()),
                Nearest.adviceAmong(new LinkedHashSet<>(candidates), written.text())));
    }

    /** The name of a thing under {@code key}; one that nothing can have is reported. */
    String thing(Fields fields, String key) {
        String name = fields.text(key);
        fields.find(key)
                .filter(node -> node instanceof Scalar)
                .ifPresent(node -> thing((Scalar) node));
        return name;
    }

    /** The name of a thing that stands there; one that nothing can have is reported. */
    String thing(Scalar written) {
        boolean good = Ids.isName(written.text()) && written.text().length() <= NAME_MAX;
        if (!good) {
            problems.add(Problem.error(
                    "bad-name",
                    written.location(),
                    "Expected a name of at most %s letters, digits and ._:~@+/-, but found '%s'."
                            .formatted(NAME_MAX, written.text()),
                    ""));
        }
        return written.text();
    }

    /** The value that stands there, of this type; empty when it is none, which is reported. */
    Optional<Object> typed(String what, Type type, DocumentNode node) {
        return values.literal(what, node).flatMap(literal -> {
            Optional<Object> fitting = fitting(type, literal.value());
            if (fitting.isEmpty()) {
                boolean quote = type == Simple.STRING || type instanceof Type.Id;
                problems.add(Problem.error(
                        "wrong-type",
                        node.location(),
                        "Expected a value of type %s for '%s', but found %s."
                                .formatted(type.label(), what, node.kind()),
                        quote && node instanceof Scalar ? "Maybe put it in quotes." : ""));
            } else if (type instanceof Type.Id && node instanceof Scalar written) {
                thing(written);
            }
            return fitting;
        });
    }

    private static Optional<Object> fitting(Type type, Object value) {
        if (type instanceof Type.ListOf list && value instanceof List<?> items) {
            List<Object> all = new ArrayList<>();
            items.forEach(item -> fitting(list.element(), item).ifPresent(all::add));
            return all.size() == items.size() ? Optional.of(List.copyOf(all)) : Optional.empty();
        }
        if (type == Simple.FLOAT && value instanceof Long whole) {
            return Optional.of((double) whole);
        }
        Type found = Playbook.Variable.typeOf(value);
        boolean name = type instanceof Type.Id && found == Simple.STRING;
        return name || found.equals(type) ? Optional.of(value) : Optional.empty();
    }
}
