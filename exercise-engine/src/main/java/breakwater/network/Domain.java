package breakwater.network;

/**
 * One operator's network: one QKDN with its own manager and controller (ITU-T Y.3804).
 *
 * @param name the operator as people call it
 * @param regulator the authority that is told of incidents; empty when not stated
 * @param timeZone IANA name; recorded only, drills and reports count from StartEx
 * @param crews who repairs what needs hands
 * @param controller how the control plane of this domain behaves
 */
public record Domain(
        DomainId id,
        String name,
        String regulator,
        String timeZone,
        CrewPool crews,
        Controller controller) {

    /**
     * Repair crews of a domain, all alike, shared by all its faults.
     *
     * @param count 0 to 1,000; with 0 nothing that needs hands is ever repaired
     * @param depot where they are at StartEx; afterwards they stay where they worked last
     * @param travelSpeedKmPerHour along the great circle; positive
     * @param generators mobile ones that a crew can bring to a node, 0 to 1,000
     */
    public record CrewPool(int count, NodeId depot, double travelSpeedKmPerHour, int generators) {
        public CrewPool {
            if (count < 0 || count > 1_000 || !(travelSpeedKmPerHour > 0)) {
                throw new IllegalArgumentException(
                        "The count (%d) must be in 0..1000 and the travelSpeedKmPerHour (%s) positive."
                                .formatted(count, travelSpeedKmPerHour));
            }
            if (generators < 0 || generators > 1_000) {
                throw new IllegalArgumentException(
                        "The generators (%d) must be in 0..1000.".formatted(generators));
            }
        }
    }

    /**
     * The QKDN controller (Y.3802) of a domain.
     *
     * @param reactionSeconds from an alarm to a new allocation, at least 1
     */
    public record Controller(int reactionSeconds) {
        public Controller {
            if (reactionSeconds < 1) {
                throw new IllegalArgumentException(
                        "The reactionSeconds (%d) must be at least 1.".formatted(reactionSeconds));
            }
        }
    }
}
