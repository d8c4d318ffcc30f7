package breakwater.network;

/** Names a link of the classical key-management graph. Compared by its text, case-sensitive. */
public record KmLinkId(String value) implements Comparable<KmLinkId> {

    public KmLinkId {
        Ids.requireName("KmLinkId", value);
    }

    @Override
    public int compareTo(KmLinkId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
