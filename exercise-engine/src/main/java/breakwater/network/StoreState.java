package breakwater.network;

/** State of a key store; EXHAUSTED lasts until the restart level is reached. */
public enum StoreState {
    NORMAL,
    LOW,
    EXHAUSTED
}
