package breakwater.keyrate;

import java.util.Locale;

/** How well a figure is known. Everything that is {@link #ASSUMED} must show as such wherever it is printed. */
public enum Confidence {
    /** Read in the source that is named. */
    CONFIRMED,
    /** Read in a text that reports the source, not in the source itself. */
    SECONDARY,
    /** Our own computation from a published formula or published data. */
    RECOMPUTED,
    /** A default of ours, without a source. */
    ASSUMED;

    /** The word as it is written in files and reports: the name in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
