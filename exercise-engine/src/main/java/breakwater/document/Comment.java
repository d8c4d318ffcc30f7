package breakwater.document;

import java.util.List;

/**
 * A comment of a file and what it belongs to.
 *
 * @param path keys, and numbers of items from 0, from the root to the entry or collection it belongs to
 * @param text from the sign on, without blanks at its end
 * @param blankAfter whether an empty line sets it off from what follows
 */
public record Comment(List<String> path, Place place, String text, boolean blankAfter) {

    public Comment {
        path = List.copyOf(path);
    }

    /** Where it stands. */
    public enum Place {
        /** On lines of its own before an entry. */
        BEFORE,
        /** At the end of the line of an entry. */
        BESIDE,
        /** On lines of its own after the last entry of a collection. */
        AFTER
    }
}
