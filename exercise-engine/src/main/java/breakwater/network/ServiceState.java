package breakwater.network;

/**
 * State of a service as its home domain knows it. DEGRADED: old key within grace or fallback, or less than half of the
 * demand. SUSPENDED: shed on purpose.
 */
public enum ServiceState {
    OK,
    DEGRADED,
    STARVED,
    SUSPENDED
}
