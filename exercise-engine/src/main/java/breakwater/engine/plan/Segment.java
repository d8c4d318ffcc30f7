package breakwater.engine.plan;

/**
 * The part of a service's route that one domain carries.
 *
 * @param service index in the topology
 * @param route number of the service's route, from 0
 * @param home whether this domain is the service's home
 * @param fromVertex where it begins in the domain's graph
 * @param toVertex where it ends; equal to {@code fromVertex} when it only touches a node
 * @param demandBitPerSecond of the service
 */
public record Segment(
        int service,
        int route,
        boolean home,
        int fromVertex,
        int toVertex,
        int priorityClass,
        long demandBitPerSecond) {

    /** Whether it crosses no link of this domain. */
    public boolean touchesOneNode() {
        return fromVertex == toVertex;
    }
}
