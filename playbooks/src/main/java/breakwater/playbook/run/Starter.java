package breakwater.playbook.run;

import breakwater.exercise.Dialogue;
import breakwater.exercise.Responding;
import breakwater.exercise.SimTime;
import breakwater.exercise.StepState;
import breakwater.playbook.Step;
import breakwater.playbook.Value;
import breakwater.playbook.Verb;
import breakwater.playbook.check.CheckedPlaybook;
import breakwater.playbook.expression.ExpressionFailure;
import breakwater.playbook.run.Activity.Waiting;
import breakwater.playbook.run.Sequence.Kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Begins a step, verb by verb. */
final class Starter implements Verb.Visitor<Void> {

    /** Nested calls; the checker refuses deeper ones. */
    private static final int CALLS_MAX = 8;

    private final Run run;
    private final Activity activity;
    private final Machinery machinery;
    private final Acting acting;
    private final Asking asking;
    private final AidSteps aid;

    Starter(Run run, Activity activity) {
        this.run = run;
        this.activity = activity;
        machinery = run.machinery;
        acting = new Acting(run, activity, this);
        asking = new Asking(run, activity, this);
        aid = new AidSteps(run, activity, this);
    }

    private long now() {
        return machinery.outbox().nowMicros();
    }

    private Scope scope() {
        return activity.in.scope;
    }

    void start() {
        Step.Modifiers modifiers = activity.modifiers();
        try {
            if (activity.attempt == 0
                    && modifiers.when().isPresent()
                    && !run.test(modifiers.when().get(), scope(), Map.of())) {
                run.moved(activity, StepState.SKIPPED, "");
                run.leave(activity);
                return;
            }
        } catch (ExpressionFailure failure) {
            run.fail(activity, "expr", String.valueOf(failure.getMessage()));
            return;
        }
        if (activity.attempt == 0 && modifiers.delayMicros() > 0) {
            activity.waiting = Waiting.DELAY;
            machinery.setEarlyAlarm(activity, "delay", now() + modifiers.delayMicros());
            return;
        }
        enter();
    }

    /** Its time has come: what it does begins. */
    void enter() {
        activity.enteredAt = now();
        activity.waiting = Waiting.NOTHING;
        try {
            activity.step.verb().accept(this);
        } catch (ExpressionFailure failure) {
            run.fail(activity, "expr", String.valueOf(failure.getMessage()));
        }
    }

    void entered(String detail) {
        run.moved(activity, StepState.ENTERED, detail);
        List<Step.Escalation> ladder = activity.modifiers().escalate();
        for (int rung = 0; rung < ladder.size(); rung++) {
            machinery.setAlarm(
                    activity, "escalate" + rung, now() + ladder.get(rung).afterMicros());
        }
    }

    OptionalLong timeout() {
        OptionalLong own = activity.modifiers().timeoutMicros();
        return own.isPresent() ? own : run.playbook().defaults().timeoutMicros();
    }

    void limit() {
        timeout().ifPresent(micros -> machinery.setAlarm(activity, "timeout", now() + micros));
    }

    Map<String, Object> evaluate(Map<String, Value> with) {
        Map<String, Object> values = new LinkedHashMap<>();
        with.forEach((name, value) -> values.put(name, evaluate(value)));
        return values;
    }

    Object evaluate(Value value) {
        return value instanceof Value.Computed computed
                ? run.value(computed.expression(), scope(), Map.of())
                : ((Value.Literal) value).value();
    }

    // --- do

    @Override
    public Void onDo(Verb.Do verb) {
        acting.begin(verb);
        return null;
    }

    /** The engine answered a command. */
    void answered(Dialogue.CommandAnswered answer) {
        if (activity.step.verb() instanceof Verb.Do verb) {
            acting.answered(verb, answer);
        } else {
            aid.answered(answer);
        }
    }

    // --- people

    @Override
    public Void onTask(Verb.Task verb) {
        asking.task(verb);
        return null;
    }

    @Override
    public Void onDecide(Verb.Decide verb) {
        asking.decide(verb);
        return null;
    }

    @Override
    public Void onNotify(Verb.Notify verb) {
        asking.tell(verb);
        return null;
    }

    /** Somebody answered, or the deadline did. */
    void answered(Dialogue.QuestionAnswered answer) {
        if (activity.step.verb() instanceof Verb.Aid) {
            aid.answered(answer);
        } else if (activity.waiting == Waiting.APPROVAL) {
            acting.approved((Verb.Do) activity.step.verb(), answer.option(), answer.by());
        } else {
            asking.answered(answer);
        }
    }

    // --- flow

    @Override
    public Void onIf(Verb.If verb) {
        boolean yes = run.test(verb.condition(), scope(), Map.of());
        entered(yes ? "then" : "else");
        body(yes ? verb.then() : verb.otherwise());
        return null;
    }

    @Override
    public Void onSwitch(Verb.Switch verb) {
        String value = String.valueOf(run.value(verb.value(), scope(), Map.of()));
        Optional<Verb.Branch> chosen = verb.cases().stream()
                .filter(branch -> branch.name().equals(value))
                .findFirst();
        entered(chosen.map(Verb.Branch::name).orElse("default"));
        body(chosen.map(Verb.Branch::steps).orElse(verb.otherwise()));
        return null;
    }

    private void body(List<Step> steps) {
        activity.waiting = Waiting.BODY;
        Sequence body = new Sequence(Kind.BODY, steps, scope(), activity.in.iteration, activity);
        activity.bodies.add(body);
        run.advance(body);
    }

    @Override
    public Void onParallel(Verb.Parallel verb) {
        entered("");
        activity.waiting = Waiting.BODY;
        for (Verb.Branch branch : verb.branches()) {
            activity.bodies.add(new Sequence(
                    Kind.BODY, branch.steps(), scope().branch(), activity.in.iteration, activity));
        }
        for (Sequence body : List.copyOf(activity.bodies)) {
            run.advance(body);
        }
        return null;
    }

    @Override
    public Void onWhile(Verb.While verb) {
        entered("");
        pass(verb);
        return null;
    }

    /** Begins a pass, unless the condition is false or there were enough. */
    void pass(Verb.While verb) {
        if (!run.test(verb.condition(), scope(), Map.of())) {
            run.complete(activity, activity.passes + " passes");
            return;
        }
        if (activity.passes == verb.max()) {
            run.fail(activity, "loop-exhausted", activity.passes + " passes");
            return;
        }
        activity.passes++;
        activity.passBegan = now();
        activity.bodies.clear();
        activity.waiting = Waiting.BODY;
        String outer = activity.in.iteration;
        String iteration = (outer.isEmpty() ? "" : outer + ".") + activity.passes;
        Sequence body = new Sequence(Kind.BODY, verb.steps(), scope(), iteration, activity);
        activity.bodies.add(body);
        run.advance(body);
    }

    /** The next pass begins {@code every} after the last one did, or now if that took longer. */
    void passEnded(Verb.While verb) {
        activity.waiting = Waiting.PASS;
        machinery.setEarlyAlarm(activity, "pass", activity.passBegan + verb.everyMicros());
    }

    // --- time and events

    @Override
    public Void onPause(Verb.Pause verb) {
        entered("");
        if (verb.micros() == 0) {
            run.complete(activity, "");
        } else {
            activity.waiting = Waiting.TIME;
            machinery.setEarlyAlarm(activity, "time", now() + verb.micros());
        }
        return null;
    }

    @Override
    public Void onAwait(Verb.Await verb) {
        entered(verb.event());
        if (verb.event().isEmpty()) {
            activity.waiting = Waiting.CONDITION;
            if (run.test(verb.condition().orElseThrow(), scope(), Map.of())) {
                run.complete(activity, "at once");
                return null;
            }
        } else {
            activity.waiting = Waiting.EVENT;
            if (verb.sinceRun()) {
                for (Happening earlier : machinery.since(run)) {
                    if (matches(verb, earlier)) {
                        run.complete(activity, "at " + SimTime.format(earlier.atMicros()));
                        return null;
                    }
                }
            }
        }
        limit();
        return null;
    }

    /** Whether the step has waited for this. */
    boolean matches(Verb.Await verb, Happening happening) {
        return happening.kind().label().equals(verb.event())
                && (verb.condition().isEmpty()
                        || run.test(verb.condition().get(), scope(), happening.fields(0)));
    }

    @Override
    public Void onSet(Verb.SetVariables verb) {
        entered("");
        Map<Step.Assignment, Object> values = new LinkedHashMap<>();
        for (Step.Assignment assignment : verb.assignments()) {
            values.put(assignment, run.value(assignment.value(), scope(), Map.of()));
        }
        values.forEach((assignment, value) -> run.set(activity, assignment, value));
        run.complete(activity, "");
        return null;
    }

    // --- others

    @Override
    public Void onAid(Verb.Aid verb) {
        aid.ask(verb);
        return null;
    }

    @Override
    public Void onReturn(Verb.Return verb) {
        aid.giveBack(verb);
        return null;
    }

    @Override
    public Void onCall(Verb.Call verb) {
        Map<String, Object> with = evaluate(verb.with());
        entered(verb.playbook() + " " + Texts.of(with));
        Optional<CheckedPlaybook> callee = machinery.callable(verb.playbook());
        if (callee.isEmpty() || run.depth >= CALLS_MAX) {
            run.fail(activity, "unreachable", "playbook " + verb.playbook());
            return null;
        }
        activity.waiting = Waiting.CALL;
        activity.modifiers()
                .timeoutMicros()
                .ifPresent(micros -> machinery.setAlarm(activity, "timeout", now() + micros));
        activity.called = machinery.call(activity, callee.get(), with);
        return null;
    }

    @Override
    public Void onEscalate(Verb.Escalate verb) {
        entered("");
        run.note(new Responding.Escalated(run.id, activity.path(), verb.to()));
        run.complete(activity, "");
        return null;
    }

    @Override
    public Void onEnd(Verb.End verb) {
        run.moved(activity, StepState.DONE, verb.outcome().label());
        for (Activity holds = activity.in.owner; holds != null; holds = holds.in.owner) {
            holds.endedWithin = true;
        }
        run.end(verb.outcome());
        return null;
    }
}
