package breakwater.engine;

import breakwater.draw.Distributions;
import breakwater.draw.KeyedDraws;
import breakwater.engine.LinkStates.Hindrance;
import breakwater.engine.plan.DomainPlan;
import breakwater.exercise.DomainState;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.InjectId;
import breakwater.exercise.SimTime;
import breakwater.scenario.Scenario;

import java.util.HashSet;
import java.util.Set;

/**
 * Failures of links that come by themselves, drawn by link and ordinal: time to fail and time to mend from one block.
 */
final class Hazards {

    /** The cause of what random failures bring about. */
    static final InjectId CAUSE = new InjectId("hazard");

    private static final String KIND = "random-failure";

    private final DomainPlan plan;
    private final Moment moment;
    private final Timers timers;
    private final LinkStates links;
    private final KeyedDraws draws;
    private final boolean[] down;
    private final int[] ordinal;

    Hazards(DomainPlan plan, Moment moment, Timers timers, LinkStates links, KeyedDraws draws) {
        this.plan = plan;
        this.moment = moment;
        this.timers = timers;
        this.links = links;
        this.draws = draws;
        down = new boolean[plan.links().size()];
        ordinal = new int[plan.links().size()];
    }

    /** Draws the first failure of every link. */
    void begin() {
        plan.hazard().ifPresent(hazard -> {
            moment.cause = CAUSE.value();
            for (int link = 0; link < down.length; link++) {
                scheduleFailure(link, hazard);
            }
        });
    }

    private void scheduleFailure(int link, Scenario.LinkHazard hazard) {
        select(link);
        long mean = Math.round(hazard.upMeanSeconds() * SimTime.MICROS_PER_SECOND);
        timers.set(
                Timers.Kind.HAZARD,
                link,
                moment.now + Distributions.exponentialMicros(draws.first(), mean));
    }

    private void select(int link) {
        draws.select(plan.links().get(link).entityKey(), DrawPurpose.HAZARD, ordinal[link]);
    }

    /** A link fails, or mends. */
    void due(int link) {
        Scenario.LinkHazard hazard = plan.hazard().orElseThrow();
        if (down[link]) {
            down[link] = false;
            ordinal[link]++;
            moment.record(new ExerciseEvent.FaultEnded(CAUSE, KIND, idOf(link)));
            links.free(link, Hindrance.CUT);
            scheduleFailure(link, hazard);
        } else {
            down[link] = true;
            moment.record(new ExerciseEvent.FaultBegan(CAUSE, KIND, idOf(link)));
            links.hinder(link, Hindrance.CUT);
            select(link);
            timers.set(
                    Timers.Kind.HAZARD,
                    link,
                    moment.now + Spells.micros(hazard.down(), draws.second()));
        }
    }

    Set<DomainState.OfFault> look() {
        Set<DomainState.OfFault> now = new HashSet<>();
        for (int link = 0; link < down.length; link++) {
            if (down[link]) {
                now.add(new DomainState.OfFault(CAUSE, KIND, idOf(link)));
            }
        }
        return now;
    }

    private String idOf(int link) {
        return plan.links().get(link).link().id().value();
    }
}
