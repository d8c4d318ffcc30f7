package breakwater.network;

/** State of a domain's control plane; PARTITIONED means no re-optimisation, the data plane goes on. */
public enum ControllerState {
    LEADER,
    PARTITIONED
}
