package breakwater.network;

/**
 * A QKD node, trusted unless said otherwise (ETSI GS QKD 014 clause 3), with its key management agent.
 *
 * @param domain the operator that owns it
 * @param name for people; may equal the id
 * @param position where it stands
 * @param power what happens when the grid fails
 * @param softwareVersion vendor and version of the node software, the shared-risk group of a faulty update
 * @param kms how its key management recovers from a crash
 */
public record Node(
        NodeId id,
        DomainId domain,
        String name,
        Role role,
        GeoPoint position,
        Power power,
        String softwareVersion,
        KeyManagement kms) {

    /** What a node is for, as its operator says; recorded in the log, all are treated alike. */
    public enum Role {
        NATIONAL_CORE,
        TRUSTED,
        BORDER
    }

    /**
     * What carries the node when the grid fails.
     *
     * @param autonomySeconds how long batteries (and a generator's first tank) carry the node without the grid
     * @param generator whether a generator stands there; recorded only, what it gives is counted in the autonomy
     */
    public record Power(long autonomySeconds, boolean generator) {
        public Power {
            if (autonomySeconds < 0) {
                throw new IllegalArgumentException("The autonomySeconds (%d) must not be negative."
                        .formatted(autonomySeconds));
            }
        }
    }

    /**
     * How the node's key management agent recovers.
     *
     * @param resyncSeconds from the restart of a crashed agent until it relays again (state RESTORING)
     */
    public record KeyManagement(long resyncSeconds) {
        public KeyManagement {
            if (resyncSeconds < 0) {
                throw new IllegalArgumentException(
                        "The resyncSeconds (%d) must not be negative.".formatted(resyncSeconds));
            }
        }
    }
}
