package breakwater.playbook.run;

import breakwater.playbook.Step;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Steps being carried out one after the other. */
final class Sequence {

    /** What the steps are, and so what their end means. */
    enum Kind {
        /** The steps of the playbook. */
        MAIN,
        /** After a failure that nobody handled. */
        ABORT,
        /** At the very end. */
        LASTLY,
        /** Below a step: a branch, a pass. */
        BODY,
        /** Instead of a step that failed. */
        HANDLER,
        /** Takes back what was done; whatever fails here, the rest goes on. */
        UNDO
    }

    final Kind kind;
    final List<Step> steps;
    final Scope scope;

    /** The passes of all loops around, for example {@code 2.1}; empty outside of loops. */
    final String iteration;

    final @Nullable Activity owner;
    int next;

    @Nullable Activity current;

    boolean cancelled;
    boolean over;

    Sequence(Kind kind, List<Step> steps, Scope scope, String iteration, @Nullable Activity owner) {
        this.kind = kind;
        this.steps = steps;
        this.scope = scope;
        this.iteration = iteration;
        this.owner = owner;
    }

    /** Whether a failing step does not stop it. */
    boolean goesOn() {
        return kind == Kind.LASTLY || kind == Kind.UNDO;
    }
}
