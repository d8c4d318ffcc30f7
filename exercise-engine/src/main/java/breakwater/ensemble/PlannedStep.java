package breakwater.ensemble;

/**
 * A step that a playbook of an arm has, whether a drill ever takes it or not.
 *
 * @param playbook its id
 * @param step its path, as it stands in logs without the number of a pass
 * @param holder the step it stands within; empty at the top
 * @param before the step before it in the same list; empty for the first
 * @param file where it stands, as the planner named it
 * @param line from 1
 */
public record PlannedStep(
        String playbook, String step, String holder, String before, String file, int line) {

    /** As it is named for people: {@code playbook:step}. */
    public String name() {
        return playbook + ":" + step;
    }

    /** Where it stands: {@code file:line}. */
    public String place() {
        return file + ":" + line;
    }
}
