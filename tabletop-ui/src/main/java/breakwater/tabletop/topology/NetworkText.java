package breakwater.tabletop.topology;

import breakwater.network.CipherSuite;
import breakwater.network.GeoPoint;
import breakwater.tabletop.topology.NetworkPlan.PlannedDomain;
import breakwater.tabletop.topology.NetworkPlan.PlannedNode;
import breakwater.tabletop.topology.NetworkPlan.PlannedService;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Writes a {@link NetworkPlan} as YAML: one line per thing, so that a thousand services can be read and compared. */
final class NetworkText {

    private NetworkText() {}

    /** File name to text, in UTF-8 with {@code \n}. The same plan gives the same bytes. */
    static SortedMap<String, String> of(NetworkPlan plan) {
        SortedMap<String, String> files = new TreeMap<>();
        files.put("network.yaml", networkFile(plan));
        files.put("nodes.yaml", text(section("nodes", plan.nodes(), NetworkText::node)));
        files.put("links.yaml", linksFile(plan));
        List<String> services = comment(plan.notes());
        services.addAll(section("services", plan.services(), NetworkText::service));
        files.put("services.yaml", text(services));
        return files;
    }

    private static String networkFile(NetworkPlan plan) {
        List<String> lines = comment(plan.comment());
        lines.add("name: " + YamlText.of(plan.name()));
        lines.addAll(section("attribution", plan.attribution(), YamlText::of));
        lines.add("");
        lines.add("defaults:");
        plan.defaults().forEach(line -> lines.add("  " + line));
        lines.add("");
        lines.addAll(section("domains", plan.domains(), NetworkText::domain));
        lines.add("");
        lines.addAll(section(
                "srlgs",
                plan.srlgs(),
                srlg -> new FlowMap()
                        .name("id", srlg.id())
                        .name("kind", srlg.kind())
                        .text("title", srlg.title())
                        .toString()));
        return text(lines);
    }

    private static String linksFile(NetworkPlan plan) {
        List<String> lines = new ArrayList<>(section(
                "links",
                plan.links(),
                link -> new FlowMap()
                        .name("id", link.id())
                        .name("from", link.from())
                        .name("to", link.to())
                        .name("lengthKm", figure(link.lengthKm()))
                        .names("srlgs", link.srlgs())
                        .toString()));
        lines.add("");
        lines.add(
                "# Classical links of key management. Their routes are not those of the quantum channels.");
        lines.addAll(section(
                "kmLinks",
                plan.kmLinks(),
                link -> new FlowMap()
                        .name("id", link.id())
                        .name("a", link.a())
                        .name("b", link.b())
                        .name("roundTripMillis", figure(link.roundTripMillis()))
                        .names("srlgs", link.srlgs())
                        .toString()));
        lines.add("");
        lines.addAll(section(
                "gateways",
                plan.gateways(),
                gateway -> new FlowMap()
                        .name("id", gateway.id())
                        .name("link", gateway.link())
                        .name("owner", gateway.owner())
                        .name("peer", gateway.peer())
                        .toString()));
        return text(lines);
    }

    private static String domain(PlannedDomain domain) {
        FlowMap crews = new FlowMap()
                .name("count", Integer.toString(domain.crews()))
                .name("depot", domain.depot())
                .name("travelSpeedKmPerHour", "60")
                // One each, assumed.
                .name("generators", Integer.toString(domain.crews()));
        return new FlowMap()
                .name("id", domain.id())
                .text("name", domain.name())
                .text("timeZone", domain.timeZone())
                .name("crews", crews.toString())
                .name("controllerReaction", "30 s")
                .toString();
    }

    private static String node(PlannedNode node) {
        FlowMap map = new FlowMap().name("id", node.id());
        if (!node.name().equals(node.id())) {
            map.text("name", node.name());
        }
        map.name("domain", node.domain())
                .name("role", node.role().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .name("at", point(node.at()));
        if (node.autonomyHours() > 0) {
            map.name(
                    "power",
                    new FlowMap()
                            .name("autonomy", node.autonomyHours() + " h")
                            .name("generator", Boolean.toString(node.generator()))
                            .toString());
        }
        if (!node.software().isEmpty()) {
            map.text("softwareVersion", node.software());
        }
        return map.toString();
    }

    private static String service(PlannedService service) {
        FlowMap map = new FlowMap()
                .name("id", service.id())
                .name("from", service.from())
                .name("to", service.to());
        if (service.suite() instanceof CipherSuite.OneTimePad pad) {
            map.name("otpBitPerSecond", Long.toString(pad.payloadBitPerSecond()));
        } else if (service.suite() instanceof CipherSuite.Aes256 cipher) {
            map.name("aes256", cipher(cipher));
        } else if (service.suite() instanceof CipherSuite.Hybrid hybrid) {
            map.name("hybrid", cipher(hybrid.cipher()));
        }
        return map.name("class", Integer.toString(service.priorityClass()))
                .name("grace", service.graceHours() == 0 ? "0 s" : service.graceHours() + " h")
                .name("users", Integer.toString(service.users()))
                .toString();
    }

    private static String cipher(CipherSuite.Aes256 cipher) {
        return new FlowMap()
                .name("rekey", cipher.rekeyIntervalSeconds() + " s")
                .name("associations", Integer.toString(cipher.associations()))
                .toString();
    }

    private static String point(GeoPoint at) {
        return "[" + figure(at.latitude()) + ", " + figure(at.longitude()) + "]";
    }

    /** A decimal without exponent and trailing zeros. */
    static String figure(double value) {
        BigDecimal decimal = BigDecimal.valueOf(value).stripTrailingZeros();
        return (decimal.signum() == 0 ? BigDecimal.ZERO : decimal).toPlainString();
    }

    private static <T> List<String> section(String key, List<T> items, Function<T, String> write) {
        List<String> lines = new ArrayList<>();
        lines.add(items.isEmpty() ? key + ": []" : key + ":");
        items.forEach(item -> lines.add("  - " + write.apply(item)));
        return lines;
    }

    private static List<String> comment(List<String> lines) {
        List<String> comment = new ArrayList<>();
        lines.forEach(line -> comment.add(line.isEmpty() ? "#" : "# " + line));
        return comment;
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    /** One mapping on one line. */
    private static final class FlowMap {
        private final List<String> parts = new ArrayList<>();

        FlowMap name(String key, String value) {
            parts.add(key + ": " + value);
            return this;
        }

        FlowMap text(String key, String value) {
            return name(key, YamlText.of(value));
        }

        FlowMap names(String key, List<String> values) {
            return values.isEmpty() ? this : name(key, "[" + String.join(", ", values) + "]");
        }

        @Override
        public String toString() {
            return "{" + String.join(", ", parts) + "}";
        }
    }
}
