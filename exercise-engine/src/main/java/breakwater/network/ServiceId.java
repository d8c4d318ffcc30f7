package breakwater.network;

/** Names a service, that is a pair of secure application entities. Compared by its text, case-sensitive. */
public record ServiceId(String value) implements Comparable<ServiceId> {

    public ServiceId {
        Ids.requireName("ServiceId", value);
    }

    @Override
    public int compareTo(ServiceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
