package breakwater.playbook.cacao.signature;

import breakwater.playbook.cacao.json.CanonicalJson;
import breakwater.playbook.cacao.json.JsonValue;
import breakwater.playbook.cacao.json.JsonValue.JsonFlag;
import breakwater.playbook.cacao.json.JsonValue.JsonList;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Verifies the signatures of a playbook (CACAO 2.0, section 10.15 and appendix A; JSON Signature Scheme). What one
 * covers is the playbook without any other signature, with this one in its place but for {@code value} and for the
 * signature that countersigns it, in canonical form. Pure: the time comes from the caller. Nothing in a file makes it
 * throw.
 */
public final class SignatureVerifier {

    /** Each costs a canonical form of the whole playbook and up to a tenth of a second for a key made to be slow. */
    public static final int SIGNATURES_MAX = 16;

    private final JsonObject playbook;
    private final Instant at;

    private SignatureVerifier(JsonObject playbook, Instant at) {
        this.playbook = playbook;
        this.at = at;
    }

    /** What each signature of {@code playbook} says at the time {@code at}, in file order; empty when there is none. */
    public static List<SignatureReport> verify(JsonObject playbook, Instant at) {
        SignatureVerifier verifier = new SignatureVerifier(playbook, at);
        List<SignatureReport> reports = new ArrayList<>();
        for (JsonValue signature : playbook.listItems("signatures")) {
            Verdict verdict = reports.size() < SIGNATURES_MAX
                    ? verifier.judge(signature)
                    : Verdict.of(Outcome.TOO_MANY);
            reports.add(report(signature, verdict));
        }
        return List.copyOf(reports);
    }

    private record Verdict(
            Outcome outcome, Optional<Reading> reading, Optional<String> keyFingerprint) {
        static Verdict of(Outcome outcome) {
            return new Verdict(outcome, Optional.empty(), Optional.empty());
        }
    }

    private static SignatureReport report(JsonValue value, Verdict verdict) {
        JsonObject signature = value instanceof JsonObject object
                ? object
                : new JsonObject(value.location(), Map.of());
        return new SignatureReport(
                value.location(),
                text(signature, "id"),
                text(signature, "signee"),
                text(signature, "algorithm"),
                verdict.outcome(),
                verdict.reading(),
                verdict.keyFingerprint(),
                signature.has("signature"));
    }

    private static String text(JsonObject signature, String key) {
        return JsonValue.cut(signature.findText(key).orElse(""));
    }

    private Verdict judge(JsonValue value) {
        if (!(value instanceof JsonObject signature) || !isWhole(signature)) {
            return Verdict.of(Outcome.MALFORMED);
        }
        if (!SigningKey.knows(signature.findText("algorithm").orElse(""))) {
            return Verdict.of(Outcome.UNKNOWN_ALGORITHM);
        }
        if (!signature.findText("hash_algorithm").orElse("").equals("sha-256")) {
            return Verdict.of(Outcome.UNKNOWN_HASH);
        }
        if (!signature.has("public_key")) {
            return Verdict.of(Outcome.NO_KEY);
        }
        Optional<SigningKey> key = SigningKey.read(
                signature.findText("public_key").orElse(""),
                signature.findText("algorithm").orElse(""));
        if (key.isEmpty()) {
            return Verdict.of(Outcome.UNUSABLE_KEY);
        }
        Optional<String> fingerprint = Optional.of(key.get().fingerprint());
        if (key.get().isWeak()) {
            return new Verdict(Outcome.WEAK_KEY, Optional.empty(), fingerprint);
        }
        Optional<Reading> reading = reading(signature, key.get());
        Outcome outcome = reading.isEmpty() ? Outcome.DOES_NOT_FIT : outcomeOfFitting(signature);
        return new Verdict(outcome, reading, fingerprint);
    }

    /** Whether everything that a judgement needs is there, in its form. */
    private static boolean isWhole(JsonObject signature) {
        boolean times = List.of("valid_from", "valid_until").stream()
                .allMatch(key -> !signature.has(key) || time(signature, key).isPresent());
        return times
                && signature.findText("type").filter("jss"::equals).isPresent()
                && signature.findText("algorithm").isPresent()
                && signature.findText("hash_algorithm").isPresent()
                && signature.findText("related_to").isPresent()
                && signature.findText("related_version").isPresent()
                && signature.find("revoked").map(JsonFlag.class::isInstance).orElse(true)
                && signature
                        .findText("value")
                        .flatMap(SignatureVerifier::decode)
                        .isPresent();
    }

    private Optional<Reading> reading(JsonObject signature, SigningKey key) {
        byte[] value =
                signature.findText("value").flatMap(SignatureVerifier::decode).orElseThrow();
        JsonObject signed = signature.without("value").without("signature");
        JsonValue alone = new JsonList(signature.location(), List.of(signed));
        String canonical = CanonicalJson.of(playbook.with("signatures", alone));
        String hash = SigningKey.sha256(canonical.getBytes(StandardCharsets.UTF_8));
        if (key.signed(hash, value)) {
            return Optional.of(Reading.HASH_AS_TEXT);
        }
        return key.signed(canonical, value)
                ? Optional.of(Reading.CANONICAL_FORM)
                : Optional.empty();
    }

    /** The signature is whole and fits; whether it still holds. */
    private Outcome outcomeOfFitting(JsonObject signature) {
        boolean same = signature.findText("related_to").equals(playbook.findText("id"))
                && signature.findText("related_version").equals(playbook.findText("modified"));
        if (!same) {
            return Outcome.OTHER_PLAYBOOK;
        }
        if (signature.find("revoked").filter(flag -> ((JsonFlag) flag).value()).isPresent()) {
            return Outcome.REVOKED;
        }
        if (time(signature, "valid_from").filter(at::isBefore).isPresent()) {
            return Outcome.NOT_YET_VALID;
        }
        boolean over = time(signature, "valid_until")
                .filter(until -> !at.isBefore(until))
                .isPresent();
        return over ? Outcome.EXPIRED : Outcome.VERIFIED;
    }

    private static Optional<Instant> time(JsonObject signature, String key) {
        try {
            return signature.findText(key).map(Instant::parse);
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> decode(String value) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(value));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
