package breakwater.network;

/**
 * Names one national operator's network, an ISO 3166-1 alpha-2 code where there is one. Compared by its text,
 * case-sensitive.
 */
public record DomainId(String value) implements Comparable<DomainId> {

    public DomainId {
        Ids.requireName("DomainId", value);
    }

    @Override
    public int compareTo(DomainId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
