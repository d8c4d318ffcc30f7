package breakwater.playbook.check;

import breakwater.playbook.Playbook;
import breakwater.playbook.Step;
import breakwater.playbook.Template;
import breakwater.playbook.Value;
import breakwater.playbook.Verb;
import breakwater.playbook.event.EventKind;
import breakwater.playbook.expression.Expression;
import breakwater.playbook.expression.ExpressionChecker;
import breakwater.playbook.expression.Program;
import breakwater.playbook.expression.Type;
import breakwater.playbook.expression.Type.Simple;
import breakwater.problem.Location;
import breakwater.problem.Nearest;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Checks every expression in the scope it stands in, and that what is set has the type it is set to. */
final class ExpressionPass {

    private static final Map<String, Type> RUN = Map.of(
            "run.id", Simple.STRING,
            "run.started_at", Simple.TIMESTAMP,
            "run.aware_at", Simple.TIMESTAMP,
            "run.now", Simple.TIMESTAMP,
            "run.seed", Simple.INTEGER);

    private final Playbook playbook;
    private final Surroundings surroundings;
    private final Problems problems;
    private final Map<String, Type> stepNames = new TreeMap<>();
    private final Map<Map<String, Type>, ExpressionChecker> checkers = new HashMap<>();
    private final Map<Expression, Program> programs = new HashMap<>();

    ExpressionPass(Playbook playbook, Surroundings surroundings, Problems problems) {
        this.playbook = playbook;
        this.surroundings = surroundings;
        this.problems = problems;
        stepNames.putAll(playbook.names());
        stepNames.putAll(RUN);
    }

    Map<Expression, Program> check() {
        playbook.triggers()
                .forEach(trigger -> trigger.when()
                        .ifPresent(guard -> EventKind.find(trigger.event())
                                .ifPresent(kind -> guard(guard, namesOfTrigger(kind)))));
        playbook.inputs().forEach(this::input);
        StepWalk.all(playbook, this::step);
        return programs;
    }

    /** What a guard may use that is evaluated when a step begins. */
    Map<String, Type> names() {
        return stepNames;
    }

    /** What the event says, and what the playbook is sure of before there is a run. */
    private Map<String, Type> namesOfTrigger(EventKind kind) {
        Map<String, Type> names = new TreeMap<>(kind.fields());
        playbook.constants()
                .forEach(constant -> names.put("const." + constant.name(), constant.type()));
        return names;
    }

    private void input(Playbook.Input input) {
        if (input.from().isEmpty()) {
            return;
        }
        Expression from = input.from().get();
        for (Playbook.Trigger trigger : playbook.triggers()) {
            Optional<EventKind> kind = EventKind.find(trigger.event());
            if (kind.isEmpty()) {
                continue;
            }
            Type named = kind.get().fields().get(from.text());
            boolean isOfAnyKind =
                    from.text().equals("event.about") && input.type() instanceof Type.Id;
            if (named != null && !named.equals(input.type()) && !isOfAnyKind) {
                problems.add(Problem.error(
                        "input-type",
                        from.at(),
                        "Expected a %s for the input '%s', but '%s' is a %s."
                                .formatted(
                                        input.type().label(),
                                        input.name(),
                                        from.text(),
                                        named.label()),
                        ""));
            } else {
                typed(from, input.type(), kind.get().fields());
            }
        }
    }

    private void step(Step step) {
        Step.Modifiers modifiers = step.modifiers();
        modifiers.when().ifPresent(when -> guard(when, stepNames));
        Map<String, Type> afterwards = new TreeMap<>(stepNames);
        afterwards.putAll(Results.of(step, surroundings.playbooks()));
        modifiers.save().forEach(assignment -> assign(assignment, afterwards));
        Verb verb = step.verb();
        if (verb instanceof Verb.If choice) {
            guard(choice.condition(), stepNames);
        } else if (verb instanceof Verb.Switch choice) {
            typed(choice.value(), Simple.STRING, stepNames);
        } else if (verb instanceof Verb.While loop) {
            guard(loop.condition(), stepNames);
        } else if (verb instanceof Verb.Await until) {
            until.condition().ifPresent(condition -> guard(condition, namesOfWait(until)));
        } else if (verb instanceof Verb.SetVariables set) {
            set.assignments().forEach(assignment -> assign(assignment, stepNames));
        } else if (verb instanceof Verb.Task task) {
            template(task.text());
        } else if (verb instanceof Verb.Decide decide) {
            template(decide.question());
        } else if (verb instanceof Verb.Notify notify) {
            notify.text().ifPresent(this::template);
            notify.due().ifPresent(due -> typed(due.from(), Simple.TIMESTAMP, stepNames));
            notify.with().values().forEach(this::anyValue);
        }
    }

    private Map<String, Type> namesOfWait(Verb.Await until) {
        Map<String, Type> names = new TreeMap<>(stepNames);
        EventKind.find(until.event()).ifPresent(kind -> names.putAll(kind.fields()));
        return names;
    }

    private void assign(Step.Assignment assignment, Map<String, Type> names) {
        String name = "vars." + assignment.variable();
        Type wanted = playbook.names().get(name);
        if (wanted == null) {
            boolean constant = playbook.names().containsKey("const." + assignment.variable());
            problems.add(Problem.error(
                    "undefined-name",
                    assignment.at(),
                    "Expected a variable of 'vars', but found '%s'%s."
                            .formatted(
                                    assignment.variable(), constant ? ", which is constant" : ""),
                    Nearest.adviceAmong(variables(), assignment.variable())));
        } else {
            typed(assignment.value(), wanted, names);
        }
    }

    private List<String> variables() {
        return playbook.variables().stream().map(Playbook.Variable::name).toList();
    }

    private void template(Template template) {
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Part.Inserted inserted) {
                any(inserted.expression());
            }
        }
    }

    private void anyValue(Value value) {
        if (value instanceof Value.Computed computed) {
            any(computed.expression());
        }
    }

    /** An expression of any type; the type it gives. */
    Optional<Type> any(Expression expression) {
        Optional<Program> program = checker(stepNames).compile(expression, problems);
        program.ifPresent(found -> programs.put(expression, found));
        return program.map(Program::type);
    }

    /** A value that must have a type: where a link is wanted, a node is refused. */
    void typedValue(String what, Type wanted, Value value) {
        if (value instanceof Value.Computed computed) {
            Type named = stepNames.get(computed.expression().text());
            if (wanted instanceof Type.Id
                    && named != null
                    && !named.equals(wanted)
                    && named != Simple.STRING) {
                wrong(what, wanted, named, value.at());
            } else {
                typed(computed.expression(), wanted, stepNames);
            }
            return;
        }
        Object literal = ((Value.Literal) value).value();
        if (!fits(wanted, literal)) {
            wrong(what, wanted, typeOf(literal), value.at());
            return;
        }
        surroundings.idsOf(wanted).ifPresent(known -> {
            if (!known.contains(String.valueOf(literal))) {
                problems.add(Problem.error(
                        "unknown-" + wanted.label(),
                        value.at(),
                        "Expected a %s of the network for %s, but found '%s'."
                                .formatted(wanted.label(), what, literal),
                        Nearest.adviceAmong(Surroundings.sorted(known), String.valueOf(literal))));
            }
        });
    }

    private static boolean fits(Type wanted, Object literal) {
        Type found = typeOf(literal);
        return found.equals(wanted)
                || (wanted instanceof Type.Id && found == Simple.STRING)
                || (wanted == Simple.FLOAT && found == Simple.INTEGER)
                || (wanted instanceof Type.ListOf list
                        && literal instanceof List<?> items
                        && items.stream().allMatch(item -> fits(list.element(), item)));
    }

    private static Type typeOf(Object literal) {
        return breakwater.playbook.Playbook.Variable.typeOf(literal);
    }

    private void wrong(String what, Type wanted, Type found, Location at) {
        problems.add(Problem.error(
                "wrong-type",
                at,
                "Expected a %s for %s, but found a %s."
                        .formatted(wanted.label(), what, found.label()),
                ""));
    }

    private void guard(Expression guard, Map<String, Type> names) {
        Optional<Program> program = typed(guard, Simple.BOOL, names);
        if (program.isPresent() && program.get().isConstant()) {
            problems.add(Problem.warning(
                    "constant-condition",
                    guard.at(),
                    "Expected a condition that depends on something, but '%s' is always the same."
                            .formatted(guard.text()),
                    ""));
        }
    }

    private Optional<Program> typed(Expression expression, Type wanted, Map<String, Type> names) {
        Optional<Program> program = checker(names).compile(expression, wanted, problems);
        program.ifPresent(found -> programs.put(expression, found));
        return program;
    }

    private ExpressionChecker checker(Map<String, Type> names) {
        return checkers.computeIfAbsent(names, ExpressionChecker::new);
    }
}
