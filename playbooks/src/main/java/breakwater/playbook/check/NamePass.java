package breakwater.playbook.check;

import breakwater.playbook.Playbook;
import breakwater.playbook.Step;
import breakwater.playbook.Value;
import breakwater.playbook.Verb;
import breakwater.playbook.action.Action;
import breakwater.playbook.action.ActionCatalogue;
import breakwater.playbook.event.EventKind;
import breakwater.playbook.expression.Type;
import breakwater.problem.Location;
import breakwater.problem.Nearest;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Checks names that are no expressions: events, actions and their inputs, roles, playbooks, operators, resources. */
final class NamePass {

    /** What can be asked of others. */
    static final List<String> RESOURCES = List.of("crew", "key-loan", "key-relay", "spare");

    private final Playbook playbook;
    private final Surroundings surroundings;
    private final ExpressionPass expressions;
    private final Problems problems;
    private final Map<String, Playbook.Role> roles = new HashMap<>();
    private final Set<String> usedRoles = new HashSet<>();
    private final Map<String, Step> aids = new TreeMap<>();

    NamePass(
            Playbook playbook,
            Surroundings surroundings,
            ExpressionPass expressions,
            Problems problems) {
        this.playbook = playbook;
        this.surroundings = surroundings;
        this.expressions = expressions;
        this.problems = problems;
        playbook.roles().forEach(role -> roles.put(role.id(), role));
    }

    void check() {
        for (Playbook.Trigger trigger : playbook.triggers()) {
            if (!trigger.event().isEmpty() && EventKind.find(trigger.event()).isEmpty()) {
                unknown("event", trigger.event(), EventKind.byLabel().keySet(), trigger.at());
            }
        }
        StepWalk.all(playbook, step -> {
            if (step.verb() instanceof Verb.Aid && !step.id().isEmpty()) {
                aids.put(step.id(), step);
            }
        });
        StepWalk.all(playbook, this::step);
        playbook.roles().forEach(this::role);
    }

    private void role(Playbook.Role role) {
        if (!usedRoles.contains(role.id())) {
            problems.add(Problem.warning(
                    "unused-role",
                    role.at(),
                    "Expected each role to have something to do, but '%s' has nothing."
                            .formatted(role.id()),
                    "Maybe remove it."));
            return;
        }
        surroundings.roles().ifPresent(held -> {
            if (!held.contains(role.id())) {
                problems.add(Problem.error(
                        "role-not-held",
                        role.at(),
                        "Expected somebody in this federation to hold the role '%s', but nobody does."
                                .formatted(role.id()),
                        held.isEmpty()
                                ? "Maybe name it under 'people' in exercise.yaml."
                                : "Maybe one of: " + String.join(", ", Surroundings.sorted(held))
                                        + "."));
            }
        });
    }

    private void step(Step step) {
        step.modifiers()
                .escalate()
                .forEach(escalation -> useRole(escalation.to(), escalation.at()));
        step.modifiers().approve().ifPresent(approval -> useRole(approval.role(), approval.at()));
        Verb verb = step.verb();
        if (verb instanceof Verb.Do act) {
            action(act);
        } else if (verb instanceof Verb.Task task) {
            useRole(task.role(), task.at());
        } else if (verb instanceof Verb.Decide decide) {
            useRole(decide.role(), decide.at());
        } else if (verb instanceof Verb.Notify notify) {
            if (!notify.role().isEmpty()) {
                useRole(notify.role(), notify.at());
            }
        } else if (verb instanceof Verb.Aid aid) {
            aid(aid);
        } else if (verb instanceof Verb.Return back) {
            if (!back.aid().isEmpty() && !aids.containsKey(back.aid())) {
                unknown("aid step", back.aid(), aids.keySet(), back.at());
            }
        } else if (verb instanceof Verb.Escalate escalate) {
            useRole(escalate.to(), escalate.at());
        } else if (verb instanceof Verb.Call call) {
            call(call);
        }
    }

    private void useRole(String role, Location at) {
        usedRoles.add(role);
        if (!role.isEmpty() && !roles.containsKey(role)) {
            unknown("role", role, roles.keySet(), at);
        }
    }

    private void aid(Verb.Aid aid) {
        useRole(aid.accept().role(), aid.accept().at());
        if (!aid.need().isEmpty() && !RESOURCES.contains(aid.need())) {
            unknown("resource", aid.need(), RESOURCES, aid.at());
        }
        expressions.typedValue("'amount'", Type.Simple.INTEGER, aid.amount());
        if (aid.subject() instanceof Value.Computed computed) {
            expressions.any(computed.expression());
        }
        Optional<Set<String>> operators = surroundings.idsOf(Type.Id.ORGANISATION);
        for (int i = 0; operators.isPresent() && i < aid.ask().size(); i++) {
            if (!operators.get().contains(aid.ask().get(i))) {
                unknown("org", aid.ask().get(i), operators.get(), aid.askedAt().get(i));
            }
        }
    }

    private void action(Verb.Do act) {
        if (act.action().isEmpty()) {
            return;
        }
        Optional<Action> found = ActionCatalogue.find(act.action());
        if (found.isEmpty()) {
            unknown("action", act.action(), ActionCatalogue.all().keySet(), act.at());
            act.with().values().forEach(value -> {
                if (value instanceof Value.Computed computed) {
                    expressions.any(computed.expression());
                }
            });
            return;
        }
        Action action = found.get();
        act.with().forEach((name, value) -> input(action, name, value));
        for (Action.Input input : action.inputs()) {
            if (input.required() && !act.with().containsKey(input.name())) {
                problems.add(Problem.error(
                        "missing-input",
                        act.at(),
                        "Expected '%s' under 'with' for %s, but it is missing."
                                .formatted(input.name(), action.name()),
                        "Maybe add 'with: {%s: ...}': %s."
                                .formatted(input.name(), input.meaning())));
            }
        }
    }

    private void input(Action action, String name, Value value) {
        Optional<Action.Input> input = action.input(name);
        if (input.isEmpty()) {
            List<String> known =
                    action.inputs().stream().map(Action.Input::name).toList();
            unknown("input of " + action.name(), name, known, value.at());
            return;
        }
        expressions.typedValue("'" + name + "'", input.get().type(), value);
        if (value instanceof Value.Literal literal
                && !input.get().choices().isEmpty()
                && literal.value() instanceof String word
                && !input.get().choices().contains(word)) {
            problems.add(Problem.error(
                    "unknown-word",
                    value.at(),
                    "Expected one of %s for '%s', but found '%s'."
                            .formatted(String.join(", ", input.get().choices()), name, word),
                    Nearest.adviceAmong(input.get().choices(), word)));
        }
    }

    private void call(Verb.Call call) {
        Playbook callee = surroundings.playbooks().get(call.playbook());
        if (callee == null) {
            if (!call.playbook().isEmpty()) {
                unknown("playbook", call.playbook(), surroundings.playbooks().keySet(), call.at());
            }
            return;
        }
        if (!callee.version().equals(call.version()) && !call.version().isEmpty()) {
            problems.add(Problem.error(
                    "playbook-version",
                    call.at(),
                    "Expected version %s of playbook '%s', but there is version %s."
                            .formatted(call.version(), call.playbook(), callee.version()),
                    "Maybe look at what changed, then write 'version: %s'."
                            .formatted(callee.version())));
        }
        Map<String, Playbook.Input> inputs = new TreeMap<>();
        callee.inputs().forEach(input -> inputs.put(input.name(), input));
        call.with().forEach((name, value) -> {
            Playbook.Input input = inputs.remove(name);
            if (input == null) {
                List<String> known =
                        callee.inputs().stream().map(Playbook.Input::name).toList();
                unknown("input of playbook " + callee.id(), name, known, value.at());
            } else {
                expressions.typedValue("'" + name + "'", input.type(), value);
            }
        });
        inputs.keySet()
                .forEach(name -> problems.add(Problem.error(
                        "missing-input",
                        call.at(),
                        "Expected '%s' under 'with' for playbook %s, but it is missing."
                                .formatted(name, callee.id()),
                        "")));
    }

    private void unknown(String kind, String found, Collection<String> known, Location at) {
        List<String> sorted = known.stream().sorted().toList();
        String nearest = Nearest.adviceAmong(sorted, found);
        String rule = "unknown-" + kind.split(" of ", 2)[0].replace(' ', '-');
        boolean few = !sorted.isEmpty() && sorted.size() <= 8;
        problems.add(Problem.error(
                rule,
                at,
                "Expected a known %s, but found '%s'.".formatted(kind, found),
                nearest.isEmpty() && few
                        ? "Maybe one of: " + String.join(", ", sorted) + "."
                        : nearest));
    }
}
