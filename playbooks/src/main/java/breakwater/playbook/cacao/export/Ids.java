package breakwater.playbook.cacao.export;

import breakwater.playbook.Tlp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/**
 * Identifiers, made from names, so that the same playbook has the same ones whoever exports it. A playbook keeps its
 * identifier over its versions, and a step over those in which its path stays, so that versions can be compared.
 */
public final class Ids {

    /** Our extension: what this product adds to CACAO. */
    public static final String EXTENSION =
            "extension-definition--43eeb523-2b59-469d-89a0-819c51c79e42";

    /** Who made the extension. */
    static final String MAKER = "identity--1c5cf69c-123a-40af-b2be-8887ecee26b7";

    /** OASIS, which defines the markings of TLP. */
    static final String OASIS = "identity--5abe695c-7bd5-4c31-8824-2528696cdbf1";

    /** The namespace of our own UUIDs of version 5. CACAO keeps its own for names made in another way. */
    private static final UUID NAMESPACE = UUID.fromString("9bdc1b7e-29e8-4f8e-bd8f-4c27bfc69776");

    /** As OASIS published them with CACAO 2.0. */
    private static final Map<Tlp, String> MARKINGS = Map.of(
            Tlp.CLEAR, "marking-tlp--94868c89-83c2-464b-929b-a1a8aa3c8487",
            Tlp.GREEN, "marking-tlp--bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
            Tlp.AMBER, "marking-tlp--55d920b0-5e8b-4f79-9ee9-91f868d9b421",
            Tlp.AMBER_STRICT, "marking-tlp--939a9414-2ddd-4d32-a0cd-375ea402b003",
            Tlp.RED, "marking-tlp--e828b379-4e03-4974-9ac4-e53a884c97c1");

    private Ids() {}

    /** The playbook of this slug, in whatever version. */
    static String playbook(String slug) {
        return "playbook--" + version5("playbook", slug);
    }

    /** An organisation. */
    static String identity(String organisation) {
        return "identity--" + version5("identity", organisation);
    }

    /** An agent of this type of a playbook. */
    static String agent(String type, String slug, String name) {
        return type + "--" + version5("agent", slug, type, name);
    }

    /** The marking that OASIS published for a level. */
    static String marking(Tlp level) {
        return MARKINGS.getOrDefault(level, "");
    }

    /** A step; CACAO wants version 4 here, so the bits of a hash are dressed as one. */
    static String step(String type, String slug, String place) {
        return type + "--" + uuid(hash("SHA-256", joined("step", slug, type, place)), 4);
    }

    /** The first digits of a hash over {@code place}, for the name of a variable. */
    static String digits(String place) {
        return HexFormat.of().formatHex(hash("SHA-256", joined("name", place)), 0, 6);
    }

    private static UUID version5(String... names) {
        byte[] name = joined(names);
        ByteBuffer whole = ByteBuffer.allocate(16 + name.length)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .put(name);
        return uuid(hash("SHA-1", whole.array()), 5);
    }

    private static byte[] joined(String... names) {
        return String.join("\0", names).getBytes(StandardCharsets.UTF_8);
    }

    private static UUID uuid(byte[] hash, int version) {
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        long high = bytes.getLong();
        long low = bytes.getLong();
        return new UUID(
                (high & 0xffff_ffff_ffff_0fffL) | ((long) version << 12),
                (low & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L);
    }

    private static byte[] hash(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has " + algorithm + ".", missing);
        }
    }
}
