package breakwater.playbook.trial;

/**
 * A step by its playbook and its path there.
 *
 * @param path as in {@link breakwater.playbook.Step#path()}
 */
public record StepName(String playbook, String path) {

    /** As a person writes it in a test of the playbook {@code tested}. */
    public String seenFrom(String tested) {
        return playbook.equals(tested) ? path : playbook + "/" + path;
    }
}
