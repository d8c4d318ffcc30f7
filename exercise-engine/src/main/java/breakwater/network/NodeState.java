package breakwater.network;

/** Power and software state of a node. */
public enum NodeState {
    UP,
    ON_BATTERY,
    DOWN
}
