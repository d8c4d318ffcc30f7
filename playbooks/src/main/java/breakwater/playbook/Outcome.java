package breakwater.playbook;

/** How a run ends. */
public enum Outcome {
    RESTORED("restored"),
    DEGRADED("degraded"),
    FAILED("failed"),
    FALSE_ALARM("false-alarm"),
    STOOD_DOWN("stood-down");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    /** As it is written in a playbook. */
    public String label() {
        return label;
    }
}
