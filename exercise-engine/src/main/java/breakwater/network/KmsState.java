package breakwater.network;

/** State of a node's key management agent: while not UP it relays nothing; stored key stays unless lost. */
public enum KmsState {
    UP,
    CRASHED,
    RESTORING
}
