package breakwater.playbook.run;

import breakwater.exercise.Responding;
import breakwater.exercise.StepState;
import breakwater.playbook.Step;
import breakwater.playbook.run.Activity.Waiting;
import breakwater.playbook.run.Sequence.Kind;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a run has begun and how to take it back, the last first. */
final class Undoing {

    private final Run run;
    private final List<Undo> undos = new ArrayList<>();

    /** How to take back a step that was begun. */
    private record Undo(Activity of, Step step) {}

    Undoing(Run run) {
        this.run = run;
    }

    /** Remembers how to take the step back. */
    void remember(Activity activity) {
        activity.modifiers().undo().ifPresent(undo -> undos.add(new Undo(activity, undo)));
    }

    /** Takes back all that was begun in the run. */
    void takeBackAll(Activity owner, Runnable after) {
        takeBack(owner, undos, after);
    }

    /** Takes back what was begun in these sequences or below. */
    void takeBackIn(Activity owner, List<Sequence> sequences, Runnable after) {
        // Mostly no branch was cut short, and a run that loops for long has begun much.
        List<Undo> chosen = sequences.isEmpty()
                ? List.of()
                : undos.stream()
                        .filter(undo -> sequences.stream()
                                .anyMatch(sequence -> isWithin(undo.of(), sequence)))
                        .toList();
        takeBack(owner, chosen, after);
    }

    private static boolean isWithin(Activity activity, Sequence sequence) {
        Sequence at = activity.in;
        while (at != sequence) {
            Activity owner = at.owner;
            if (owner == null) {
                return false;
            }
            at = owner.in;
        }
        return true;
    }

    private void takeBack(Activity owner, List<Undo> chosen, Runnable after) {
        List<Undo> order = new ArrayList<>(chosen);
        Collections.reverse(order);
        if (!order.isEmpty()) {
            undos.removeAll(order);
        }
        List<Step> steps = new ArrayList<>();
        for (Undo undo : order) {
            steps.add(undo.step());
            run.note(new Responding.StepMoved(
                    run.id, undo.of().path(), undo.of().attempt, StepState.UNDONE, ""));
        }
        owner.afterUndo = after;
        owner.waiting = Waiting.BODY;
        run.advance(new Sequence(Kind.UNDO, steps, owner.in.scope, owner.in.iteration, owner));
    }
}
