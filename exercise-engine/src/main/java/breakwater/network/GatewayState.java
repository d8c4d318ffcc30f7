package breakwater.network;

/** State of a border. */
public enum GatewayState {
    OPEN,
    THROTTLED,
    CLOSED
}
