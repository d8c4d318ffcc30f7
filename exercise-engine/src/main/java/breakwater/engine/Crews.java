package breakwater.engine;

import breakwater.engine.plan.DomainPlan;
import breakwater.exercise.CrewId;
import breakwater.exercise.DomainState;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.SimTime;
import breakwater.network.CrewState;
import breakwater.network.Domain;
import breakwater.network.GeoPoint;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Repair crews: finite, travelling, shared by all faults of a domain. A crew stays where it worked last until it is
 * sent again. Jobs wait until somebody dispatches a crew; nothing is repaired by itself.
 */
final class Crews {

    private static final double SECONDS_PER_HOUR = 3600;

    private final DomainPlan plan;
    private final Moment moment;
    private final Timers timers;

    private final CrewState[] state;
    private final GeoPoint[] place;
    private final String[] job;
    private final long[] until;
    private final Map<String, Job> open = new LinkedHashMap<>();

    /** A repair that waits, or is being done; {@code fault} ends when it is. */
    private record Job(GeoPoint place, long workMicros, int fault, String cause, boolean taken) {}

    Crews(DomainPlan plan, Moment moment, Timers timers) {
        this.plan = plan;
        this.moment = moment;
        this.timers = timers;
        int count = plan.domain().crews().count();
        state = new CrewState[count];
        Arrays.fill(state, CrewState.IDLE);
        place = new GeoPoint[count];
        if (count > 0) {
            Domain.CrewPool pool = plan.domain().crews();
            GeoPoint depot = plan.topology()
                    .node(plan.topology().getNodeIndex(pool.depot()))
                    .position();
            Arrays.fill(place, depot);
        }
        job = new String[count];
        Arrays.fill(job, "");
        until = new long[count];
    }

    /** Opens a repair job. */
    void open(String name, String asset, GeoPoint at, long workMicros, int fault) {
        open.put(name, new Job(at, workMicros, fault, moment.cause, false));
        moment.record(new ExerciseEvent.RepairOpened(name, asset));
    }

    /**
     * Sends the nearest idle crew, the lowest number among equals.
     *
     * @return why not, or empty when one is on its way
     */
    Optional<String> dispatch(String name) {
        Job wanted = open.get(name);
        if (wanted == null) {
            return Optional.of("Expected to send a crew to job '%s', but no such job is open."
                    .formatted(name));
        }
        if (wanted.taken()) {
            return Optional.of(
                    "Expected to send a crew to job '%s', but one has it already.".formatted(name));
        }
        int crew = nearestIdle(wanted.place());
        if (crew < 0) {
            return Optional.of(
                    "Expected an idle crew for job '%s', but all %s are at work. Maybe wait until one is idle."
                            .formatted(name, state.length));
        }
        open.put(
                name,
                new Job(wanted.place(), wanted.workMicros(), wanted.fault(), wanted.cause(), true));
        double hours = place[crew].distanceKmTo(wanted.place())
                / plan.domain().crews().travelSpeedKmPerHour();
        long travel = Math.round(hours * SECONDS_PER_HOUR * SimTime.MICROS_PER_SECOND);
        job[crew] = name;
        place[crew] = wanted.place();
        enter(crew, CrewState.TRAVELLING, moment.now + travel);
        return Optional.empty();
    }

    /** Which crew was sent to a job, and how long it travels, as results of a command. */
    List<String> whoGoesTo(String name) {
        for (int crew = 0; crew < state.length; crew++) {
            if (job[crew].equals(name)) {
                long seconds = (until[crew] - moment.now) / SimTime.MICROS_PER_SECOND;
                return List.of("crew=" + idOf(crew), "arrives_in_s=" + seconds);
            }
        }
        throw new IllegalStateException("Nobody goes to job (%s).".formatted(name));
    }

    /**
     * Calls the crew back that is on its way to a job. It counts as being there already: how far it got is not kept.
     *
     * @return why not, or empty when it was
     */
    Optional<String> recall(String name) {
        for (int crew = 0; crew < state.length; crew++) {
            if (job[crew].equals(name) && state[crew] == CrewState.TRAVELLING) {
                Job waits = open.get(name);
                if (waits == null) {
                    throw new IllegalStateException(
                            "A crew goes to job (%s), which is not open.".formatted(name));
                }
                open.put(
                        name,
                        new Job(
                                waits.place(),
                                waits.workMicros(),
                                waits.fault(),
                                waits.cause(),
                                false));
                timers.cancel(Timers.Kind.CREW, crew);
                job[crew] = "";
                state[crew] = CrewState.IDLE;
                until[crew] = 0;
                moment.record(
                        new ExerciseEvent.CrewChanged(idOf(crew), CrewState.IDLE, "", moment.now));
                return Optional.empty();
            }
        }
        return Optional.of(
                "Expected a crew on its way to job '%s', but there is none.".formatted(name));
    }

    private int nearestIdle(GeoPoint target) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int crew = 0; crew < state.length; crew++) {
            double distance = place[crew].distanceKmTo(target);
            if (state[crew] == CrewState.IDLE && distance < least) {
                nearest = crew;
                least = distance;
            }
        }
        return nearest;
    }

    /**
     * A crew arrives or is done.
     *
     * @return the number of the fault that ends now, or -1
     */
    int due(int crew) {
        Job current = open.get(job[crew]);
        if (current == null) {
            throw new IllegalStateException(
                    "Crew %d works on job (%s), which is not open.".formatted(crew, job[crew]));
        }
        moment.cause = current.cause();
        if (state[crew] == CrewState.TRAVELLING) {
            enter(crew, CrewState.WORKING, moment.now + current.workMicros());
            return -1;
        }
        String done = job[crew];
        open.remove(done);
        job[crew] = "";
        moment.record(new ExerciseEvent.RepairClosed(done));
        state[crew] = CrewState.IDLE;
        until[crew] = 0;
        moment.record(new ExerciseEvent.CrewChanged(idOf(crew), CrewState.IDLE, "", moment.now));
        return current.fault();
    }

    private void enter(int crew, CrewState next, long untilMicros) {
        state[crew] = next;
        until[crew] = untilMicros;
        timers.set(Timers.Kind.CREW, crew, untilMicros);
        moment.record(new ExerciseEvent.CrewChanged(idOf(crew), next, job[crew], untilMicros));
    }

    Map<CrewId, DomainState.OfCrew> look() {
        Map<CrewId, DomainState.OfCrew> now = new HashMap<>();
        for (int crew = 0; crew < state.length; crew++) {
            now.put(idOf(crew), new DomainState.OfCrew(state[crew], job[crew], until[crew]));
        }
        return now;
    }

    Set<String> openJobs() {
        return open.keySet();
    }

    private CrewId idOf(int crew) {
        return CrewId.of(plan.id(), crew + 1);
    }
}
