package breakwater.tidy;

/**
 * One untidy thing.
 *
 * @param place path of the file relative to the repository, or {@code path#method}
 * @param rule name of the rule, as exceptions cite it
 * @param says what was found and what was expected
 */
record Finding(String place, String rule, String says) implements Comparable<Finding> {

    @Override
    public int compareTo(Finding other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return "%s: %s [%s]".formatted(place, says, rule);
    }
}
