package breakwater.scoring;

import breakwater.exercise.ExerciseEvent.LinkChanged;
import breakwater.exercise.ExerciseEvent.LinkDeclared;
import breakwater.exercise.LogEntry;
import breakwater.network.DomainId;

/** Whether one link generated: 1 while up at a rate above 0, else 0. Up at StartEx unless the log says otherwise. */
final class LinkTrace {

    private final LinkDeclared declared;
    private final DomainId owner;
    private final RateSteps steps = new RateSteps(1);

    LinkTrace(LinkDeclared declared, DomainId owner, LogEntry by) {
        this.declared = declared;
        this.owner = owner;
        steps.setRate(0, declared.rateBitPerSecond() > 0 ? 1 : 0, by);
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

    void changed(LogEntry entry, LinkChanged link) {
        steps.setRate(entry.timeMicros(), link.generates() ? 1 : 0, entry);
    }
}
