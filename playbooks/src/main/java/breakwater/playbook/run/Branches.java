package breakwater.playbook.run;

import breakwater.playbook.Verb;

import java.util.List;

/** Branches side by side: when the step that holds them ends, and what becomes of those that are not needed. */
final class Branches {

    private Branches() {}

    /** A branch came to its end; when enough have, the others are stopped. */
    static void ended(Run run, Activity owner, Sequence branch) {
        owner.bodiesEnded++;
        owner.in.scope.merge(branch.scope);
        if (owner.bodiesEnded >= join(owner)) {
            stopOthers(run, owner);
        }
    }

    /** A branch failed: when too few are left, the step fails once the others have stopped. */
    static void failed(Run run, Activity owner, Sequence branch, String kind) {
        long alive = owner.bodies.stream().filter(body -> !body.over).count();
        if (owner.failure != null || owner.bodiesEnded >= join(owner)) {
            stopped(run, owner);
        } else if (owner.bodiesEnded + alive < join(owner)) {
            owner.failure = kind;
            stopOthers(run, owner);
        }
    }

    private static void stopOthers(Run run, Activity owner) {
        List<Sequence> others = owner.bodies.stream().filter(body -> !body.over).toList();
        others.forEach(run.cancelling::cancel);
        stopped(run, owner);
    }

    /** A branch that was not needed any more has stopped. */
    static void stopped(Run run, Activity owner) {
        boolean decided = owner.failure != null || owner.bodiesEnded >= join(owner);
        if (!decided
                || owner.done
                || owner.afterUndo != null
                || owner.bodies.stream().anyMatch(body -> !body.over)) {
            return;
        }
        List<Sequence> unneeded =
                owner.bodies.stream().filter(body -> body.cancelled).toList();
        String failure = owner.failure;
        run.undoing.takeBackIn(owner, unneeded, () -> {
            if (failure == null) {
                run.complete(owner, "");
            } else {
                run.fail(owner, failure, "a branch failed");
            }
        });
    }

    private static int join(Activity owner) {
        return ((Verb.Parallel) owner.step.verb()).join();
    }
}
