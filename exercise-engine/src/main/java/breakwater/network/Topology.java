package breakwater.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The int-indexed, immutable view of a {@link Network}: indices are positions in the network's lists. The one place
 * where ids become indices. Thread-safe.
 */
public final class Topology {

    private final Network network;
    private final Map<DomainId, Integer> domainIndex;
    private final Map<NodeId, Integer> nodeIndex;
    private final Map<LinkId, Integer> linkIndex;
    private final Map<ServiceId, Integer> serviceIndex;
    private final int[] domainOfNode;

    private Topology(Network network) {
        this.network = network;
        domainIndex = index("domain", network.domains(), Domain::id);
        nodeIndex = index("node", network.nodes(), Node::id);
        linkIndex = index("link", network.links(), QkdLink::id);
        serviceIndex = index("service", network.services(), Service::id);
        domainOfNode = network.nodes().stream()
                .mapToInt(node -> getDomainIndex(node.domain()))
                .toArray();
        network.links().forEach(link -> {
            getNodeIndex(link.transmitter().node());
            getNodeIndex(link.receiver().node());
        });
        network.services().forEach(service -> {
            getNodeIndex(service.from());
            getNodeIndex(service.to());
        });
    }

    /**
     * Indexes {@code network}.
     *
     * @throws IllegalArgumentException when an id is used twice or names nothing
     */
    public static Topology of(Network network) {
        return new Topology(network);
    }

    private static <K, V> Map<K, Integer> index(String kind, List<V> values, Function<V, K> id) {
        Map<K, Integer> index = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            if (index.put(id.apply(values.get(i)), i) != null) {
                throw new IllegalArgumentException(
                        "The %s id (%s) is used twice.".formatted(kind, id.apply(values.get(i))));
            }
        }
        return index;
    }

    public Network network() {
        return network;
    }

    public int getDomainIndex(DomainId id) {
        return get("domain", domainIndex, id);
    }

    public int getNodeIndex(NodeId id) {
        return get("node", nodeIndex, id);
    }

    public int getLinkIndex(LinkId id) {
        return get("link", linkIndex, id);
    }

    public int getServiceIndex(ServiceId id) {
        return get("service", serviceIndex, id);
    }

    public Node node(int index) {
        return network.nodes().get(index);
    }

    public QkdLink link(int index) {
        return network.links().get(index);
    }

    public Service service(int index) {
        return network.services().get(index);
    }

    /** Index of the domain that owns the node with this index. */
    public int domainOfNode(int nodeIndex) {
        return domainOfNode[nodeIndex];
    }

    /** Index of the domain that owns the link with this index: its transmitter's. */
    public int ownerOfLink(int linkIndex) {
        return domainOfNode[getNodeIndex(link(linkIndex).transmitter().node())];
    }

    /** Whether the ends of this link stand in two domains. */
    public boolean isBorderLink(int linkIndex) {
        return ownerOfLink(linkIndex)
                != domainOfNode[getNodeIndex(link(linkIndex).receiver().node())];
    }

    /** Index of the home domain of a service: the domain of its {@code from} node. */
    public int homeOfService(int serviceIndex) {
        return domainOfNode[getNodeIndex(service(serviceIndex).from())];
    }

    private static <K> int get(String kind, Map<K, Integer> index, K id) {
        Integer found = index.get(id);
        if (found == null) {
            throw new IllegalArgumentException(
                    "The %s (%s) is not in the network.".formatted(kind, id));
        }
        return found;
    }
}
