package breakwater.log;

/** What is fixed about {@code log.jsonl}. A change that an old reader would misread raises the version. */
public final class LogFormat {

    /** Version that {@code drill-opened} states in its first field. */
    public static final int SCHEMA_VERSION = 1;

    /**
     * Longest line in bytes that is read. The longest real one, a path or route of some hundred names, has a tenth of
     * it; a longer one is no log of ours and must not fill the memory.
     */
    public static final int LINE_BYTES_MAX = 1 << 20;

    static final String TIME = "t";
    static final String DOMAIN = "domain";
    static final String SEQUENCE = "seq";
    static final String TYPE = "type";
    static final String CAUSE = "cause";

    /** How every line begins. */
    static final String BEGINNING = "{\"" + TIME + "\":";

    private LogFormat() {}
}
