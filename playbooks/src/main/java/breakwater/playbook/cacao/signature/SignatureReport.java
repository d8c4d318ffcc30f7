package breakwater.playbook.cacao.signature;

import breakwater.problem.Location;

import java.util.Optional;

/**
 * What one signature says. Texts are those of the file, cut to a line; the empty text where it gives none.
 *
 * @param at where the signature stands
 * @param reading what was signed; present only when the signature fits, be it valid at the time or not
 * @param keyFingerprint SHA-256 of the key (DER, SubjectPublicKeyInfo) in lower-case hexadecimal, for a person to
 *     compare with what the signer says elsewhere; present when there is a usable key
 * @param countersigned whether another signature signs this one; that one is not looked at
 */
public record SignatureReport(
        Location at,
        String id,
        String signee,
        String algorithm,
        Outcome outcome,
        Optional<Reading> reading,
        Optional<String> keyFingerprint,
        boolean countersigned) {

    public boolean isVerified() {
        return outcome == Outcome.VERIFIED;
    }
}
