package breakwater.playbook.run;

import breakwater.exercise.Intent;
import breakwater.exercise.StepState;
import breakwater.playbook.Outcome;
import breakwater.playbook.Verb;
import breakwater.playbook.run.Activity.Waiting;

import java.util.Collection;
import java.util.List;

/** Stops what is in progress in a run: a branch nobody needs any more, or all of it. */
final class Cancelling {

    private final Run run;

    Cancelling(Run run) {
        this.run = run;
    }

    /** A cancelled sequence came to the end of the step it was in. */
    void stopped(Sequence sequence) {
        sequence.over = true;
        Activity owner = sequence.owner;
        if (owner == null || owner.bodies.stream().anyMatch(body -> !body.over)) {
            return;
        }
        if (owner.step.verb() instanceof Verb.Parallel && !owner.in.cancelled) {
            Branches.stopped(run, owner);
        } else {
            run.moved(owner, StepState.CANCELLED, "");
            run.leave(owner);
        }
    }

    /** No further step begins in the sequence; one that only waits ends at once. */
    void cancel(Sequence sequence) {
        if (sequence.over) {
            return;
        }
        sequence.cancelled = true;
        Activity current = sequence.current;
        if (current == null || current.done) {
            return;
        }
        switch (current.waiting) {
            case COMMAND, CALL, AID -> {
                // What was asked of others is let finish: its effect would come anyway.
            }
            case BODY -> List.copyOf(current.bodies).forEach(this::cancel);
            default -> {
                withdraw(current);
                run.moved(current, StepState.CANCELLED, "");
                run.leave(current);
            }
        }
    }

    /** Stops all that is in progress: the run ends, or its last steps begin. */
    void cancelAll(Collection<Activity> live) {
        for (Activity activity : List.copyOf(live)) {
            withdraw(activity);
            if (activity.waiting != Waiting.NOTHING) {
                run.moved(
                        activity, activity.endedWithin ? StepState.DONE : StepState.CANCELLED, "");
            }
            activity.in.over = true;
            activity.done = true;
            run.release(activity);
            Run called = activity.called;
            if (called != null && !called.isClosed()) {
                called.end(Outcome.STOOD_DOWN);
                called.settle();
            }
        }
    }

    private void withdraw(Activity activity) {
        if (activity.waiting == Waiting.QUESTION || activity.waiting == Waiting.APPROVAL) {
            run.machinery
                    .outbox()
                    .ask(new Intent.WithdrawQuestion(run.machinery.questionOf(activity)));
        }
        boolean helped = activity.step.verb() instanceof Verb.Aid
                || activity.step.verb() instanceof Verb.Return;
        if (helped && (activity.waiting == Waiting.AID || activity.waiting == Waiting.QUESTION)) {
            new AidSteps(run, activity, new Starter(run, activity)).abandon();
        }
    }
}
