package breakwater.playbook;

/** Traffic Light Protocol 2.0 of FIRST: with whom a text may be shared. */
public enum Tlp {
    CLEAR("clear"),
    GREEN("green"),
    AMBER("amber"),
    AMBER_STRICT("amber+strict"),
    RED("red");

    private final String label;

    Tlp(String label) {
        this.label = label;
    }

    /** As it is written in a playbook. */
    public String label() {
        return label;
    }
}
