package breakwater.network;

/** Names a QKD node (trusted node). Compared by its text, case-sensitive. */
public record NodeId(String value) implements Comparable<NodeId> {

    public NodeId {
        Ids.requireName("NodeId", value);
    }

    @Override
    public int compareTo(NodeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
