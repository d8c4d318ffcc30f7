package breakwater.playbook.check;

import breakwater.playbook.Playbook;
import breakwater.playbook.Step;
import breakwater.playbook.Verb;
import breakwater.playbook.action.Action;
import breakwater.playbook.action.ActionCatalogue;
import breakwater.playbook.yaml.PlaybookDurations;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** What no single step shows: steps nobody reaches, races, things never taken back or returned, endless calls. */
final class FlowPass {

    /** Nested calls; deeper ones nobody follows, and the runtime refuses them. */
    static final int CALLS_MAX = 8;

    private final Playbook playbook;
    private final Map<String, Playbook> playbooks;
    private final Problems problems;
    private final Set<String> actions = new HashSet<>();
    private final Set<String> returned = new HashSet<>();
    private final Map<String, Optional<String>> faultsOfCalls = new HashMap<>();
    private boolean undoes;
    private boolean decides;

    FlowPass(Playbook playbook, Map<String, Playbook> playbooks, Problems problems) {
        this.playbook = playbook;
        this.playbooks = playbooks;
        this.problems = problems;
    }

    void check() {
        StepWalk.all(playbook, this::note);
        endsRun(playbook.steps());
        endsRun(playbook.lastly());
        endsRun(playbook.onAbort());
        StepWalk.all(playbook.lastly(), this::noEnd);
        StepWalk.all(playbook, this::step);
        StepWalk.all(playbook, step -> {
            if (step.verb() instanceof Verb.Call call) {
                calls(step, call);
            }
        });
    }

    private void note(Step step) {
        if (step.verb() instanceof Verb.Do act) {
            actions.add(act.action());
        } else if (step.verb() instanceof Verb.Return back) {
            returned.add(back.aid());
        }
        decides |= step.verb() instanceof Verb.Decide;
        undoes |= step.modifiers().undo().isPresent();
    }

    private void noEnd(Step step) {
        if (step.verb() instanceof Verb.End) {
            problems.add(Problem.error(
                    "end-in-finally",
                    step.at(),
                    "Expected steps that run when all else has ended, but found 'end'.",
                    "Maybe remove it."));
        }
    }

    private void step(Step step) {
        StepWalk.bodies(step).forEach(this::endsRun);
        if (step.modifiers().onFailure() instanceof Step.OnFailure.Handle handler) {
            endsRun(handler.steps());
        }
        if (step.verb() instanceof Verb.Do act) {
            takenBack(step, act);
        } else if (step.verb() instanceof Verb.Parallel parallel) {
            races(parallel);
        } else if (step.verb() instanceof Verb.Aid) {
            aidReturned(step);
        }
        if (step.modifiers().onFailure() == Step.OnFailure.Simple.UNDO && !undoes) {
            problems.add(Problem.error(
                    "nothing-to-undo",
                    step.at(),
                    "Expected a step with 'undo' that 'on_failure: undo' can take back, but there is none.",
                    "Maybe write 'on_failure: stop'."));
        }
        lateEscalations(step);
    }

    /** Whether these steps always end the run; what stands behind such a step is reported once. */
    private boolean endsRun(List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            if (alwaysEnds(steps.get(i))) {
                if (i + 1 < steps.size()) {
                    problems.add(Problem.error(
                            "unreachable",
                            steps.get(i + 1).at(),
                            "Expected a step that can be reached, but the step before it always ends the run.",
                            "Maybe remove it, or give the other a 'when'."));
                }
                return true;
            }
        }
        return false;
    }

    private static boolean alwaysEnds(Step step) {
        if (step.modifiers().when().isPresent()) {
            return false;
        }
        if (step.verb() instanceof Verb.End) {
            return true;
        }
        if (step.modifiers().onFailure() != Step.OnFailure.Simple.STOP) {
            // Whatever fails inside, the next step is reached.
            return false;
        }
        Stream<List<Step>> bodies = StepWalk.bodies(step).stream();
        if (step.verb() instanceof Verb.Parallel parallel) {
            return parallel.join() == parallel.branches().size()
                    && bodies.anyMatch(FlowPass::oneEnds);
        }
        boolean branches = step.verb() instanceof Verb.If || step.verb() instanceof Verb.Switch;
        return branches && bodies.allMatch(FlowPass::oneEnds);
    }

    private static boolean oneEnds(List<Step> steps) {
        return steps.stream().anyMatch(FlowPass::alwaysEnds);
    }

    private void takenBack(Step step, Verb.Do act) {
        Optional<Action> action = ActionCatalogue.find(act.action());
        if (action.isEmpty()) {
            return;
        }
        Optional<String> undoneBy = action.get().undoneBy();
        if (undoneBy.isPresent()
                && step.modifiers().undo().isEmpty()
                && !actions.contains(undoneBy.get())) {
            problems.add(Problem.error(
                    "missing-undo",
                    step.at(),
                    "Expected '%s' to be taken back some time, but nothing in the playbook does."
                            .formatted(act.action()),
                    "Maybe add 'undo: {do: %s, ...}', or such a step under 'finally'."
                            .formatted(undoneBy.get())));
        }
        if (action.get().risk() instanceof Action.Risk.ForGood
                && step.modifiers().approve().isEmpty()
                && !decides) {
            problems.add(Problem.error(
                    "no-approval",
                    step.at(),
                    "Expected somebody to approve '%s', which cannot be taken back, but nobody is asked."
                            .formatted(act.action()),
                    "Maybe add 'approve: {role: ..., deadline: 15m, default: refuse}'."));
        }
    }

    private void races(Verb.Parallel parallel) {
        Map<String, String> writers = new HashMap<>();
        for (Verb.Branch branch : parallel.branches()) {
            Set<String> own = new HashSet<>();
            StepWalk.all(
                    branch.steps(),
                    step -> assignments(step).forEach(assignment -> {
                        String other = writers.get(assignment.variable());
                        if (other != null && own.add(assignment.variable())) {
                            problems.add(Problem.error(
                                    "write-race",
                                    assignment.at(),
                                    "Expected one branch to set '%s', but '%s' and '%s' both do: who is last wins."
                                            .formatted(assignment.variable(), other, branch.name()),
                                    "Maybe use two variables."));
                        }
                        own.add(assignment.variable());
                    }));
            own.forEach(variable -> writers.putIfAbsent(variable, branch.name()));
        }
    }

    private static List<Step.Assignment> assignments(Step step) {
        return step.verb() instanceof Verb.SetVariables set
                ? set.assignments()
                : step.modifiers().save();
    }

    private void aidReturned(Step step) {
        if (step.id().isEmpty() || !returned.contains(step.id())) {
            problems.add(Problem.error(
                    "aid-not-returned",
                    step.at(),
                    "Expected aid to be given back, but no 'return' names this step.",
                    step.id().isEmpty()
                            ? "Maybe give it an id and add '- return: THAT-ID'."
                            : "Maybe add '- return: %s' when it is no longer needed."
                                    .formatted(step.id())));
        }
    }

    private void lateEscalations(Step step) {
        OptionalLong limit = step.verb() instanceof Verb.Decide decide
                ? OptionalLong.of(decide.deadlineMicros())
                : step.modifiers().timeoutMicros();
        for (Step.Escalation escalation : step.modifiers().escalate()) {
            if (limit.isPresent() && escalation.afterMicros() >= limit.getAsLong()) {
                problems.add(Problem.warning(
                        "late-escalation",
                        escalation.at(),
                        "Expected to escalate before the step is over at %s, but found %s: this never happens."
                                .formatted(
                                        PlaybookDurations.format(limit.getAsLong()),
                                        PlaybookDurations.format(escalation.afterMicros())),
                        ""));
            }
        }
    }

    /** A call must come to an end: no playbook calls itself, however far round, and none goes too deep. */
    private void calls(Step step, Verb.Call call) {
        Optional<String> fault = faultsOfCalls.computeIfAbsent(
                call.playbook(),
                id -> follow(id, new ArrayDeque<>(List.of(playbook.id())), new HashSet<>()));
        fault.ifPresent(message -> problems.add(Problem.error(
                "call-cycle",
                step.at(),
                message,
                "Maybe carry out the steps of the last one here.")));
    }

    private Optional<String> follow(String id, Deque<String> chain, Set<String> cleared) {
        if (chain.contains(id)) {
            return Optional.of("Expected calls that come to an end, but found %s -> %s."
                    .formatted(String.join(" -> ", chain), id));
        }
        Playbook callee = playbooks.get(id);
        if (callee == null || !cleared.add(id)) {
            return Optional.empty();
        }
        if (chain.size() >= CALLS_MAX) {
            return Optional.of("Expected at most %s calls within each other, but found %s -> %s."
                    .formatted(CALLS_MAX, String.join(" -> ", chain), id));
        }
        chain.addLast(id);
        Deque<String> next = new ArrayDeque<>();
        StepWalk.all(callee, step -> {
            if (step.verb() instanceof Verb.Call inner) {
                next.add(inner.playbook());
            }
        });
        Optional<String> fault = Optional.empty();
        while (fault.isEmpty() && !next.isEmpty()) {
            fault = follow(next.remove(), chain, cleared);
        }
        chain.removeLast();
        return fault;
    }
}
