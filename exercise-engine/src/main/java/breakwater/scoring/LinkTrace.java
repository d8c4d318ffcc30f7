package breakwater.scoring;

import breakwater.exercise.ExerciseEvent.LinkDeclared;
import breakwater.exercise.LogEntry;
import breakwater.network.DomainId;
import breakwater.network.LinkState;

/** Whether one link generated: 1 while up, else 0. Up at StartEx unless the log says otherwise. */
final class LinkTrace {

    private final LinkDeclared declared;
    private final DomainId owner;
    private final RateSteps steps = new RateSteps();

    LinkTrace(LinkDeclared declared, DomainId owner, LogEntry by) {
        this.declared = declared;
        this.owner = owner;
        steps.set(0, 1, by);
    }

    LinkDeclared declared() {
        return declared;
    }

    DomainId owner() {
        return owner;
    }

    RateSteps steps() {
        return steps;
    }

    void changed(LogEntry entry, LinkState state) {
        steps.set(entry.timeMicros(), state == LinkState.UP ? 1 : 0, entry);
    }
}
