package breakwater.network;

/** Names a shared-risk link group. Compared by its text, case-sensitive. */
public record SrlgId(String value) implements Comparable<SrlgId> {

    public SrlgId {
        Ids.requireName("SrlgId", value);
    }

    @Override
    public int compareTo(SrlgId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
