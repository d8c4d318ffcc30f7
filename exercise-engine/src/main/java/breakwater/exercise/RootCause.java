package breakwater.exercise;

/** Root-cause categories in which European regulators count incidents (ENISA, CIRAS annual reports). */
public enum RootCause {
    SYSTEM_FAILURE,
    HUMAN_ERROR,
    NATURAL_PHENOMENA,
    MALICIOUS_ACTION
}
