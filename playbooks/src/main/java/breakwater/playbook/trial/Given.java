package breakwater.playbook.trial;

import breakwater.problem.Location;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The world in which a trial begins. Things that the trial speaks of elsewhere are there too, sound and at rest.
 *
 * @param operator who the playbook belongs to
 * @param inputs with which people start the playbook at once; empty when an event is to start it
 * @param changes what is not sound or at rest, all at time 0
 */
public record Given(
        String operator,
        Optional<Inputs> inputs,
        Map<String, OfLink> links,
        List<String> nodes,
        Map<String, OfService> services,
        List<Change> changes) {

    public Given {
        links = Map.copyOf(links);
        nodes = List.copyOf(nodes);
        services = Map.copyOf(services);
        changes = List.copyOf(changes);
    }

    /** Inputs by name, each of its input's type. */
    public record Inputs(Map<String, Object> values, Location at) {
        public Inputs {
            values = Map.copyOf(values);
        }
    }

    /**
     * An own link.
     *
     * @param a the own end
     * @param b the other end; of another operator when it crosses a border
     * @param rateBitPerSecond what it generates when it is up
     * @param levelBit what its store holds at time 0, at most {@code capacityBit}
     */
    public record OfLink(
            String a,
            String b,
            boolean crossBorder,
            long rateBitPerSecond,
            long capacityBit,
            long levelBit) {

        /** What a link makes unless a trial says otherwise, bit/s. */
        public static final long RATE_BIT_PER_SECOND = 2_000;

        /** What a store holds at most unless a trial says otherwise. */
        public static final long CAPACITY_BIT = 20_000_000;

        /** A link of which nothing is said; {@code A~B} ends at A and B. */
        public static OfLink named(String id) {
            int sign = id.indexOf('~');
            boolean named = sign > 0 && sign < id.length() - 1;
            return new OfLink(
                    named ? id.substring(0, sign) : id + ".a",
                    named ? id.substring(sign + 1) : id + ".b",
                    false,
                    RATE_BIT_PER_SECOND,
                    CAPACITY_BIT,
                    CAPACITY_BIT / 2);
        }
    }

    /** A service at home here. */
    public record OfService(int priorityClass, long rateBitPerSecond) {

        /** A service of which nothing is said. */
        public static final OfService USUAL = new OfService(1, 256);
    }
}
