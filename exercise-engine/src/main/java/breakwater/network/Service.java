package breakwater.network;

import java.util.List;

/**
 * A pair of secure application entities that are supplied with key. The domain of {@code from} is its home.
 *
 * @param priorityClass 0 is served first; at most {@value #PRIORITY_CLASS_MAX}
 * @param graceSeconds how long the last key may go on when no new one comes (max key age); 0 for none
 * @param usersServed people who depend on it, for user-minutes; not negative
 */
public record Service(
        ServiceId id,
        NodeId from,
        NodeId to,
        CipherSuite suite,
        int priorityClass,
        long graceSeconds,
        int usersServed,
        RoutePolicy routePolicy) {

    public static final int PRIORITY_CLASS_MAX = 7;

    public Service {
        if (priorityClass < 0
                || priorityClass > PRIORITY_CLASS_MAX
                || graceSeconds < 0
                || usersServed < 0) {
            throw new IllegalArgumentException(
                    "Service (%s) needs a priorityClass (%d) in 0..%d, and graceSeconds (%d) and usersServed (%d) not negative."
                            .formatted(
                                    id,
                                    priorityClass,
                                    PRIORITY_CLASS_MAX,
                                    graceSeconds,
                                    usersServed));
        }
    }

    /**
     * Where its key may be relayed.
     *
     * @param direct only over a link that joins the two nodes, no trusted node between
     * @param candidatePaths how many alternative paths are kept, 1 to 8
     * @param forbiddenDomains domains its key must not cross
     */
    public record RoutePolicy(boolean direct, int candidatePaths, List<DomainId> forbiddenDomains) {

        /** Anywhere, with four alternatives: more than four bring little (Yen and penalty paths alike). */
        public static final RoutePolicy ANY = new RoutePolicy(false, 4, List.of());

        public RoutePolicy {
            forbiddenDomains = List.copyOf(forbiddenDomains);
            if (candidatePaths < 1 || candidatePaths > 8) {
                throw new IllegalArgumentException(
                        "The candidatePaths (%d) must be in 1..8.".formatted(candidatePaths));
            }
        }
    }
}
