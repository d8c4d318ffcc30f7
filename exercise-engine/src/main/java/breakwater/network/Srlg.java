package breakwater.network;

/** A shared-risk link group: what fails together. */
public record Srlg(SrlgId id, Kind kind, String title) {

    /** What the risk is. */
    public enum Kind {
        DUCT,
        CONDUIT,
        BRIDGE,
        LANDING_STATION,
        POWER_FEED,
        CONTROL_SOFTWARE,
        CLASSICAL_NETWORK
    }
}
