package breakwater.network;

/** What a repair crew does. */
public enum CrewState {
    IDLE,
    TRAVELLING,
    WORKING
}
