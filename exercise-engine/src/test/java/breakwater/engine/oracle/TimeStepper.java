package breakwater.engine.oracle;

import breakwater.draw.Distributions;
import breakwater.draw.EntityKey;
import breakwater.draw.KeyedDraws;
import breakwater.engine.plan.DomainPlan;
import breakwater.exercise.SimTime;
import breakwater.graph.CandidatePaths;
import breakwater.network.QkdLink;

/**
 * The drill in steps of one second: in each, due failures and repairs happen, every store gains or loses a second's
 * worth and is clamped, and services take their first path without a blocked link. Draws are the engine's own.
 */
public final class TimeStepper {

    private static final long STEP_MICROS = SimTime.MICROS_PER_SECOND;
    private static final int HAZARD = 3;

    private final DomainPlan plan;
    private final CandidatePaths paths;
    private final KeyedDraws draws;
    private final long upMeanMicros;
    private final long downMeanMicros;

    private final long[] level;
    private final long[] capacity;
    private final long[] restart;
    private final long[] generation;
    private final long[] net;
    private final boolean[] down;
    private final boolean[] blocked;
    private final long[] changeAt;
    private final int[] ordinal;
    private final long[] entityKey;
    private final int[] blockedOnPath;
    private final int[] currentPath;
    private final long[] unservedSeconds;

    /** A stepper for one replication. */
    public TimeStepper(DomainPlan plan, FluidWorkload workload, long seed) {
        this.plan = plan;
        paths = plan.paths();
        draws = new KeyedDraws(seed);
        upMeanMicros = Math.round(workload.mttfSeconds() * SimTime.MICROS_PER_SECOND);
        downMeanMicros = Math.round(workload.mttrSeconds() * SimTime.MICROS_PER_SECOND);
        int links = plan.links().size();
        level = new long[links];
        capacity = new long[links];
        restart = new long[links];
        generation = new long[links];
        net = new long[links];
        down = new boolean[links];
        blocked = new boolean[links];
        changeAt = new long[links];
        ordinal = new int[links];
        entityKey = new long[links];
        blockedOnPath = new int[paths.pathCount()];
        currentPath = new int[paths.serviceCount()];
        unservedSeconds = new long[paths.serviceCount()];
        for (int link = 0; link < links; link++) {
            QkdLink own = plan.links().get(link).link();
            level[link] = own.store().initialBit();
            capacity[link] = own.store().capacityBit();
            restart[link] = own.store().restartBit();
            generation[link] = own.rateBitPerSecond();
            net[link] = own.rateBitPerSecond();
            entityKey[link] = EntityKey.of(own.id().value());
            select(link);
            changeAt[link] = Distributions.exponentialMicros(draws.first(), upMeanMicros);
        }
        for (int service = 0; service < currentPath.length; service++) {
            currentPath[service] = -1;
            choose(service);
        }
    }

    /** Plays to {@code horizonMicros}; returns the seconds each segment was without a path. */
    public long[] play(long horizonMicros) {
        for (long now = STEP_MICROS; now <= horizonMicros; now += STEP_MICROS) {
            flow();
            for (int link = 0; link < level.length; link++) {
                // Several within one step, at most as many as draws can be that short: bounded by
                // the horizon.
                while (changeAt[link] <= now) {
                    flip(link);
                }
                judge(link);
            }
            for (int service = 0; service < currentPath.length; service++) {
                if (currentPath[service] < 0) {
                    unservedSeconds[service]++;
                }
            }
        }
        return unservedSeconds;
    }

    private void flow() {
        for (int link = 0; link < level.length; link++) {
            level[link] = Math.max(0, Math.min(capacity[link], level[link] + net[link]));
        }
    }

    private void flip(int link) {
        down[link] = !down[link];
        if (down[link]) {
            net[link] -= generation[link];
            select(link);
            changeAt[link] += Distributions.exponentialMicros(draws.second(), downMeanMicros);
        } else {
            net[link] += generation[link];
            ordinal[link]++;
            select(link);
            changeAt[link] += Distributions.exponentialMicros(draws.first(), upMeanMicros);
        }
    }

    private void select(int link) {
        draws.select(entityKey[link], HAZARD, ordinal[link]);
    }

    private void judge(int link) {
        if (!blocked[link] && net[link] < 0 && level[link] <= 0) {
            block(link, 1);
        } else if (blocked[link] && level[link] >= restart[link]) {
            block(link, -1);
        }
    }

    private void block(int link, int delta) {
        blocked[link] = delta > 0;
        for (int i = 0; i < paths.userCount(link); i++) {
            blockedOnPath[paths.userOf(link, i)] += delta;
        }
        int last = -1;
        for (int i = 0; i < paths.userCount(link); i++) {
            int service = paths.serviceOf(paths.userOf(link, i));
            if (service != last) {
                choose(service);
                last = service;
            }
        }
    }

    private void choose(int service) {
        int chosen = -1;
        for (int path = paths.firstPath(service);
                path < paths.pathEnd(service) && chosen < 0;
                path++) {
            chosen = blockedOnPath[path] == 0 ? path : -1;
        }
        if (chosen != currentPath[service]) {
            long demand = plan.segments().get(service).demandBitPerSecond();
            draw(currentPath[service], demand);
            draw(chosen, -demand);
            currentPath[service] = chosen;
        }
    }

    private void draw(int path, long delta) {
        for (int i = 0; path >= 0 && i < paths.lengthOf(path); i++) {
            net[paths.linkOf(path, i)] += delta;
        }
    }
}
