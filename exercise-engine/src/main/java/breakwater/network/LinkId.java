package breakwater.network;

/** Names a QKD link. Compared by its text, case-sensitive. */
public record LinkId(String value) implements Comparable<LinkId> {

    public LinkId {
        Ids.requireName("LinkId", value);
    }

    @Override
    public int compareTo(LinkId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
