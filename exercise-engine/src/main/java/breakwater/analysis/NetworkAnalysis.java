package breakwater.analysis;

import java.util.List;
import java.util.SortedMap;

/**
 * The weak points of a network.
 *
 * @param pieces parts of the network that no link joins; 1 is whole
 * @param bridges links that are the only way between two parts of the network
 * @param cutNodes nodes that are
 * @param waysOfServices how many services have so many ways without a link in common; 0 when they have none
 * @param singlePoints those most people depend on first, ties in the order node, link, group and by id
 */
public record NetworkAnalysis(
        int pieces,
        int bridges,
        int cutNodes,
        SortedMap<Integer, Integer> waysOfServices,
        List<SinglePoint> singlePoints) {

    public NetworkAnalysis {
        singlePoints = List.copyOf(singlePoints);
    }
}
