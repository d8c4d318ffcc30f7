package breakwater.playbook.difference;

/**
 * One thing that two playbooks do differently.
 *
 * @param subject the step, or the part of the playbook
 * @param what the part of it that changed; empty for all of it
 * @param before empty when there was none
 * @param after empty when there is none
 */
public record Difference(Kind kind, String subject, String what, String before, String after) {

    /** What became of it. */
    public enum Kind {
        ADDED,
        REMOVED,
        MOVED,
        CHANGED
    }

    /** As a planner reads it. */
    public String sentence() {
        return switch (kind) {
            case ADDED -> "added: %s, %s".formatted(subject, after);
            case REMOVED -> "removed: %s, %s".formatted(subject, before);
            case MOVED -> "moved: %s, from %s to %s".formatted(subject, before, after);
            case CHANGED ->
                "%s: %s %s -> %s".formatted(subject, what, orNone(before), orNone(after));
        };
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "none" : text;
    }
}
