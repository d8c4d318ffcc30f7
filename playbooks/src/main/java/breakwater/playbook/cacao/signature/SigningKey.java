package breakwater.playbook.cacao.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * A public key with the algorithm it is for.
 *
 * @param algorithm Java's name of the signature algorithm
 */
record SigningKey(PublicKey key, String algorithm) {

    /** NIST SP 800-131A has disallowed shorter ones since 2014. */
    private static final int RSA_BITS_MIN = 2048;

    /** An RSA key of 16384 bits, the largest that Java takes, has 2,800 characters. */
    private static final int ENCODED_CHARS_MAX = 4_000;

    private record Algorithm(String keys, String signatures) {}

    /** JWA's names (RFC 7518, RFC 8037) and what Java calls the same. */
    private static final Map<String, Algorithm> ALGORITHMS = Map.of(
            "RS256", new Algorithm("RSA", "SHA256withRSA"),
            "Ed25519", new Algorithm("Ed25519", "Ed25519"),
            "EdDSA", new Algorithm("Ed25519", "Ed25519"));

    static boolean knows(String algorithm) {
        return ALGORITHMS.containsKey(algorithm);
    }

    /** The key that {@code encoded} holds: PEM without its first and last line; empty when it is no such key. */
    static Optional<SigningKey> read(String encoded, String algorithm) {
        Algorithm java = ALGORITHMS.get(algorithm);
        if (java == null || encoded.length() > ENCODED_CHARS_MAX) {
            return Optional.empty();
        }
        try {
            byte[] der = Base64.getDecoder().decode(encoded.replaceAll("\\s", ""));
            PublicKey key =
                    KeyFactory.getInstance(java.keys()).generatePublic(new X509EncodedKeySpec(der));
            return Optional.of(new SigningKey(key, java.signatures()));
        } catch (GeneralSecurityException | RuntimeException noKey) {
            // Providers throw unchecked exceptions, too, at numbers they did not expect.
            return Optional.empty();
        }
    }

    boolean isWeak() {
        return key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < RSA_BITS_MIN;
    }

    String fingerprint() {
        return sha256(key.getEncoded());
    }

    boolean signed(String text, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(key);
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(signature);
        } catch (GeneralSecurityException | RuntimeException doesNotFit) {
            return false;
        }
    }

    /** Lower-case hexadecimal. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
