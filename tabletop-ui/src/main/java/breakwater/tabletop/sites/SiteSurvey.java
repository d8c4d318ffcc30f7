package breakwater.tabletop.sites;

import static breakwater.problem.Problem.warning;

import breakwater.keyrate.Figures;
import breakwater.network.GeoPoint;
import breakwater.problem.Location;
import breakwater.problem.Problem;
import breakwater.problem.Problems;
import breakwater.tabletop.graphml.GraphMl;
import breakwater.tabletop.graphml.GraphMl.Vertex;
import breakwater.tabletop.sites.GraphIntake.Tie;
import breakwater.tabletop.sites.Junctions.Strand;
import breakwater.tabletop.sites.SiteMap.Leg;
import breakwater.tabletop.sites.SiteMap.Route;
import breakwater.tabletop.sites.SiteMap.Site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From a graph as it stands in a file to a map of sites; says what it met on the way. */
public final class SiteSurvey {

    /** More than any known backbone, few enough to route a thousand services on in seconds. */
    public static final int SITES_MAX = 20_000;

    /** Two sites in one place are still some way of fibre apart. */
    static final double LENGTH_LEAST_KM = 1;

    private static final String NOTHING = "None";

    private final GraphMl graph;
    private final double routeFactor;
    private final Problems problems;
    private final GraphIntake intake;
    private final List<Vertex> vertices;

    private SiteSurvey(GraphMl graph, double routeFactor, Problems problems) {
        this.graph = graph;
        this.routeFactor = routeFactor;
        this.problems = problems;
        this.intake = new GraphIntake(graph, problems);
        this.vertices = intake.vertices();
    }

    /**
     * The sites and routes of {@code graph}; empty when nothing usable is left, which is then an error in
     * {@code problems}.
     *
     * @param routeFactor length of fibre over great-circle distance, at least 1
     */
    public static Optional<SiteMap> of(GraphMl graph, double routeFactor, Problems problems) {
        return new SiteSurvey(graph, routeFactor, problems).survey();
    }

    private Optional<SiteMap> survey() {
        if (vertices.isEmpty() || vertices.size() > SITES_MAX) {
            problems.add(Problem.error(
                    "no-sites",
                    Location.startOf(graph.file()),
                    "Expected from 1 to %s nodes of the operator's own, found %s."
                            .formatted(SITES_MAX, vertices.size()),
                    ""));
            return Optional.empty();
        }
        List<GeoPoint> places = new SitePositions(vertices, intake.neighbours(), problems).place();
        List<String> names = names();
        Junctions junctions = new Junctions(strands(places, names));
        Set<Integer> dissolved = dissolve(junctions);
        SiteMap map = mapOf(places, names, junctions.strands(), dissolved);
        reportLonely(map);
        return Optional.of(map);
    }

    private List<String> names() {
        List<SiteNames.Named> named = new ArrayList<>();
        Map<String, Location> first = new HashMap<>();
        for (Vertex vertex : vertices) {
            String label = label(vertex);
            named.add(new SiteNames.Named(
                    vertex.id(), label, isJunction(vertex) ? "junction" : "node"));
            Location before = label.isEmpty() || isJunction(vertex)
                    ? null
                    : first.putIfAbsent(label.toLowerCase(Locale.ROOT), vertex.location());
            if (before != null) {
                odd(
                        "duplicate-label",
                        vertex.location(),
                        "Expected labels to differ, found '%s' again (first in line %s): told apart by their ids."
                                .formatted(label, before.line()));
            }
            if (label.isEmpty() && !isJunction(vertex)) {
                odd(
                        "no-label",
                        vertex.location(),
                        "Expected a label for node '%s', found none: its id stands in."
                                .formatted(vertex.id()));
            }
        }
        return SiteNames.of(named);
    }

    /** Empty for the word {@code None}, which the Zoo's tools wrote where there was no label. */
    static String label(Vertex vertex) {
        return vertex.attributes()
                .find("label", "name")
                .filter(label -> !label.equals(NOTHING))
                .orElse("");
    }

    static boolean isJunction(Vertex vertex) {
        return vertex.attributes().find("hyperedge").filter("1"::equals).isPresent();
    }

    private List<Strand> strands(List<GeoPoint> places, List<String> names) {
        List<Strand> strands = new ArrayList<>();
        for (Tie tie : intake.ties()) {
            int a = tie.a();
            int b = tie.b();
            double lengthKm = places.get(a).distanceKmTo(places.get(b)) * routeFactor;
            if (lengthKm < LENGTH_LEAST_KM) {
                odd(
                        "same-place",
                        tie.location(),
                        "Expected two places, found '%s' and '%s' less than %s km apart: the link is taken as %s km."
                                .formatted(
                                        names.get(a),
                                        names.get(b),
                                        Figures.plain(LENGTH_LEAST_KM),
                                        Figures.plain(LENGTH_LEAST_KM)));
            }
            strands.add(new Strand(
                    a,
                    b,
                    List.of(new Leg(
                            "duct:" + names.get(a) + "~" + names.get(b),
                            Math.max(LENGTH_LEAST_KM, lengthKm),
                            places.get(a),
                            places.get(b)))));
        }
        return strands;
    }

    private Set<Integer> dissolve(Junctions junctions) {
        Set<Integer> dissolved = new HashSet<>();
        for (int i = 0; i < vertices.size(); i++) {
            Vertex vertex = vertices.get(i);
            if (!isJunction(vertex)) {
                continue;
            }
            int legs = junctions.countAt(i);
            if (legs > Junctions.LEGS_MAX) {
                odd(
                        "large-junction",
                        vertex.location(),
                        "Expected a drawing junction of at most %s routes, found %s: kept as a site in the middle of its neighbours."
                                .formatted(Junctions.LEGS_MAX, legs));
            } else {
                int through = junctions.dissolve(i);
                dissolved.add(i);
                odd(
                        "junction",
                        vertex.location(),
                        "Found the drawing junction '%s' of %s routes: %s."
                                .formatted(
                                        vertex.id(),
                                        legs,
                                        legs < 2
                                                ? "it leads nowhere and is left out"
                                                : "replaced by %s direct links that share its ducts"
                                                        .formatted(through)));
            }
        }
        return dissolved;
    }

    private SiteMap mapOf(
            List<GeoPoint> places, List<String> names, List<Strand> strands, Set<Integer> out) {
        int[] siteOf = new int[vertices.size()];
        List<Site> sites = new ArrayList<>();
        for (int i = 0; i < vertices.size(); i++) {
            siteOf[i] = sites.size();
            if (!out.contains(i)) {
                Vertex vertex = vertices.get(i);
                String label = label(vertex);
                sites.add(new Site(
                        names.get(i),
                        label.isEmpty() ? names.get(i) : label,
                        vertex.attributes().find("country", "geocode_country").orElse(""),
                        places.get(i),
                        vertex.location()));
            }
        }
        Map<String, Integer> count = new HashMap<>();
        List<Route> routes = new ArrayList<>();
        for (Strand strand : strands) {
            boolean turned = strand.a() > strand.b();
            int a = siteOf[Math.min(strand.a(), strand.b())];
            int b = siteOf[Math.max(strand.a(), strand.b())];
            String name = sites.get(a).id() + "~" + sites.get(b).id();
            int number = count.merge(name, 1, Integer::sum);
            routes.add(new Route(
                    number == 1 ? name : name + "+" + number,
                    a,
                    b,
                    turned ? Leg.reversed(strand.legs()) : strand.legs()));
        }
        String name = graph.attributes().find("network", "label").orElse("");
        boolean fromZoo = graph.attributes()
                .find("creator")
                .filter(creator -> creator.contains("Topology Zoo"))
                .isPresent();
        return new SiteMap(name, fromZoo, sites, routes);
    }

    private void reportLonely(SiteMap map) {
        List<List<Integer>> neighbours = map.neighbours();
        int[] parts = Parts.of(neighbours);
        boolean anyPart = false;
        for (int i = 0; i < parts.length; i++) {
            Site site = map.sites().get(i);
            if (neighbours.get(i).isEmpty()) {
                odd(
                        "isolated-node",
                        site.location(),
                        "Expected at least one link at '%s', found none: it stays without links and services."
                                .formatted(site.id()));
            } else if (parts[i] == i) {
                if (anyPart) {
                    odd(
                            "separate-part",
                            site.location(),
                            "Expected one connected network, found a further part with '%s': no service crosses."
                                    .formatted(site.id()));
                }
                anyPart = true;
            }
        }
    }

    private void odd(String rule, Location at, String message) {
        problems.add(warning(rule, at, message, ""));
    }
}
