package breakwater.engine;

import breakwater.engine.plan.DomainPlan;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.SimTime;
import breakwater.graph.CandidatePaths;
import breakwater.graph.StrictFill;
import breakwater.network.ControllerState;

import java.util.Optional;

/**
 * The QKDN controller of a domain: allocates all active segments anew by strict priority, unless it is partitioned.
 *
 * <p>A link's capacity is what it generates plus what its store can give for an hour (a path's rate over a horizon is
 * limited by the hop's share of the key rate plus buffer / horizon). So a cut link goes on serving from its store, the
 * highest class first, and a drained one is used no faster than it fills.
 */
final class ControlPlane {

    /** The horizon over which a store may be used up; one hour, an assumption. */
    private static final long SUPPLY_HORIZON_MICROS = SimTime.ofSeconds(3600);

    private final DomainPlan plan;
    private final Moment moment;
    private final KeyStores stores;
    private final LinkStates links;
    private final Segments segments;
    private final Optional<StrictFill> fill;
    private final long[] capacity;
    private final long[] demand;
    private final boolean[] usable;
    private int partitions;
    private long wanted;
    private long granted;

    ControlPlane(
            DomainPlan plan, Moment moment, KeyStores stores, LinkStates links, Segments segments) {
        this.plan = plan;
        this.moment = moment;
        this.stores = stores;
        this.links = links;
        this.segments = segments;
        boolean hasWork = plan.paths().serviceCount() > 0;
        fill = hasWork ? Optional.of(new StrictFill(plan.paths())) : Optional.empty();
        capacity = new long[plan.links().size()];
        demand = new long[plan.paths().serviceCount()];
        usable = new boolean[plan.paths().pathCount()];
    }

    ControllerState state() {
        return partitions > 0 ? ControllerState.PARTITIONED : ControllerState.LEADER;
    }

    /** The control plane is cut off (1) or heals (-1). */
    void partition(int delta) {
        boolean before = partitions > 0;
        partitions += delta;
        if (before != partitions > 0) {
            moment.record(new ExerciseEvent.ControllerChanged(state()));
        }
    }

    /** What all services asked for at the last allocation. */
    long wantedBitPerSecond() {
        return wanted;
    }

    /** What they got. */
    long grantedBitPerSecond() {
        return granted;
    }

    /** Allocates anew. Returns why not, or empty when done. */
    Optional<String> reoptimise() {
        if (partitions > 0) {
            return Optional.of("Expected the controller of %s to be LEADER, but it is PARTITIONED."
                            .formatted(plan.id())
                    + " Maybe wait until it heals; local repair goes on.");
        }
        fill.ifPresent(this::solve);
        return Optional.empty();
    }

    private void solve(StrictFill solver) {
        CandidatePaths paths = plan.paths();
        for (int link = 0; link < capacity.length; link++) {
            long supply = links.generationBitPerSecond(link)
                    + stores.levelAt(link, moment.now) / SUPPLY_HORIZON_MICROS;
            capacity[link] = Math.min(supply, segments.quotaOf(link));
        }
        int active = 0;
        wanted = 0;
        for (int segment = 0; segment < demand.length; segment++) {
            boolean takesPart =
                    segments.isActive(segment) && paths.firstPath(segment) < paths.pathEnd(segment);
            demand[segment] = takesPart ? segments.demandOf(segment) : 0;
            active += takesPart ? 1 : 0;
            wanted += demand[segment];
        }
        for (int path = 0; path < usable.length; path++) {
            usable[path] = segments.isOpen(path);
        }
        solver.solve(capacity, demand, usable);
        granted = 0;
        for (int segment = 0; segment < demand.length; segment++) {
            if (segments.isActive(segment)) {
                granted += solver.rateBitPerSecond(segment);
                for (int path = paths.firstPath(segment); path < paths.pathEnd(segment); path++) {
                    segments.replan(path, solver.flowBitPerSecond(path));
                }
            }
        }
        moment.record(new ExerciseEvent.PlanSolved(active, wanted, granted));
    }
}
