package breakwater.replay;

import breakwater.exercise.DomainState.AtNode;
import breakwater.exercise.DomainState.OfCrew;
import breakwater.exercise.ExerciseEvent;
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

    /** Whether something that is counted can be otherwise after this. */
    public static boolean isChangedBy(ExerciseEvent event) {
        return event instanceof ExerciseEvent.NodeChanged
                || event instanceof ExerciseEvent.LinkChanged
                || event instanceof ExerciseEvent.ServiceChanged
                || event instanceof ExerciseEvent.CrewChanged
                || event instanceof ExerciseEvent.OperatorDeclared
                || event instanceof ExerciseEvent.NodeDeclared
                || event instanceof ExerciseEvent.LinkDeclared
                || event instanceof ExerciseEvent.ServiceDeclared;
    }

    static DomainTally of(
            Collection<AtNode> nodes,
            Collection<ReplayedLink> links,
            Collection<ServiceState> services,
            Collection<OfCrew> crews) {
        long onBattery = 0;
        long down = 0;
        for (AtNode at : nodes) {
            onBattery += at.state() == NodeState.ON_BATTERY ? 1 : 0;
            down += at.state() == NodeState.DOWN ? 1 : 0;
        }
        long linksDown = 0;
        for (ReplayedLink link : links) {
            linksDown += link.state() == LinkState.UP ? 0 : 1;
        }
        long starved = 0;
        for (ServiceState state : services) {
            starved += state == ServiceState.STARVED ? 1 : 0;
        }
        long idle = 0;
        for (OfCrew crew : crews) {
            idle += crew.state() == CrewState.IDLE ? 1 : 0;
        }
        return new DomainTally(onBattery, down, linksDown, starved, idle);
    }
}
