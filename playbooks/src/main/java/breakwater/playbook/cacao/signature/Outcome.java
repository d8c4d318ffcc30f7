package breakwater.playbook.cacao.signature;

/** What a signature is worth. Only {@link #VERIFIED} is a yes; everything that could not be decided is a no. */
public enum Outcome {
    VERIFIED("verified"),
    DOES_NOT_FIT("does not fit: the playbook was changed, or another key signed it"),
    REVOKED("revoked by its signer"),
    NOT_YET_VALID("not valid yet"),
    EXPIRED("no longer valid"),
    OTHER_PLAYBOOK("made for another playbook, or for another version of this one"),
    UNKNOWN_ALGORITHM("not checked: only RS256 and Ed25519 are known"),
    UNKNOWN_HASH("not checked: only sha-256 is known"),
    NO_KEY(
            "not checked: its key is not in 'public_key', and certificates are neither followed nor fetched"),
    UNUSABLE_KEY("not checked: 'public_key' is no key of this algorithm"),
    WEAK_KEY("not checked: an RSA key of less than 2048 bits proves nothing"),
    MALFORMED("not checked: no signature object as CACAO 2.0 describes it"),
    TOO_MANY("not checked: the playbook has more signatures than are looked at");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    /** What a person reads after the name of the signature. */
    public String words() {
        return words;
    }
}
