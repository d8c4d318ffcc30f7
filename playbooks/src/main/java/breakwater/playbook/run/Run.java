package breakwater.playbook.run;

import breakwater.exercise.Responding;
import breakwater.exercise.StepState;
import breakwater.playbook.Outcome;
import breakwater.playbook.Playbook;
import breakwater.playbook.Step;
import breakwater.playbook.Step.OnFailure;
import breakwater.playbook.Verb;
import breakwater.playbook.check.CheckedPlaybook;
import breakwater.playbook.expression.Expression;
import breakwater.playbook.expression.ExpressionFailure;
import breakwater.playbook.expression.Program;
import breakwater.playbook.run.Activity.Waiting;
import breakwater.playbook.run.Sequence.Kind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One run of a playbook: sequences of steps, each an {@link Activity}, some side by side. Everything here happens at
 * the outbox's time.
 */
final class Run {

    final String id;
    final CheckedPlaybook checked;
    final Machinery machinery;
    final Scope scope;
    final Map<String, Object> given;
    final String cause;
    final int depth;

    /** How much had happened when the run began. */
    final int happenedBefore;

    /** The step of another run that called this one. */
    final @Nullable Activity caller;

    /** All that are in progress, in the order in which they began. */
    private final Map<String, Activity> live = new LinkedHashMap<>();

    final Undoing undoing = new Undoing(this);
    final Cancelling cancelling = new Cancelling(this);
    private Kind phase = Kind.MAIN;
    private @Nullable Outcome pendingEnd;
    private boolean pendingAbort;
    private Outcome outcome = Outcome.STOOD_DOWN;
    private boolean closed;

    /** What a run is made of that does not change. */
    record Origin(
            String id,
            String cause,
            Map<String, Object> given,
            @Nullable Activity caller,
            int depth) {}

    Run(Origin origin, CheckedPlaybook checked, Machinery machinery) {
        id = origin.id();
        cause = origin.cause();
        given = Map.copyOf(origin.given());
        caller = origin.caller();
        depth = origin.depth();
        this.checked = checked;
        this.machinery = machinery;
        happenedBefore = machinery.happenedSoFar();
        Map<String, Object> first = new LinkedHashMap<>();
        checked.playbook()
                .variables()
                .forEach(variable ->
                        first.put("vars." + variable.name(), variable.value().value()));
        scope = Scope.of(first);
    }

    Playbook playbook() {
        return checked.playbook();
    }

    /** One of the moments a run knows of itself, in drill time. */
    long momentMicros(String name) {
        if (given.get(name) instanceof Instant moment) {
            return Happening.micros(moment);
        }
        throw new IllegalArgumentException("The run knows no moment (%s).".formatted(name));
    }

    Outcome outcome() {
        return outcome;
    }

    boolean isClosed() {
        return closed;
    }

    void begin() {
        advance(new Sequence(Kind.MAIN, playbook().steps(), scope, "", null));
        settle();
    }

    /** A run that could not even begin, for example because its guard could not be evaluated. */
    void beginFailed(String message) {
        note(new Responding.StepMoved(id, "trigger", 0, StepState.FAILED, message));
        pendingAbort = true;
        settle();
    }

    // --- expressions

    Object value(Expression expression, Scope in, Map<String, Object> extra) {
        Program program = checked.program(expression);
        return program.value(frame(program, in, extra));
    }

    boolean test(Expression expression, Scope in, Map<String, Object> extra) {
        Program program = checked.program(expression);
        return program.test(frame(program, in, extra));
    }

    private RunFrame frame(Program program, Scope in, Map<String, Object> extra) {
        return new RunFrame(
                program.names(),
                in,
                given,
                extra,
                machinery.view(),
                machinery.outbox().nowMicros());
    }

    // --- sequences

    /** Carries out steps until one has to wait, or all are done. */
    void advance(Sequence sequence) {
        // Each round begins a step further on: at most as many as the sequence has.
        while (!stopping() && !sequence.over) {
            if (sequence.cancelled) {
                cancelling.stopped(sequence);
                return;
            }
            if (sequence.next == sequence.steps.size()) {
                sequence.over = true;
                ended(sequence);
                return;
            }
            Activity activity = new Activity(this, sequence.steps.get(sequence.next), sequence, 0);
            start(activity);
            if (!activity.done) {
                return;
            }
        }
    }

    private boolean stopping() {
        return pendingEnd != null || pendingAbort;
    }

    private void start(Activity activity) {
        activity.starting = true;
        activity.in.current = activity;
        live.put(activity.key, activity);
        machinery.register(activity);
        new Starter(this, activity).start();
        activity.starting = false;
    }

    /** The step is done: what it saves is saved, and the next one begins. */
    void complete(Activity activity, String detail) {
        try {
            for (Step.Assignment assignment : activity.modifiers().save()) {
                set(
                        activity,
                        assignment,
                        value(assignment.value(), activity.in.scope, activity.results));
            }
        } catch (ExpressionFailure failure) {
            fail(activity, "expr", String.valueOf(failure.getMessage()));
            return;
        }
        moved(activity, StepState.DONE, detail);
        leave(activity);
    }

    void set(Activity activity, Step.Assignment assignment, Object value) {
        activity.in.scope.set("vars." + assignment.variable(), value);
        note(new Responding.VariableSet(id, assignment.variable(), Texts.of(value)));
    }

    /** Goes on behind the step, whatever became of it. */
    void leave(Activity activity) {
        release(activity);
        activity.done = true;
        activity.in.next++;
        if (!activity.starting) {
            advance(activity.in);
        }
    }

    /** Nothing of the step is awaited any more. */
    void release(Activity activity) {
        activity.waiting = Waiting.NOTHING;
        activity.alarms.forEach(alarm -> machinery.cancelAlarm(activity, alarm));
        activity.alarms.clear();
        machinery.forget(activity);
        live.remove(activity.key);
    }

    /** An attempt failed: it is tried again, or handled as the step says. */
    void fail(Activity activity, String kind, String message) {
        Playbook.Retry retry = activity.retry();
        boolean again = retry != null
                && !kind.equals("expr")
                && activity.attempt < retry.max()
                && (retry.on().isEmpty() || retry.on().contains(kind))
                && !activity.in.cancelled;
        moved(activity, StepState.FAILED, message.isEmpty() ? kind : kind + ": " + message);
        if (again && retry != null) {
            retryLater(activity, retry);
            return;
        }
        activity.failure = kind;
        OnFailure then = activity.modifiers().onFailure();
        if (activity.in.goesOn() || then == OnFailure.Simple.CONTINUE) {
            leave(activity);
        } else if (then instanceof OnFailure.Handle handler) {
            keep(activity, Waiting.BODY);
            Sequence instead = new Sequence(
                    Kind.HANDLER,
                    handler.steps(),
                    activity.in.scope,
                    activity.in.iteration,
                    activity);
            activity.bodies.add(instead);
            advance(instead);
        } else if (then == OnFailure.Simple.UNDO) {
            keep(activity, Waiting.BODY);
            undoing.takeBackAll(activity, () -> goesUp(activity));
        } else {
            goesUp(activity);
        }
    }

    /** Releases what the attempt waited for, but stays in the step. */
    private void keep(Activity activity, Waiting waiting) {
        release(activity);
        live.put(activity.key, activity);
        activity.waiting = waiting;
    }

    private void retryLater(Activity activity, Playbook.Retry retry) {
        keep(activity, Waiting.RETRY);
        double wait = retry.everyMicros();
        for (int earlier = 0; earlier < activity.attempt; earlier++) {
            wait *= retry.backoff();
        }
        machinery.setEarlyAlarm(activity, "retry", machinery.outbox().nowMicros() + (long) wait);
    }

    /** The time for another attempt has come. */
    void again(Activity failed) {
        release(failed);
        Activity next = new Activity(this, failed.step, failed.in, failed.attempt + 1);
        start(next);
        if (next.done) {
            advance(failed.in);
        }
    }

    /** The failure of a step is that of what holds it. */
    void goesUp(Activity activity) {
        String kind = activity.failure == null ? "failed" : activity.failure;
        release(activity);
        activity.in.over = true;
        Activity owner = activity.in.owner;
        if (owner == null) {
            if (activity.in.kind == Kind.MAIN) {
                pendingAbort = true;
            } else {
                // What runs after a failure failed itself: the run ends.
                pendingEnd = Outcome.FAILED;
            }
        } else if (activity.in.kind == Kind.HANDLER) {
            owner.failure = kind;
            goesUp(owner);
        } else if (owner.step.verb() instanceof Verb.Parallel) {
            Branches.failed(this, owner, activity.in, kind);
        } else {
            fail(owner, kind, "step " + activity.step.path());
        }
    }

    private void ended(Sequence sequence) {
        Activity owner = sequence.owner;
        if (sequence.kind == Kind.UNDO && owner != null) {
            Runnable after = owner.afterUndo;
            owner.afterUndo = null;
            if (after != null) {
                after.run();
            }
        } else if (sequence.kind == Kind.HANDLER && owner != null) {
            leave(owner);
        } else if (owner != null) {
            bodyEnded(owner, sequence);
        } else if (sequence.kind == Kind.LASTLY) {
            close();
        } else {
            pendingEnd = sequence.kind == Kind.ABORT ? Outcome.FAILED : Outcome.STOOD_DOWN;
        }
    }

    private void bodyEnded(Activity owner, Sequence body) {
        if (owner.step.verb() instanceof Verb.Parallel) {
            Branches.ended(this, owner, body);
        } else if (owner.step.verb() instanceof Verb.While loop) {
            new Starter(this, owner).passEnded(loop);
        } else {
            complete(owner, "");
        }
    }

    // --- the end

    void end(Outcome how) {
        pendingEnd = how;
    }

    /** Does what became due while steps were carried out: the failure of the run, its last steps, its end. */
    void settle() {
        // MAIN, ABORT and LASTLY come one after the other, each once.
        while (stopping() && !closed) {
            cancelling.cancelAll(live.values());
            if (pendingAbort && pendingEnd == null && phase == Kind.MAIN) {
                pendingAbort = false;
                phase = Kind.ABORT;
                outcome = Outcome.FAILED;
                advance(new Sequence(Kind.ABORT, playbook().onAbort(), scope, "", null));
            } else if (phase != Kind.LASTLY) {
                outcome = Optional.ofNullable(pendingEnd).orElse(Outcome.FAILED);
                pendingEnd = null;
                pendingAbort = false;
                phase = Kind.LASTLY;
                advance(new Sequence(Kind.LASTLY, playbook().lastly(), scope, "", null));
            } else {
                close();
            }
        }
    }

    private void close() {
        closed = true;
        pendingEnd = null;
        pendingAbort = false;
        note(new Responding.PlaybookEnded(id, outcome.label()));
        machinery.closed(this);
    }

    void moved(Activity activity, StepState state, String detail) {
        note(new Responding.StepMoved(id, activity.path(), activity.attempt, state, detail));
    }

    void note(Responding event) {
        machinery.outbox().note(event);
    }
}
