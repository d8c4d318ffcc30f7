package breakwater.exercise;

import breakwater.network.Ids;

/** Names one row of the MSEL. */
public record InjectId(String value) implements Comparable<InjectId> {

    public InjectId {
        Ids.requireName("InjectId", value);
    }

    @Override
    public int compareTo(InjectId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
