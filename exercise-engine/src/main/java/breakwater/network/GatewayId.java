package breakwater.network;

/** Names a gateway, the border between two domains at one QKD link. Compared by its text, case-sensitive. */
public record GatewayId(String value) implements Comparable<GatewayId> {

    public GatewayId {
        Ids.requireName("GatewayId", value);
    }

    @Override
    public int compareTo(GatewayId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
