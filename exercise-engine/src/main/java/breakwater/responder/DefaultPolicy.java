package breakwater.responder;

import breakwater.exercise.AidIntent;
import breakwater.exercise.Countermeasure;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.Intent;
import breakwater.exercise.LogEntry;
import breakwater.exercise.MutualAid;
import breakwater.exercise.SimTime;
import breakwater.network.ControllerState;
import breakwater.network.CrewState;
import breakwater.network.Domain;
import breakwater.network.StoreState;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an operator without people or playbooks does: it has the controller allocate anew after a change, keeps the
 * lowest class off a link whose store runs low, and sends crews to repairs, the oldest job first. Asked for aid, it
 * offers what can be spared of it.
 */
public final class DefaultPolicy implements Responder {

    /** How it signs its intents. */
    public static final String NAME = "default-policy";

    private final Domain domain;
    private final long reactionMicros;
    private final int lowestClass;
    private final boolean lends;

    private final Deque<String> waitingJobs = new ArrayDeque<>();
    private final Set<String> shedLinks = new HashSet<>();
    private int idleCrews;
    private long reoptimiseAt = -1;

    private final List<Intent.Addressed> intents = new ArrayList<>();

    /**
     * The policy of one domain.
     *
     * @param lowestClass the class that is shed first; 0 sheds nobody
     * @param signallingLatencyMicros the least reaction time
     * @param lends whether it answers requests for aid; not where a playbook does
     */
    public DefaultPolicy(
            Domain domain, int lowestClass, long signallingLatencyMicros, boolean lends) {
        this.lends = lends;
        this.domain = domain;
        this.lowestClass = lowestClass;
        reactionMicros = Math.max(
                signallingLatencyMicros, SimTime.ofSeconds(domain.controller().reactionSeconds()));
        idleCrews = domain.crews().count();
    }

    @Override
    public List<Intent.Addressed> answer(List<LogEntry> events) {
        intents.clear();
        for (LogEntry entry : events) {
            consider(entry);
        }
        return List.copyOf(intents);
    }

    private void consider(LogEntry entry) {
        ExerciseEvent event = entry.event();
        boolean startEx = entry.timeMicros() == 0 && event instanceof ExerciseEvent.RouteChosen;
        if (startEx
                || event instanceof ExerciseEvent.LinkChanged
                || event instanceof ExerciseEvent.RelayChanged
                || event instanceof ExerciseEvent.GatewayChanged
                || event instanceof Countermeasure.ServiceAdapted) {
            reoptimise(entry);
        } else if (event instanceof ExerciseEvent.ShedChanged shed && shed.fromClass() < 0) {
            // Who is let on again may have been shut out on all its paths, and local repair gives
            // it nothing then.
            reoptimise(entry);
        } else if (event instanceof ExerciseEvent.ControllerChanged changed
                && changed.state() == ControllerState.LEADER) {
            reoptimise(entry);
        } else if (event instanceof ExerciseEvent.StoreChanged changed) {
            reoptimise(entry);
            guardStore(entry, changed);
        } else if (event instanceof ExerciseEvent.RepairOpened opened) {
            waitingJobs.add(opened.job());
            dispatch(entry);
        } else if (event instanceof ExerciseEvent.CrewChanged changed
                && changed.state() == CrewState.IDLE) {
            idleCrews++;
            dispatch(entry);
        } else if (event instanceof ExerciseEvent.CrewChanged changed
                && changed.state() == CrewState.AWAY) {
            idleCrews--;
        } else if (event instanceof MutualAid.AidAsked asked && lends) {
            lend(entry, asked);
        } else if (event instanceof ExerciseEvent.IntentRefused refused) {
            takeBack(entry, refused);
        }
    }

    /** One allocation answers everything that happens within the reaction time. */
    private void reoptimise(LogEntry entry) {
        if (entry.timeMicros() >= reoptimiseAt) {
            reoptimiseAt = entry.timeMicros() + reactionMicros;
            ask(entry, new Intent.Reoptimise());
        }
    }

    private void guardStore(LogEntry entry, ExerciseEvent.StoreChanged changed) {
        if (lowestClass == 0) {
            return;
        }
        if (changed.state() == StoreState.LOW && shedLinks.add(changed.link().value())) {
            ask(entry, new Intent.ShedOnLink(changed.link(), lowestClass));
        } else if (changed.state() == StoreState.NORMAL
                && shedLinks.remove(changed.link().value())) {
            ask(entry, new Intent.RestoreOnLink(changed.link()));
        }
    }

    private void lend(LogEntry entry, MutualAid.AidAsked asked) {
        long most = Math.min(asked.amount(), asked.committable());
        ask(
                entry,
                most > 0
                        ? new AidIntent.OfferAid(asked.aid(), most)
                        : new AidIntent.DeclineAid(asked.aid(), "nothing to spare"));
    }

    private void dispatch(LogEntry entry) {
        while (idleCrews > 0 && !waitingJobs.isEmpty()) {
            idleCrews--;
            ask(entry, new Intent.DispatchCrew(waitingJobs.remove()));
        }
    }

    /** A crew that was refused is idle, and the job waits for the next one; aid that cannot be offered is declined. */
    private void takeBack(LogEntry entry, ExerciseEvent.IntentRefused refused) {
        if (refused.by().equals(NAME)
                && refused.intent().equals(new Intent.DispatchCrew("").label())) {
            idleCrews++;
            waitingJobs.add(refused.subject());
        } else if (refused.by().equals(NAME)
                && refused.intent().equals(new AidIntent.OfferAid("", 0).label())) {
            ask(entry, new AidIntent.DeclineAid(refused.subject(), "not to be spared any more"));
        }
    }

    private void ask(LogEntry entry, Intent intent) {
        intents.add(new Intent.Addressed(
                entry.timeMicros() + reactionMicros, domain.id(), NAME, entry.cause(), "", intent));
    }
}
