package breakwater.ensemble;

import java.util.List;

/**
 * Which steps of its playbooks the drills of an arm took.
 *
 * @param planned steps of all playbooks the arm uses, and of those they call
 * @param missed how many of them no drill took
 * @param never where drills could have gone and never went, in the order of the playbooks: the first step of each
 *     branch not taken; of a playbook that never ran, its first step
 */
public record StepsTaken(int planned, int missed, List<PlannedStep> never) {
    public StepsTaken {
        never = List.copyOf(never);
    }
}
