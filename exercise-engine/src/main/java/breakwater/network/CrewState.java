package breakwater.network;

/** What a repair crew does. */
public enum CrewState {
    IDLE,
    TRAVELLING,
    WORKING,
    /** With another operator, or ready to go there. */
    AWAY
}
