package breakwater.tabletop.topology;

import breakwater.network.GeoPoint;
import breakwater.network.Node.Role;
import breakwater.tabletop.topology.Eu27Facts.Border;
import breakwater.tabletop.topology.Eu27Facts.State;
import breakwater.tabletop.topology.NetworkPlan.PlannedDomain;
import breakwater.tabletop.topology.NetworkPlan.PlannedLink;
import breakwater.tabletop.topology.NetworkPlan.PlannedNode;
import breakwater.tabletop.topology.NetworkPlan.PlannedSrlg;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A backbone of the 27 member states, from public facts only: one corridor per border between the two capitals, as long
 * as the great circle times {@value #ROUTE_FACTOR}, with a trusted node at least every {@value #SPAN_KM} km. A pure
 * function: the shipped files are what it gives.
 */
final class Eu27Network {

    private static final double ROUTE_FACTOR = 1.25;
    private static final double SPAN_KM = 80;

    private final Eu27Facts facts;
    private final List<PlannedNode> nodes = new ArrayList<>();
    private final List<PlannedLink> links = new ArrayList<>();
    private final Map<String, String> coreOf = new LinkedHashMap<>();

    private Eu27Network(Eu27Facts facts) {
        this.facts = facts;
    }

    static NetworkPlan plan(Eu27Facts facts) {
        return new Eu27Network(facts).plan();
    }

    private NetworkPlan plan() {
        for (State state : facts.states()) {
            coreOf.put(state.code(), state.code());
            nodes.add(new PlannedNode(
                    state.code(),
                    state.capital(),
                    state.code(),
                    Role.NATIONAL_CORE,
                    state.at(),
                    PlannedHardware.CORE_AUTONOMY_HOURS,
                    true,
                    software(state.code())));
        }
        facts.borders().forEach(this::addCorridor);
        Wiring wiring = new Wiring(nodes, links, coreOf);
        List<PlannedSrlg> srlgs = new ArrayList<>();
        for (Border border : facts.borders()) {
            srlgs.add(new PlannedSrlg(
                    duct(border),
                    "duct",
                    "Duct " + capital(border.a()) + " - " + capital(border.b())));
        }
        srlgs.addAll(wiring.providerSrlgs());
        List<PlannedDomain> domains = facts.states().stream()
                .map(state -> new PlannedDomain(
                        state.code(),
                        state.country() + " QCI",
                        state.timeZone(),
                        PlannedHardware.crews(wiring.fibreKmOf(state.code())),
                        state.code()))
                .toList();
        Eu27Services services =
                new Eu27Services(facts, nodes, links, PlannedHardware::rateBitPerSecond);
        return new NetworkPlan(
                "EU-27 backbone",
                Eu27Prose.HEAD,
                Eu27Prose.ATTRIBUTION,
                PlannedHardware.DEFAULTS,
                domains,
                srlgs,
                nodes,
                links,
                wiring.kmLinks(),
                wiring.gateways(),
                services.plan(),
                services.notes());
    }

    private String capital(String code) {
        return facts.state(code).capital();
    }

    private static String duct(Border border) {
        return "duct:" + border.a() + "-" + border.b();
    }

    /** Vendors take turns over the states in alphabetical order of their codes. */
    private String software(String code) {
        List<String> codes = facts.states().stream().map(State::code).sorted().toList();
        return PlannedHardware.SOFTWARE.get(codes.indexOf(code) % PlannedHardware.SOFTWARE.size());
    }

    private void addCorridor(Border border) {
        GeoPoint a = facts.state(border.a()).at();
        GeoPoint b = facts.state(border.b()).at();
        double lengthKm = a.distanceKmTo(b) * ROUTE_FACTOR;
        int spans = (int) Math.ceil(lengthKm / SPAN_KM);
        double spanKm = PlannedHardware.rounded(lengthKm / spans, 1);
        String previous = border.a();
        for (int i = 1; i < spans; i++) {
            double share = (double) i / spans;
            String domain = share < 0.5 ? border.a() : border.b();
            String id = String.format(Locale.ROOT, "%s-%s-%02d", border.a(), border.b(), i);
            GeoPoint at = new GeoPoint(
                    PlannedHardware.rounded(
                            a.latitude() + (b.latitude() - a.latitude()) * share, 3),
                    PlannedHardware.rounded(
                            a.longitude() + (b.longitude() - a.longitude()) * share, 3));
            boolean nearMiddle = Math.abs(share - 0.5) <= 0.5 / spans + 1e-9;
            nodes.add(new PlannedNode(
                    id,
                    id,
                    domain,
                    nearMiddle ? Role.BORDER : Role.TRUSTED,
                    at,
                    PlannedHardware.autonomyHours(i),
                    false,
                    software(domain)));
            addLink(previous, id, spanKm, border);
            previous = id;
        }
        addLink(previous, border.b(), spanKm, border);
    }

    private void addLink(String from, String to, double lengthKm, Border border) {
        links.add(new PlannedLink(from + "~" + to, from, to, lengthKm, List.of(duct(border))));
    }
}
