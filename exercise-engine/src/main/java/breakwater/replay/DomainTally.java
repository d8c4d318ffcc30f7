package breakwater.replay;

import breakwater.exercise.DomainState.AtNode;
import breakwater.exercise.DomainState.OfCrew;
import breakwater.network.CrewState;
import breakwater.network.LinkState;
import breakwater.network.NodeState;
import breakwater.network.ServiceState;

import java.util.Collection;

/**
 * How many things of a domain are in which want.
 *
 * @param nodesOnBattery without grid and generator, not down yet
 * @param nodesDown out of power or out of order
 * @param linksDown own links that generate no key
 * @param servicesStarved services at home here without usable key
 * @param crewsIdle crews here that have no job, those of others among them
 */
public record DomainTally(
        long nodesOnBattery, long nodesDown, long linksDown, long servicesStarved, long crewsIdle) {

    static DomainTally of(
            Collection<AtNode> nodes,
            Collection<ReplayedLink> links,
            Collection<ServiceState> services,
            Collection<OfCrew> crews) {
        return new DomainTally(
                nodes.stream().filter(at -> at.state() == NodeState.ON_BATTERY).count(),
                nodes.stream().filter(at -> at.state() == NodeState.DOWN).count(),
                links.stream().filter(link -> link.state() != LinkState.UP).count(),
                services.stream().filter(state -> state == ServiceState.STARVED).count(),
                crews.stream().filter(crew -> crew.state() == CrewState.IDLE).count());
    }
}
