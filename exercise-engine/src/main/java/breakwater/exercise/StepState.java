package breakwater.exercise;

/** What became of a step of a playbook. */
public enum StepState {
    ENTERED,
    DONE,
    FAILED,
    SKIPPED,
    CANCELLED,
    UNDONE
}
