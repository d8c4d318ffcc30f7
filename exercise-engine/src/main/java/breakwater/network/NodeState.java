package breakwater.network;

/** Power and software state of a node. */
public enum NodeState {
    UP,
    ON_BATTERY,
    /** The grid has failed; a generator that a crew brought feeds it. */
    ON_GENERATOR,
    DOWN
}
