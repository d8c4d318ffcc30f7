package breakwater.tabletop.topology;

import breakwater.network.GeoPoint;
import breakwater.network.Node.Role;
import breakwater.tabletop.sites.Operators;
import breakwater.tabletop.sites.Operators.Operator;
import breakwater.tabletop.sites.SiteMap;
import breakwater.tabletop.sites.SiteMap.Leg;
import breakwater.tabletop.sites.SiteMap.Route;
import breakwater.tabletop.sites.SiteMap.Site;
import breakwater.tabletop.sites.Sphere;
import breakwater.tabletop.topology.NetworkPlan.PlannedDomain;
import breakwater.tabletop.topology.NetworkPlan.PlannedLink;
import breakwater.tabletop.topology.NetworkPlan.PlannedNode;
import breakwater.tabletop.topology.NetworkPlan.PlannedSrlg;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A network over the sites and routes of a map: routes longer than a span are split evenly by trusted nodes, the first
 * half of which belongs to the operator of one end, the second to that of the other. A pure function.
 */
final class ImportedNetwork {

    /** A leg that a span only touches by less than this is not one it lies in, km. */
    private static final double TOUCH_KM = 1e-6;

    private static final int LENGTH_DIGITS = 2;

    private final SiteMap map;
    private final Operators operators;
    private final ImportOptions options;
    private final List<PlannedNode> nodes = new ArrayList<>();
    private final List<PlannedLink> links = new ArrayList<>();
    private final Map<String, PlannedSrlg> ducts = new LinkedHashMap<>();

    private ImportedNetwork(SiteMap map, Operators operators, ImportOptions options) {
        this.map = map;
        this.operators = operators;
        this.options = options;
    }

    static NetworkPlan plan(SiteMap map, Operators operators, ImportOptions options) {
        return new ImportedNetwork(map, operators, options).plan();
    }

    private NetworkPlan plan() {
        for (int i = 0; i < map.sites().size(); i++) {
            addSite(i);
        }
        map.routes().forEach(this::addRoute);
        Map<String, String> coreOf = new LinkedHashMap<>();
        operators
                .operators()
                .forEach(operator -> coreOf.put(operator.id(), siteId(operator.core())));
        Wiring wiring = new Wiring(nodes, links, coreOf);
        List<PlannedSrlg> srlgs = new ArrayList<>(ducts.values());
        srlgs.addAll(wiring.providerSrlgs());
        GravityServices services = new GravityServices(map, operators, nodes, links);
        ImportedProse prose = new ImportedProse(map, options);
        return new NetworkPlan(
                prose.name(),
                prose.head(),
                List.of(prose.attribution()),
                PlannedHardware.DEFAULTS,
                operators.operators().stream()
                        .map(operator -> domain(operator, wiring))
                        .toList(),
                srlgs,
                nodes,
                links,
                wiring.kmLinks(),
                wiring.gateways(),
                services.plan(options.services(), options.seed()),
                services.notes());
    }

    private PlannedDomain domain(Operator operator, Wiring wiring) {
        return new PlannedDomain(
                operator.id(),
                operator.name(),
                operator.timeZone(),
                PlannedHardware.crews(wiring.fibreKmOf(operator.id())),
                siteId(operator.core()));
    }

    private String siteId(int site) {
        return map.sites().get(site).id();
    }

    private Operator operatorOf(int site) {
        return operators.operators().get(operators.ofSite().get(site));
    }

    private void addSite(int index) {
        Site site = map.sites().get(index);
        boolean core = operatorOf(index).core() == index;
        nodes.add(new PlannedNode(
                site.id(),
                site.label(),
                operatorOf(index).id(),
                core ? Role.NATIONAL_CORE : Role.TRUSTED,
                site.at(),
                core ? PlannedHardware.CORE_AUTONOMY_HOURS : 0,
                core,
                software(index)));
    }

    /** Vendors take turns over the sites; a trusted node has that of the nearer site. */
    private static String software(int site) {
        return PlannedHardware.SOFTWARE.get(site % PlannedHardware.SOFTWARE.size());
    }

    private void addRoute(Route route) {
        double totalKm = route.lengthKm();
        int spans = (int) Math.max(1, Math.ceil(totalKm / options.spanKm() - 1e-9));
        double spanKm = totalKm / spans;
        String previous = siteId(route.a());
        for (int i = 1; i <= spans; i++) {
            String next = i == spans ? siteId(route.b()) : addTrustedNode(route, i, spans);
            String id =
                    spans == 1 ? route.id() : String.format(Locale.ROOT, "%s:%02d", route.id(), i);
            links.add(new PlannedLink(
                    id,
                    previous,
                    next,
                    roundedDown(spanKm),
                    ductsBetween(route, (i - 1) * spanKm, i * spanKm)));
            previous = next;
        }
    }

    /** Down, so that rounding makes no link longer than a span may be. */
    private static double roundedDown(double km) {
        return new BigDecimal(km).setScale(LENGTH_DIGITS, RoundingMode.DOWN).doubleValue();
    }

    private String addTrustedNode(Route route, int number, int spans) {
        double share = (double) number / spans;
        int nearer = share < 0.5 ? route.a() : route.b();
        boolean border = !operatorOf(route.a()).equals(operatorOf(route.b()))
                && Math.abs(share - 0.5) <= 0.5 / spans + 1e-9;
        String id = String.format(Locale.ROOT, "%s@%02d", route.id(), number);
        nodes.add(new PlannedNode(
                id,
                id,
                operatorOf(nearer).id(),
                border ? Role.BORDER : Role.TRUSTED,
                placeAt(route, share * route.lengthKm()),
                PlannedHardware.autonomyHours(number),
                false,
                software(nearer)));
        return id;
    }

    private static GeoPoint placeAt(Route route, double atKm) {
        double startKm = 0;
        for (Leg leg : route.legs()) {
            if (atKm <= startKm + leg.lengthKm()) {
                return Sphere.along(leg.from(), leg.to(), (atKm - startKm) / leg.lengthKm());
            }
            startKm += leg.lengthKm();
        }
        return route.legs().get(route.legs().size() - 1).to();
    }

    /** The ducts a span lies in, declared as shared risks when they are met first. */
    private List<String> ductsBetween(Route route, double fromKm, double toKm) {
        List<String> found = new ArrayList<>();
        double startKm = 0;
        for (Leg leg : route.legs()) {
            double endKm = startKm + leg.lengthKm();
            if (endKm > fromKm + TOUCH_KM
                    && startKm < toKm - TOUCH_KM
                    && !found.contains(leg.duct())) {
                found.add(leg.duct());
                ducts.computeIfAbsent(
                        leg.duct(),
                        id -> new PlannedSrlg(
                                id,
                                "duct",
                                "Duct " + id.substring("duct:".length()).replace("~", " - ")));
            }
            startKm = endKm;
        }
        return found;
    }
}
