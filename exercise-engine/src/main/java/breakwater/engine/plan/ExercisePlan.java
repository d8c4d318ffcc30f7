package breakwater.engine.plan;

import breakwater.network.Domain;
import breakwater.network.Topology;
import breakwater.scenario.Exercise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An exercise made ready to be played any number of times.
 *
 * @param domains in the order of their ids
 */
public record ExercisePlan(Exercise exercise, Topology topology, List<DomainPlan> domains) {

    public ExercisePlan {
        domains = List.copyOf(domains);
    }

    /**
     * Prepares {@code exercise}: routes every service over domains, then inside each. Cost: about 30 shortest-path
     * searches per service and domain crossed.
     *
     * @throws IllegalArgumentException when the network contradicts itself; the reader reports that first
     */
    public static ExercisePlan of(Exercise exercise) {
        Topology topology = Topology.of(exercise.network());
        RoutePlanner planner = new RoutePlanner(topology);
        List<List<ServiceRoute>> routes = new ArrayList<>();
        for (int service = 0; service < exercise.network().services().size(); service++) {
            routes.add(planner.routesOf(service));
        }
        List<DomainPlan> domains = exercise.network().domains().stream()
                .sorted(Comparator.comparing(Domain::id))
                .map(domain -> new DomainPlanner(exercise, topology, domain, routes).plan())
                .toList();
        return new ExercisePlan(exercise, topology, domains);
    }
}
