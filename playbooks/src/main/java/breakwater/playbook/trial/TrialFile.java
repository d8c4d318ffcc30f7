package breakwater.playbook.trial;

import breakwater.problem.Location;

import java.util.List;

/**
 * A test file.
 *
 * @param playbook id of the one it tests
 * @param trials at least one, in file order
 */
public record TrialFile(String playbook, List<Trial> trials, Location at) {

    public TrialFile {
        trials = List.copyOf(trials);
    }
}
