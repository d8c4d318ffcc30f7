package breakwater.exercise;

import breakwater.network.Ids;

/** Names a repair crew. */
public record CrewId(String value) implements Comparable<CrewId> {

    public CrewId {
        Ids.requireName("CrewId", value);
    }

    @Override
    public int compareTo(CrewId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
