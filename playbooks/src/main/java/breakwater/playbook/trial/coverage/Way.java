package breakwater.playbook.trial.coverage;

/**
 * One of the ways that a step can go.
 *
 * @param path of the step, as in {@link breakwater.playbook.Step#path()}
 * @param what happens there: {@code then}, {@code option keep}, {@code times out}
 */
public record Way(String path, String what) {

    @Override
    public String toString() {
        return path + ": " + what;
    }
}
