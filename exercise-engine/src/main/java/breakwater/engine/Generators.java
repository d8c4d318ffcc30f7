package breakwater.engine;

import breakwater.engine.plan.DomainPlan;
import breakwater.exercise.Countermeasure;
import breakwater.exercise.SimTime;
import breakwater.network.NodeId;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Mobile generators. A crew takes one along wherever it is (assumption), sets it up at a node without grid and leaves
 * it there; once the grid is back it is free again at once (assumption).
 */
final class Generators {

    /** From arrival to the node being fed: assumed, half an hour. */
    static final long SET_UP_MICROS = 1_800 * SimTime.MICROS_PER_SECOND;

    private final DomainPlan plan;
    private final Moment moment;
    private final NodeStates nodes;
    private final Crews crews;

    private final Set<Integer> underWay = new HashSet<>();
    private int free;

    Generators(DomainPlan plan, Moment moment, NodeStates nodes, Crews crews) {
        this.plan = plan;
        this.moment = moment;
        this.nodes = nodes;
        this.crews = crews;
        free = plan.domain().crews().generators();
    }

    /**
     * Sends the nearest idle crew to a node with one.
     *
     * @return why not, or empty when it is on its way
     */
    Optional<String> send(int node) {
        NodeId id = plan.nodes().get(node).id();
        if (!nodes.isWithoutGrid(node)) {
            return Optional.of(
                    "Expected a node without grid, but '%s' is on the grid.".formatted(id));
        }
        if (nodes.isPowered(node) || underWay.contains(node)) {
            return Optional.of("Expected a node without generator, but '%s' has one%s."
                    .formatted(id, nodes.isPowered(node) ? "" : " on its way"));
        }
        if (free == 0) {
            return Optional.of(
                    "Expected a free generator for '%s', but there is none. Maybe wait until one is free, or ask for aid."
                            .formatted(id));
        }
        Optional<String> refusal =
                crews.bring(jobAt(id), plan.nodes().get(node).position(), SET_UP_MICROS, node);
        if (refusal.isEmpty()) {
            free--;
            underWay.add(node);
        }
        return refusal;
    }

    /** How the job of bringing one to a node is called. */
    static String jobAt(NodeId node) {
        return "power/" + node;
    }

    /** A crew has set one up. */
    void setUp(int node) {
        underWay.remove(node);
        nodes.power(node);
        moment.record(new Countermeasure.GeneratorChanged(plan.nodes().get(node).id(), true, free));
    }

    /** A crew was called back from its way to a node. */
    void calledBack(int node) {
        underWay.remove(node);
        free++;
    }

    /** The grid fails at a node (1) or is back (-1). */
    void grid(int node, int delta) {
        boolean fed = nodes.isPowered(node);
        nodes.grid(node, delta);
        if (nodes.isWithoutGrid(node)) {
            return;
        }
        NodeId id = plan.nodes().get(node).id();
        if (fed) {
            free++;
            moment.record(new Countermeasure.GeneratorChanged(id, false, free));
        } else if (underWay.remove(node)) {
            free++;
            crews.callOff(jobAt(id));
        }
    }

    int free() {
        return free;
    }

    /** More of them, or fewer: lent ones come and go. */
    void add(int delta) {
        free += delta;
    }
}
