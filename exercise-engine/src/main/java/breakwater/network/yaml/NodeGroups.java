package breakwater.network.yaml;

import breakwater.network.NodeId;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which nodes are connected, by union-find with path halving (Tarjan and van Leeuwen 1984): near-constant per step. */
final class NodeGroups {

    private final Map<NodeId, Integer> index = new HashMap<>();
    private final int[] parent;

    NodeGroups(List<NodeId> nodes) {
        parent = new int[nodes.size()];
        for (int i = 0; i < parent.length; i++) {
            index.put(nodes.get(i), i);
            parent[i] = i;
        }
    }

    void join(NodeId a, NodeId b) {
        parent[rootOf(a)] = rootOf(b);
    }

    boolean together(NodeId a, NodeId b) {
        return rootOf(a) == rootOf(b);
    }

    private int rootOf(NodeId node) {
        Integer start = index.get(node);
        if (start == null) {
            throw new IllegalArgumentException("The node (%s) is unknown.".formatted(node));
        }
        int at = start;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
