package breakwater.network.yaml;

import breakwater.document.DocumentNode;
import breakwater.document.Fields;
import breakwater.document.ScalarReader;
import breakwater.document.Shape;
import breakwater.network.CipherSuite;
import breakwater.network.GeoPoint;
import breakwater.network.Node;
import breakwater.network.QkdLink;
import breakwater.network.Srlg;
import breakwater.problem.Problems;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The keys of a network file and the words they take. */
public final class NetworkShapes {

    public static final Shape FILE = Shape.of("network file")
            .allowing(
                    "name",
                    "attribution",
                    "defaults",
                    "domains",
                    "srlgs",
                    "nodes",
                    "links",
                    "kmLinks",
                    "gateways",
                    "services");
    public static final Shape DEFAULTS = Shape.of("defaults section")
            .allowing(
                    "profile",
                    "lossDbPerKm",
                    "firmware",
                    "store",
                    "recovery",
                    "power",
                    "softwareVersion",
                    "kmsResync");
    public static final Shape STORE = Shape.of("store section")
            .requiring("initialPercent", "lowWaterPercent", "restartPercent")
            .allowing("capacityBit", "generationHours");
    public static final Shape RECOVERY =
            Shape.of("recovery section").requiring("alignMedian", "alignP95", "blockBit");
    public static final Shape POWER = Shape.of("power section").requiring("autonomy", "generator");
    public static final Shape DOMAIN = Shape.of("domain")
            .requiring("id", "name", "timeZone", "crews", "controllerReaction")
            .allowing("regulator");
    public static final Shape CREWS = Shape.of("crews section")
            .requiring("count", "depot", "travelSpeedKmPerHour")
            .allowing("generators");
    public static final Shape SRLG = Shape.of("shared-risk group").requiring("id", "kind", "title");
    public static final Shape NODE = Shape.of("node")
            .requiring("id", "domain", "role", "at")
            .allowing("name", "power", "softwareVersion", "kmsResync");
    public static final Shape LINK = Shape.of("link")
            .requiring("id", "from", "to", "lengthKm")
            .allowing(
                    "kind",
                    "lossDb",
                    "profile",
                    "rateBitPerSecond",
                    "qber",
                    "firmware",
                    "srlgs",
                    "store",
                    "recovery");
    public static final Shape KM_LINK =
            Shape.of("KM link").requiring("id", "a", "b", "roundTripMillis").allowing("srlgs");
    public static final Shape GATEWAY = Shape.of("gateway")
            .requiring("id", "link", "owner", "peer")
            .allowing("quotaBitPerSecond", "agreement");
    public static final Shape SERVICE = Shape.of("service")
            .requiring("id", "from", "to", "class", "grace", "users")
            .allowing("otpBitPerSecond", "aes256", "hybrid", "route");
    public static final Shape AES = Shape.of("AES-256 suite").requiring("rekey", "associations");
    public static final Shape ROUTE =
            Shape.of("route").allowing("direct", "candidatePaths", "forbid");

    /** The keys of a service that choose its cipher suite. */
    public static final List<String> SUITES = List.of("otpBitPerSecond", "aes256", "hybrid");

    /** What {@link CipherSuite} holds in one number at most. */
    static final int ASSOCIATIONS_MAX = 10_000_000;

    public static final Map<String, Node.Role> ROLES = words(Node.Role.values());
    public static final Map<String, QkdLink.Kind> LINK_KINDS = words(QkdLink.Kind.values());
    public static final Map<String, Srlg.Kind> SRLG_KINDS = words(Srlg.Kind.values());

    private NetworkShapes() {}

    /** Enum constants by the words files use: lower case, {@code -} for {@code _}. */
    public static <E extends Enum<E>> Map<String, E> words(E[] values) {
        Map<String, E> words = new TreeMap<>();
        for (E value : values) {
            words.put(value.name().toLowerCase(Locale.ROOT).replace('_', '-'), value);
        }
        return words;
    }

    /** {@code [latitude, longitude]} in degrees; 0, 0 when it is missing or wrong, which is then reported. */
    public static GeoPoint point(Fields fields, String key, Problems problems) {
        List<DocumentNode> items = fields.items(key);
        boolean isList =
                fields.find(key).filter(DocumentNode.Sequence.class::isInstance).isPresent();
        if (isList && items.size() != 2) {
            fields.report(
                    key,
                    "wrong-type",
                    "Expected [latitude, longitude] for '%s', but found %s values."
                            .formatted(key, items.size()),
                    "");
        }
        if (items.size() != 2) {
            return new GeoPoint(0, 0);
        }
        ScalarReader scalars = new ScalarReader(problems);
        double latitude = scalars.number("latitude", items.get(0), -90, 90);
        double longitude = scalars.number("longitude", items.get(1), -180, 180);
        return new GeoPoint(latitude, longitude);
    }
}
