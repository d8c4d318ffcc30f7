package breakwater.network;

/**
 * State of a QKD link. Only UP generates key. ALIGNING, FILLING (first block), QBER_HIGH, CUT, DISABLED (maintenance),
 * DARK (an end is down).
 */
public enum LinkState {
    UP,
    ALIGNING,
    FILLING,
    QBER_HIGH,
    CUT,
    DISABLED,
    DARK
}
