package breakwater.engine;

import breakwater.engine.plan.DomainPlan;
import breakwater.exercise.CrewId;
import breakwater.exercise.DomainState;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.SimTime;
import breakwater.network.CrewState;
import breakwater.network.Domain;
import breakwater.network.GeoPoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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

    private final int own;
    private final CrewState[] state;
    private final GeoPoint[] place;
    private final String[] job;
    private final long[] until;
    private final Map<String, Job> open = new LinkedHashMap<>();

    /** No node gets a generator by this job. */
    private static final int NOWHERE = -1;

    /**
     * A repair that waits or is being done, or a generator on its way.
     *
     * @param fault the one that ends with it, or -1
     * @param node the one that gets a generator, or {@link #NOWHERE}
     */
    private record Job(
            GeoPoint place, long workMicros, int fault, int node, String cause, boolean taken) {
        private Job taken(boolean now) {
            return new Job(place, workMicros, fault, node, cause, now);
        }
    }

    /**
     * What a crew has done.
     *
     * @param fault the one that ends now, or -1
     * @param node the one that a generator feeds now, or -1
     */
    record Done(int fault, int node) {
        private static final Done NOTHING = new Done(-1, NOWHERE);
    }

    Crews(DomainPlan plan, Moment moment, Timers timers) {
        this.plan = plan;
        this.moment = moment;
        this.timers = timers;
        own = plan.domain().crews().count();
        int count = plan.crewsMost();
        state = new CrewState[count];
        Arrays.fill(state, 0, own, CrewState.IDLE);
        Arrays.fill(state, own, count, CrewState.AWAY);
        place = new GeoPoint[count];
        if (count > 0) {
            Arrays.fill(place, depot());
        }
        job = new String[count];
        Arrays.fill(job, "");
        until = new long[count];
    }

    private GeoPoint depot() {
        Domain.CrewPool pool = plan.domain().crews();
        return plan.topology().node(plan.topology().getNodeIndex(pool.depot())).position();
    }

    /** Own crews that have nothing to do. */
    int idleOwn() {
        int idle = 0;
        for (int crew = 0; crew < own; crew++) {
            idle += state[crew] == CrewState.IDLE ? 1 : 0;
        }
        return idle;
    }

    /** Sends idle own crews away, the last first; there must be so many. Returns their numbers. */
    List<Integer> setAside(int count) {
        List<Integer> chosen = new ArrayList<>();
        for (int crew = own - 1; crew >= 0 && chosen.size() < count; crew--) {
            if (state[crew] == CrewState.IDLE) {
                chosen.add(crew);
                become(crew, CrewState.AWAY);
            }
        }
        if (chosen.size() < count) {
            throw new IllegalStateException("Expected (%d) idle crews.".formatted(count));
        }
        return chosen;
    }

    /** Own crews are back at the depot. */
    void home(List<Integer> crews) {
        for (int crew : crews) {
            place[crew] = depot();
            become(crew, CrewState.IDLE);
        }
    }

    /** Crews of another operator are here, at the depot. Returns the numbers they go by. */
    List<Integer> arrive(int count) {
        List<Integer> taken = new ArrayList<>();
        for (int crew = own; crew < state.length && taken.size() < count; crew++) {
            if (state[crew] == CrewState.AWAY) {
                taken.add(crew);
                place[crew] = depot();
                become(crew, CrewState.IDLE);
            }
        }
        if (taken.size() < count) {
            throw new IllegalStateException("Expected room for (%d) crews.".formatted(count));
        }
        return taken;
    }

    /** A crew of another operator goes home, if it has nothing to do. */
    boolean leave(int crew) {
        if (state[crew] != CrewState.IDLE) {
            return false;
        }
        become(crew, CrewState.AWAY);
        return true;
    }

    private void become(int crew, CrewState next) {
        job[crew] = "";
        until[crew] = 0;
        state[crew] = next;
        moment.record(new ExerciseEvent.CrewChanged(idOf(crew), next, "", moment.now));
    }

    /** Opens a repair job. */
    void open(String name, String asset, GeoPoint at, long workMicros, int fault) {
        open.put(name, new Job(at, workMicros, fault, NOWHERE, moment.cause, false));
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
                            .formatted(name, present()));
        }
        open.put(name, wanted.taken(true));
        travel(crew, name, wanted.place());
        return Optional.empty();
    }

    /**
     * Sends the nearest idle crew with a generator.
     *
     * @return why not, or empty when it is on its way
     */
    Optional<String> bring(String name, GeoPoint at, long workMicros, int node) {
        int crew = nearestIdle(at);
        if (crew < 0) {
            return Optional.of(
                    "Expected an idle crew for '%s', but all %s are at work. Maybe wait until one is idle."
                            .formatted(name, present()));
        }
        open.put(name, new Job(at, workMicros, -1, node, moment.cause, true));
        travel(crew, name, at);
        return Optional.empty();
    }

    private void travel(int crew, String name, GeoPoint to) {
        double hours = place[crew].distanceKmTo(to) / plan.domain().crews().travelSpeedKmPerHour();
        long travel = Math.round(hours * SECONDS_PER_HOUR * SimTime.MICROS_PER_SECOND);
        job[crew] = name;
        place[crew] = to;
        enter(crew, CrewState.TRAVELLING, moment.now + travel);
    }

    /** Nobody needs the generator any more that a crew brings; the crew is idle. */
    void callOff(String name) {
        for (int crew = 0; crew < state.length; crew++) {
            if (job[crew].equals(name)) {
                open.remove(name);
                timers.cancel(Timers.Kind.CREW, crew);
                become(crew, CrewState.IDLE);
                return;
            }
        }
        throw new IllegalStateException("Nobody goes to job (%s).".formatted(name));
    }

    private long present() {
        return Arrays.stream(state).filter(now -> now != CrewState.AWAY).count();
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
     * @return the node that it had a generator for, -1 for a repair; empty when no crew is on its way to this job
     */
    OptionalInt recall(String name) {
        for (int crew = 0; crew < state.length; crew++) {
            if (job[crew].equals(name) && state[crew] == CrewState.TRAVELLING) {
                Job waits = open.get(name);
                if (waits == null) {
                    throw new IllegalStateException(
                            "A crew goes to job (%s), which is not open.".formatted(name));
                }
                if (waits.node() == NOWHERE) {
                    open.put(name, waits.taken(false));
                } else {
                    open.remove(name);
                }
                timers.cancel(Timers.Kind.CREW, crew);
                become(crew, CrewState.IDLE);
                return OptionalInt.of(waits.node());
            }
        }
        return OptionalInt.empty();
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

    /** A crew arrives or is done. */
    Done due(int crew) {
        Job current = open.get(job[crew]);
        if (current == null) {
            throw new IllegalStateException(
                    "Crew %d works on job (%s), which is not open.".formatted(crew, job[crew]));
        }
        moment.cause = current.cause();
        if (state[crew] == CrewState.TRAVELLING) {
            enter(crew, CrewState.WORKING, moment.now + current.workMicros());
            return Done.NOTHING;
        }
        String done = job[crew];
        open.remove(done);
        if (current.node() == NOWHERE) {
            moment.record(new ExerciseEvent.RepairClosed(done));
        }
        become(crew, CrewState.IDLE);
        return new Done(current.fault(), current.node());
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
            if (crew < own || state[crew] != CrewState.AWAY) {
                now.put(idOf(crew), new DomainState.OfCrew(state[crew], job[crew], until[crew]));
            }
        }
        return now;
    }

    Set<String> openJobs() {
        Set<String> repairs = new HashSet<>();
        open.forEach((name, waits) -> {
            if (waits.node() == NOWHERE) {
                repairs.add(name);
            }
        });
        return repairs;
    }

    private CrewId idOf(int crew) {
        return CrewId.of(plan.id(), crew + 1);
    }
}
