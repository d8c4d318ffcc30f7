package breakwater.tabletop.sites;

import static breakwater.problem.Problem.warning;

import breakwater.keyrate.Figures;
import breakwater.network.GeoPoint;
import breakwater.problem.Problems;
import breakwater.tabletop.graphml.GraphMl.Vertex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where vertices are. One without a position gets the middle of its located neighbours, round after round outwards;
 * with one such neighbour only, a place {@value #ASIDE_KM} km beside it; without any, a place on a grid, which means
 * nothing.
 */
final class SitePositions {

    /** With the usual route factor of 1.25 a link of 40 km. */
    static final double ASIDE_KM = 32;

    /** So that several vertices beside the same one do not fall together. */
    private static final double TURN_DEGREES = 60;

    private static final int GRID_COLUMNS = 30;
    private static final double GRID_DEGREES = 0.3;

    private final List<Vertex> vertices;
    private final List<List<Integer>> neighbours;
    private final Problems problems;
    private final Map<Integer, GeoPoint> placed = new HashMap<>();
    private final Map<Integer, Integer> beside = new HashMap<>();

    SitePositions(List<Vertex> vertices, List<List<Integer>> neighbours, Problems problems) {
        this.vertices = vertices;
        this.neighbours = neighbours;
        this.problems = problems;
    }

    /** One place per vertex, in order. */
    List<GeoPoint> place() {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < vertices.size(); i++) {
            Optional<GeoPoint> given = given(vertices.get(i));
            if (given.isPresent()) {
                placed.put(i, given.get());
            } else {
                open.add(i);
            }
        }
        while (!open.isEmpty()) {
            int before = open.size();
            placeBesideLocated(open);
            if (open.size() == before) {
                placeOnGrid(open.remove(0));
            }
        }
        List<GeoPoint> places = new ArrayList<>();
        for (int i = 0; i < vertices.size(); i++) {
            places.add(placeOf(i));
        }
        return places;
    }

    private GeoPoint placeOf(int vertex) {
        GeoPoint at = placed.get(vertex);
        if (at == null) {
            throw new IllegalStateException("The vertex (%d) has no place.".formatted(vertex));
        }
        return at;
    }

    private Optional<GeoPoint> given(Vertex vertex) {
        Optional<String> latitude = vertex.attributes().find("latitude", "lat");
        Optional<String> longitude = vertex.attributes().find("longitude", "lon", "lng", "long");
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble north = degrees(latitude.orElse(""), 90);
        OptionalDouble east = degrees(longitude.orElse(""), 180);
        if (north.isPresent() && east.isPresent()) {
            return Optional.of(new GeoPoint(north.getAsDouble(), east.getAsDouble()));
        }
        problems.add(warning(
                "bad-position",
                vertex.location(),
                "Expected a latitude in -90..90 and a longitude in -180..180, found '%s' and '%s': taken as unknown."
                        .formatted(latitude.orElse(""), longitude.orElse("")),
                ""));
        return Optional.empty();
    }

    private static OptionalDouble degrees(String text, double limit) {
        try {
            double value = Double.parseDouble(text);
            return Math.abs(value) <= limit ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException notANumber) {
            return OptionalDouble.empty();
        }
    }

    /** One round; whom it places counts as located only in the next, so that the order in the file has no say. */
    private void placeBesideLocated(List<Integer> open) {
        Map<Integer, GeoPoint> found = new HashMap<>();
        for (int vertex : open) {
            List<Integer> located = neighbours.get(vertex).stream()
                    .distinct()
                    .filter(placed::containsKey)
                    .toList();
            if (located.size() == 1) {
                found.put(vertex, aside(located.get(0)));
                report(
                        vertex,
                        "put %s km beside its one located neighbour"
                                .formatted(Figures.plain(ASIDE_KM)));
            } else if (!located.isEmpty()) {
                found.put(
                        vertex, Sphere.mean(located.stream().map(this::placeOf).toList()));
                report(
                        vertex,
                        "put in the middle of its %s located neighbours".formatted(located.size()));
            }
        }
        placed.putAll(found);
        open.removeAll(found.keySet());
    }

    private GeoPoint aside(int neighbour) {
        int turn = beside.merge(neighbour, 1, Integer::sum) - 1;
        return Sphere.away(placeOf(neighbour), ASIDE_KM, turn * TURN_DEGREES);
    }

    private void placeOnGrid(int vertex) {
        double latitude = (vertex / GRID_COLUMNS) % 100 * GRID_DEGREES;
        double longitude = vertex % GRID_COLUMNS * GRID_DEGREES;
        placed.put(vertex, Sphere.away(new GeoPoint(latitude, longitude), 0, 0));
        report(vertex, "nothing near it has one either, put in the Gulf of Guinea");
    }

    private void report(int vertex, String what) {
        if (SiteSurvey.isJunction(vertices.get(vertex))) {
            return; // drawn where lines meet, never with a position of its own
        }
        problems.add(warning(
                "no-position",
                vertices.get(vertex).location(),
                "Expected a position for node '%s', found none: %s."
                        .formatted(vertices.get(vertex).id(), what),
                ""));
    }
}
