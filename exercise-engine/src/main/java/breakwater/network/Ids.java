package breakwater.network;

import java.util.regex.Pattern;

/** The one rule for names of things: what may stand in a log line, a file and a path of a report unescaped. */
public final class Ids {

    /** Longer names make logs unreadable; real site codes are far shorter. */
    public static final int LENGTH_MAX = 80;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:~@+/-]*");

    private Ids() {}

    /** Whether {@code value} can be the name of something. Pure. */
    public static boolean isName(String value) {
        return value.length() <= LENGTH_MAX && NAME.matcher(value).matches();
    }

    /** Refuses what {@link #isName} refuses. Used by every id record, public for those of other packages. */
    public static void requireName(String kind, String value) {
        if (!isName(value)) {
            throw new IllegalArgumentException(
                    "The %s (%s) must start with a letter or digit, continue with letters, digits or ._:~@+/- and have at most %d characters."
                            .formatted(kind, value, LENGTH_MAX));
        }
    }
}
