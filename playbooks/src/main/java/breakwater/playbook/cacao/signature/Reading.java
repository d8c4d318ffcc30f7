package breakwater.playbook.cacao.signature;

/**
 * What was given to the signature algorithm. CACAO 2.0 writes {@code sign(algorithm, key, hash(jcs(...)))}, which can
 * be read in two ways; OASIS's published example verifies in the first, and not in the second.
 */
public enum Reading {
    HASH_AS_TEXT("the SHA-256 of the canonical form, as hexadecimal text"),
    CANONICAL_FORM("the canonical form itself");

    private final String words;

    Reading(String words) {
        this.words = words;
    }

    /** What was signed, as a person reads it. */
    public String words() {
        return words;
    }
}
