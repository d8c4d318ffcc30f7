package breakwater.tabletop.report;

import breakwater.exercise.SimTime;
import breakwater.report.ReportDocument.LinkMark;
import breakwater.report.ReportDocument.NetworkPicture;
import breakwater.report.ReportDocument.NodeMark;
import breakwater.report.Wording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The network on a map, what failed in colour. Lambert's azimuthal equal-area projection around the middle of the
 * network (Snyder, Map Projections: A Working Manual, USGS 1987, p. 185, sphere), as the European grid uses it.
 */
final class NetworkMap {

    private static final double WIDTH = 1_060;
    private static final double HEIGHT_MAX = 820;
    private static final double MARGIN = 34;
    private static final int LABELS_MAX = 24;
    private static final long HOUR = 3_600 * SimTime.MICROS_PER_SECOND;

    private final NetworkPicture network;
    private final Map<String, NodeMark> nodes = new HashMap<>();
    private final Map<String, Point> points = new HashMap<>();
    private final List<Box> taken = new ArrayList<>();
    private double height = HEIGHT_MAX;

    private record Point(double x, double y) {}

    private record Box(double x, double y, double width, double height) {
        boolean meets(Box other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }
    }

    NetworkMap(NetworkPicture network) {
        this.network = network;
        network.nodes().forEach(node -> nodes.put(node.id(), node));
        place();
    }

    private void place() {
        double south =
                network.nodes().stream().mapToDouble(NodeMark::latitude).min().orElse(0);
        double north =
                network.nodes().stream().mapToDouble(NodeMark::latitude).max().orElse(0);
        double west =
                network.nodes().stream().mapToDouble(NodeMark::longitude).min().orElse(0);
        double east =
                network.nodes().stream().mapToDouble(NodeMark::longitude).max().orElse(0);
        Map<String, Point> flat = new LinkedHashMap<>();
        for (NodeMark node : network.nodes()) {
            flat.put(node.id(), project(node, (south + north) / 2, (west + east) / 2));
        }
        double left = flat.values().stream().mapToDouble(Point::x).min().orElse(0);
        double right = flat.values().stream().mapToDouble(Point::x).max().orElse(0);
        double top = flat.values().stream().mapToDouble(Point::y).min().orElse(0);
        double bottom = flat.values().stream().mapToDouble(Point::y).max().orElse(0);
        double scale = Math.min(
                (WIDTH - 2 * MARGIN) / Math.max(1e-6, right - left),
                (HEIGHT_MAX - 2 * MARGIN) / Math.max(1e-6, bottom - top));
        height = (bottom - top) * scale + 2 * MARGIN;
        double indent = (WIDTH - (right - left) * scale) / 2;
        flat.forEach((id, p) -> points.put(
                id, new Point(indent + (p.x - left) * scale, MARGIN + (p.y - top) * scale)));
    }

    /** StrictMath, so that every JVM draws the same page. */
    private static Point project(NodeMark node, double middleLatitude, double middleLongitude) {
        double latitude = StrictMath.toRadians(node.latitude());
        double middle = StrictMath.toRadians(middleLatitude);
        double longitude = StrictMath.toRadians(node.longitude() - middleLongitude);
        double cos = StrictMath.cos(latitude);
        double sin = StrictMath.sin(latitude);
        double k = StrictMath.sqrt(2
                / (1
                        + StrictMath.sin(middle) * sin
                        + StrictMath.cos(middle) * cos * StrictMath.cos(longitude)));
        double x = k * cos * StrictMath.sin(longitude);
        double y = k
                * (StrictMath.cos(middle) * sin
                        - StrictMath.sin(middle) * cos * StrictMath.cos(longitude));
        return new Point(x, -y);
    }

    void draw(Markup svg) {
        svg.open(
                "svg",
                "viewBox",
                "0 0 " + Markup.decimal(WIDTH) + " " + Markup.decimal(height),
                "role",
                "img",
                "aria-label",
                "Map of the network and what failed in it");
        network.links().stream()
                .sorted(Comparator.comparingLong(LinkMark::lostMicros))
                .forEach(l -> link(svg, l));
        network.nodes().stream()
                .sorted(Comparator.comparingLong(NodeMark::downMicros))
                .forEach(n -> node(svg, n));
        network.nodes().forEach(this::keepClear);
        domains(svg);
        names(svg);
        svg.close();
    }

    private void link(Markup svg, LinkMark link) {
        Point a = point(link.a());
        Point b = point(link.b());
        boolean border = !node(link.a()).domain().equals(node(link.b()).domain());
        svg.open(
                "line",
                "class",
                (link.lostMicros() == 0 ? "link" : "link lost " + style(link.reason()))
                        + (border ? " border" : ""),
                "x1",
                a.x,
                "y1",
                a.y,
                "x2",
                b.x,
                "y2",
                b.y);
        svg.element(
                "title",
                link.lostMicros() == 0
                        ? "%s: always generated key".formatted(link.id())
                        : "%s: no key for %s (%s)"
                                .formatted(
                                        link.id(),
                                        Wording.duration(link.lostMicros()),
                                        Wording.words(link.reason())));
        svg.close();
    }

    /** Style of a loss, by the state it was in longest. */
    private static String style(String reason) {
        return switch (reason) {
            case "CUT" -> "cut";
            case "QBER_HIGH" -> "qber";
            case "DISABLED" -> "planned";
            default -> "dark";
        };
    }

    private void node(Markup svg, NodeMark node) {
        Point at = point(node.id());
        String style = node.downMicros() > 0 ? "down" : node.batteryMicros() > 0 ? "battery" : "up";
        svg.open("circle", "class", "node " + style, "cx", at.x, "cy", at.y, "r", radius(node));
        svg.element("title", title(node));
        svg.close();
    }

    /** The area grows with the time down. */
    private static double radius(NodeMark node) {
        if (node.downMicros() == 0) {
            return node.batteryMicros() > 0 ? 3.6 : 2.6;
        }
        return Math.min(10, 4 + StrictMath.sqrt(node.downMicros() / (double) HOUR));
    }

    private static String title(NodeMark node) {
        String text = "%s (%s)".formatted(node.name(), node.id());
        if (node.batteryMicros() > 0) {
            text += ", on battery for " + Wording.duration(node.batteryMicros());
        }
        if (node.downMicros() > 0) {
            text += ", down for " + Wording.duration(node.downMicros());
        }
        return text;
    }

    private void keepClear(NodeMark node) {
        Point at = point(node.id());
        double r = radius(node);
        taken.add(new Box(at.x - r, at.y - r, 2 * r, 2 * r));
    }

    /** One label per operator near the middle of its nodes. */
    private void domains(Markup svg) {
        Map<String, List<Point>> byDomain = new LinkedHashMap<>();
        network.nodes()
                .forEach(n -> byDomain.computeIfAbsent(n.domain(), d -> new ArrayList<>())
                        .add(point(n.id())));
        byDomain.forEach((domain, at) -> {
            double x = at.stream().mapToDouble(Point::x).average().orElse(0);
            double y = at.stream().mapToDouble(Point::y).average().orElse(0);
            label(svg, domain, "domain", new Point(x - 4 * domain.length(), y + 5), true);
        });
    }

    /** Names of the nodes that were down longest, as far as there is room. */
    private void names(Markup svg) {
        network.nodes().stream()
                .filter(n -> n.downMicros() > 0)
                .filter(n -> !n.name().equals(n.id()))
                .sorted(Comparator.comparingLong(NodeMark::downMicros)
                        .reversed()
                        .thenComparing(NodeMark::id))
                .limit(LABELS_MAX)
                .forEach(n -> {
                    Point at = point(n.id());
                    label(svg, n.name(), "name", new Point(at.x + radius(n) + 3, at.y + 4), false);
                });
    }

    private void label(Markup svg, String text, String style, Point at, boolean always) {
        double width = text.length() * (style.equals("domain") ? 10.5 : 6.4);
        for (double dy : new double[] {0, 14, -14, 28, -28, 42, -42}) {
            for (double dx : new double[] {0, -width / 2 - 10, width / 2 + 10, -width - 22}) {
                Box box = new Box(at.x + dx, at.y + dy - 11, width, 14);
                boolean inside =
                        box.x >= 0 && box.x + width <= WIDTH && box.y >= 0 && box.y + 14 <= height;
                boolean near = always || (Math.abs(dy) < 20 && (dx == 0 || dx < -width));
                if (inside && near && taken.stream().noneMatch(box::meets)) {
                    taken.add(box);
                    svg.element("text", text, "class", style, "x", at.x + dx, "y", at.y + dy);
                    return;
                }
            }
        }
        if (always) {
            svg.element("text", text, "class", style, "x", at.x, "y", at.y);
        }
    }

    private NodeMark node(String id) {
        NodeMark node = nodes.get(id);
        if (node == null) {
            throw new IllegalArgumentException(
                    "A link ends at a node that is not in the picture (%s).".formatted(id));
        }
        return node;
    }

    private Point point(String id) {
        Point point = points.get(id);
        if (point == null) {
            throw new IllegalArgumentException(
                    "The node (%s) has no place on the map.".formatted(id));
        }
        return point;
    }
}
