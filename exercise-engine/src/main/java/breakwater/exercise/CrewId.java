package breakwater.exercise;

import breakwater.network.DomainId;
import breakwater.network.Ids;

/** Names a repair crew. */
public record CrewId(String value) implements Comparable<CrewId> {

    public CrewId {
        Ids.requireName("CrewId", value);
    }

    /** The crew of a domain with this number, from 1. */
    public static CrewId of(DomainId domain, int number) {
        return new CrewId(domain.value() + "-crew-" + number);
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
