package breakwater.network;

/**
 * The border between two domains at one QKD link (interworking node, ITU-T Y.3810).
 *
 * @param link the border link; its transmitter's domain is the owner
 * @param quotaBitPerSecond agreed relay quota when open; 0 means none was agreed, that is no limit
 * @param agreement id of the legal agreement; empty when not stated
 */
public record Gateway(
        GatewayId id,
        LinkId link,
        DomainId owner,
        DomainId peer,
        long quotaBitPerSecond,
        String agreement) {

    public Gateway {
        if (owner.equals(peer)) {
            throw new IllegalArgumentException(
                    "Gateway (%s) must join two domains, not (%s) with itself."
                            .formatted(id, owner));
        }
        if (quotaBitPerSecond < 0) {
            throw new IllegalArgumentException(
                    "The quotaBitPerSecond (%d) of gateway (%s) must not be negative."
                            .formatted(quotaBitPerSecond, id));
        }
    }
}
