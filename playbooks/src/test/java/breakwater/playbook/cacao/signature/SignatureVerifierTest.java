package breakwater.playbook.cacao.signature;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.playbook.cacao.json.CanonicalJson;
import breakwater.playbook.cacao.json.JsonReader;
import breakwater.playbook.cacao.json.JsonValue.JsonList;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.problem.Problems;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

class SignatureVerifierTest {

    private static final Instant WITHIN = Instant.parse("2023-03-01T00:00:00Z");
    private static final Path PUBLISHED =
            Path.of("src/test/resources/cacao/signed/oasis-rs256.json");

    private static String published() throws IOException {
        return Files.readString(PUBLISHED);
    }

    private static JsonObject parse(String json) {
        Problems problems = new Problems();
        var root = JsonReader.read("signed.json", json.getBytes(StandardCharsets.UTF_8), problems);
        assertThat(problems.inFileOrder()).isEmpty();
        return (JsonObject) root.orElseThrow();
    }

    private static SignatureReport verify(String json, Instant at) {
        List<SignatureReport> reports = SignatureVerifier.verify(parse(json), at);
        assertThat(reports).hasSize(1);
        return reports.get(0);
    }

    /** Of OASIS's signature-example-rsa.md. */
    @Test
    void verifiesThePublishedExampleAsAHashInText() throws IOException {
        SignatureReport report = verify(published(), WITHIN);

        assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
        assertThat(report.reading()).contains(Reading.HASH_AS_TEXT);
        assertThat(report.signee()).isEqualTo("ACME Cyber Company");
        assertThat(report.keyFingerprint())
                .hasValueSatisfying(hex -> assertThat(hex).matches("[0-9a-f]{64}"));
    }

    @Test
    void canonicalisesThePublishedExampleToThePublishedHash()
            throws IOException, GeneralSecurityException {
        JsonObject playbook = parse(published());
        String value = playbook.listItems("signatures").get(0) instanceof JsonObject signature
                ? signature.findText("value").orElseThrow()
                : "";
        JsonObject signed =
                parse(published().replaceAll(",\\s*\"value\":\\s*\"" + value + "\"", ""));
        byte[] canonical = CanonicalJson.of(signed).getBytes(StandardCharsets.UTF_8);

        assertThat(canonical).hasSize(1_146);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical)))
                .isEqualTo("973bb6492184e4681b1eab9df1f56926fc1a91582e3529bfd0bfb231e1c51b0a");
    }

    @Test
    void thePublishedExampleDoesNotVerifyAsJwsSigns() throws IOException {
        JsonObject playbook = parse(published());
        JsonObject signature = (JsonObject) playbook.listItems("signatures").get(0);
        JsonObject unvalued = signature.without("value");
        String canonical = CanonicalJson.of(
                playbook.with("signatures", new JsonList(signature.location(), List.of(unvalued))));
        byte[] value = Base64.getUrlDecoder().decode(signature.findText("value").orElseThrow());
        SigningKey key = SigningKey.read(signature.findText("public_key").orElseThrow(), "RS256")
                .orElseThrow();

        assertThat(key.signed(canonical, value)).isFalse();
        assertThat(key.signed(SigningKey.sha256(canonical.getBytes(StandardCharsets.UTF_8)), value))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-10T17:39:31.318Z, NOT_YET_VALID",
        "2023-01-10T17:39:31.319Z, VERIFIED",
        "2023-06-10T17:39:31.318Z, VERIFIED",
        "2023-06-10T17:39:31.319Z, EXPIRED"
    })
    void holdsFromItsFirstInstantToBeforeItsLast(Instant at, Outcome outcome) throws IOException {
        assertThat(verify(published(), at).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "Playbook 1, Playbook 2",
        "ACME Cyber, AMCE Cyber",
        "2023-06-10T17:39:31.319Z, 2033-06-10T17:39:31.319Z",
        "gXyPW, gXyPX"
    })
    void noticesEveryChange(String from, String to) throws IOException {
        SignatureReport report = verify(published().replace(from, to), WITHIN);

        assertThat(report.outcome()).isEqualTo(Outcome.DOES_NOT_FIT);
        assertThat(report.reading()).isEmpty();
    }

    @Test
    void noticesAnAddedProperty() throws IOException {
        assertThat(verify(published().replaceFirst("\\{", "{\"x\": null,"), WITHIN)
                        .outcome())
                .isEqualTo(Outcome.DOES_NOT_FIT);
    }

    @Test
    void doesNotMindOrderAndWhiteSpace() throws IOException {
        String dense = published().replaceAll("\n\\s*", "");

        assertThat(verify(dense, WITHIN).isVerified()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "RS256, RS512, UNKNOWN_ALGORITHM",
        "RS256, none, UNKNOWN_ALGORITHM",
        "RS256, HS256, UNKNOWN_ALGORITHM",
        "RS256, Ed25519, UNUSABLE_KEY",
        "sha-256, sha-1, UNKNOWN_HASH",
        "public_key, cert_url, NO_KEY",
        "public_key, thumbprint, NO_KEY",
        "MIIBIjANBgkq, AAAAIjANBgkq, UNUSABLE_KEY",
        "MIIBIjANBgkq, !!!!, UNUSABLE_KEY",
        "jss\", jws\", MALFORMED",
        "\"value\", \"worth\", MALFORMED",
        "gXyPW, g?yPW, MALFORMED"
    })
    void saysWhatItCannotCheck(String from, String to, Outcome outcome) throws IOException {
        String changed = published().replace(from, to);

        assertThat(verify(changed, WITHIN).outcome()).isEqualTo(outcome);
    }

    @Test
    void doesNotFollowACertificateChain() throws IOException {
        String chained = published()
                .replaceFirst("\"public_key\": \"[^\"]*\"", "\"public_cert_chain\": [\"MIIB\"]");

        assertThat(verify(chained, WITHIN).outcome()).isEqualTo(Outcome.NO_KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "\"jss\"", "{}", "[]", "{\"type\": \"jss\"}"})
    void isNotUpsetByWhatIsNoSignature(String junk) {
        String json = "{\"id\": \"x\", \"signatures\": [%s]}".formatted(junk);

        assertThat(verify(json, WITHIN).outcome()).isEqualTo(Outcome.MALFORMED);
    }

    @Test
    void findsNothingWhereNothingIsSigned() {
        assertThat(SignatureVerifier.verify(parse("{}"), WITHIN)).isEmpty();
        assertThat(SignatureVerifier.verify(parse("{\"signatures\": {}}"), WITHIN))
                .isEmpty();
    }

    @Test
    void looksAtSixteenSignatures() throws IOException {
        String signature =
                published().substring(published().indexOf("[") + 1, published().lastIndexOf("]"));
        String many = published().replace(signature, signature + ("," + signature).repeat(16));

        assertThat(SignatureVerifier.verify(parse(many), WITHIN))
                .extracting(SignatureReport::outcome)
                .startsWith(Outcome.VERIFIED, Outcome.VERIFIED)
                .endsWith(Outcome.VERIFIED, Outcome.TOO_MANY)
                .hasSize(17);
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    /** Whatever is done to a signed file: no exception, and no yes to another content. */
    @ParameterizedTest
    @MethodSource("seeds")
    void saysYesToNothingButWhatWasSigned(int seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        String original = withoutValue(parse(published()));
        byte[] bytes = Files.readAllBytes(PUBLISHED);
        for (int i = 0; i <= random.nextInt(4); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) (' ' + random.nextInt(95));
        }

        JsonReader.read("signed.json", bytes, new Problems())
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .filter(root -> SignatureVerifier.verify(root, WITHIN).stream()
                        .anyMatch(SignatureReport::isVerified))
                .ifPresent(root -> assertThat(withoutValue(root)).isEqualTo(original));
    }

    private static String withoutValue(JsonObject root) {
        return CanonicalJson.of(root).replaceFirst("\"value\":\"[^\"]*\"", "");
    }

    private static String unsigned(KeyPair keys, String algorithm, String more) {
        return """
                {"type": "playbook", "id": "playbook--1", "modified": "2022-05-18T11:31:31.319Z", "x": [1.0, "ä"],
                 "signatures": [{"type": "jss", "related_to": "playbook--1", "algorithm": "%s",
                 "related_version": "2022-05-18T11:31:31.319Z", "hash_algorithm": "sha-256", "public_key": "%s"%s}]}""".formatted(
                algorithm, Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()), more);
    }

    private static String sign(String unsigned, PrivateKey key, String algorithm, boolean hashed)
            throws GeneralSecurityException {
        byte[] canonical = CanonicalJson.of(parse(unsigned)).getBytes(StandardCharsets.UTF_8);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical);
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(
                hashed
                        ? HexFormat.of().formatHex(hash).getBytes(StandardCharsets.US_ASCII)
                        : canonical);
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        return unsigned.replace("}]}", ", \"value\": \"" + value + "\"}]}");
    }

    private static KeyPair keys(String algorithm, int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (bits > 0) {
            generator.initialize(bits);
        }
        return generator.generateKeyPair();
    }

    @ParameterizedTest
    @CsvSource({
        "Ed25519, Ed25519, true, HASH_AS_TEXT",
        "Ed25519, EdDSA, true, HASH_AS_TEXT",
        "Ed25519, Ed25519, false, CANONICAL_FORM",
        "RSA, RS256, true, HASH_AS_TEXT",
        "RSA, RS256, false, CANONICAL_FORM"
    })
    void saysInWhichReadingItVerified(
            String keyType, String algorithm, boolean hashed, Reading reading)
            throws GeneralSecurityException {
        KeyPair keys = keys(keyType, keyType.equals("RSA") ? 2048 : 0);
        String java = keyType.equals("RSA") ? "SHA256withRSA" : "Ed25519";

        SignatureReport report = verify(
                sign(unsigned(keys, algorithm, ""), keys.getPrivate(), java, hashed), WITHIN);

        assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
        assertThat(report.reading()).contains(reading);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ", \"revoked\": true|REVOKED",
                ", \"revoked\": false|VERIFIED",
                ", \"revoked\": \"no\"|MALFORMED",
                ", \"valid_until\": \"soon\"|MALFORMED",
                ", \"valid_until\": 5|MALFORMED"
            })
    void believesWhatTheSignerSaysOfIt(String more, Outcome outcome)
            throws GeneralSecurityException {
        KeyPair keys = keys("Ed25519", 0);

        String signed = sign(unsigned(keys, "Ed25519", more), keys.getPrivate(), "Ed25519", true);

        assertThat(verify(signed, WITHIN).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"\"id\": \"playbook--1\", \"id\": \"playbook--2\"", "2022-05, 2021-05"})
    void belongsToOnePlaybookAndVersion(String from, String to) throws GeneralSecurityException {
        KeyPair keys = keys("Ed25519", 0);
        String other = unsigned(keys, "Ed25519", "").replaceFirst(from, to);

        assertThat(verify(sign(other, keys.getPrivate(), "Ed25519", true), WITHIN)
                        .outcome())
                .isEqualTo(Outcome.OTHER_PLAYBOOK);
    }

    @Test
    void trustsNoShortKey() throws GeneralSecurityException {
        KeyPair keys = keys("RSA", 1024);

        String signed = sign(unsigned(keys, "RS256", ""), keys.getPrivate(), "SHA256withRSA", true);

        assertThat(verify(signed, WITHIN).outcome()).isEqualTo(Outcome.WEAK_KEY);
    }

    @Test
    void standsBesideOthersAndUnderACountersignature() throws GeneralSecurityException {
        KeyPair first = keys("Ed25519", 0);
        KeyPair second = keys("Ed25519", 0);
        String mine = sign(unsigned(first, "Ed25519", ""), first.getPrivate(), "Ed25519", true);
        String yours = sign(unsigned(second, "EdDSA", ""), second.getPrivate(), "Ed25519", false);
        String yoursAlone = yours.substring(yours.indexOf("[{") + 1, yours.length() - 2);
        String both = mine.substring(0, mine.length() - 3)
                + ", \"signature\": {\"type\": \"jss\"}}, " + yoursAlone + "]}";

        List<SignatureReport> reports = SignatureVerifier.verify(parse(both), WITHIN);

        assertThat(reports).hasSize(2).allMatch(SignatureReport::isVerified);
        assertThat(reports).extracting(SignatureReport::countersigned).containsExactly(true, false);
    }
}
