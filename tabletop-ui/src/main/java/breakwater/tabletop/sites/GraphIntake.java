package breakwater.tabletop.sites;

import static breakwater.problem.Problem.warning;

import breakwater.problem.Location;
import breakwater.problem.Problems;
import breakwater.tabletop.graphml.GraphMl;
import breakwater.tabletop.graphml.GraphMl.Edge;
import breakwater.tabletop.graphml.GraphMl.Vertex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The vertices of the operator's own and the edges between them; what it leaves out, it reports. */
final class GraphIntake {

    private final Problems problems;
    private final List<Vertex> vertices = new ArrayList<>();
    private final Map<String, Integer> indexOf = new HashMap<>();
    private final Set<String> external = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Tie> ties = new ArrayList<>();

    GraphIntake(GraphMl graph, Problems problems) {
        this.problems = problems;
        graph.vertices().forEach(this::take);
        graph.edges().forEach(this::take);
    }

    /** An edge between vertices by index, {@code a} below {@code b}. */
    record Tie(int a, int b, Location location) {}

    List<Vertex> vertices() {
        return List.copyOf(vertices);
    }

    List<Tie> ties() {
        return List.copyOf(ties);
    }

    /** Next to each vertex, in the order of the edges. */
    List<List<Integer>> neighbours() {
        List<List<Integer>> neighbours = new ArrayList<>();
        vertices.forEach(vertex -> neighbours.add(new ArrayList<>()));
        for (Tie tie : ties) {
            neighbours.get(tie.a()).add(tie.b());
            neighbours.get(tie.b()).add(tie.a());
        }
        return neighbours;
    }

    private void take(Vertex vertex) {
        if (vertex.attributes().find("internal").filter("0"::equals).isPresent()) {
            external.add(vertex.id());
            odd(
                    "external-node",
                    vertex.location(),
                    "Expected a site of the operator, found the external network '%s': left out with its edges."
                            .formatted(SiteSurvey.label(vertex)));
        } else if (indexOf.putIfAbsent(vertex.id(), vertices.size()) == null) {
            vertices.add(vertex);
        } else {
            odd(
                    "duplicate-node",
                    vertex.location(),
                    "Expected each node once, found '%s' again: the first holds."
                            .formatted(vertex.id()));
        }
    }

    private void take(Edge edge) {
        if (external.contains(edge.source()) || external.contains(edge.target())) {
            return; // reported with the external node
        }
        Integer a = indexOf.get(edge.source());
        Integer b = indexOf.get(edge.target());
        if (a == null || b == null) {
            odd(
                    "unknown-end",
                    edge.location(),
                    "Expected an edge between two nodes of the file, found no node '%s': left out."
                            .formatted(a == null ? edge.source() : edge.target()));
        } else if (a.equals(b)) {
            odd(
                    "self-loop",
                    edge.location(),
                    "Expected two different nodes, found '%s' at both ends: left out."
                            .formatted(edge.source()));
        } else {
            takeParallel(edge, new Tie(Math.min(a, b), Math.max(a, b), edge.location()));
        }
    }

    /** Between the same nodes, edges that a key or id tells apart are links of their own; others are written twice. */
    private void takeParallel(Edge edge, Tie tie) {
        String pair = tie.a() + " " + tie.b();
        String mark = edge.attributes().find("key").orElse("") + " "
                + edge.attributes().find("@id", "id").orElse("");
        if (!seen.add(pair + " " + mark)) {
            odd(
                    "duplicate-edge",
                    edge.location(),
                    "Expected a key or id that tells parallel edges apart, found the edge '%s' - '%s' again: left out."
                            .formatted(edge.source(), edge.target()));
            return;
        }
        if (!seen.add(pair)) {
            odd(
                    "parallel-edge",
                    edge.location(),
                    "Found a further edge '%s' - '%s': a link of its own, assumed to lie in the same duct."
                            .formatted(edge.source(), edge.target()));
        }
        ties.add(tie);
    }

    private void odd(String rule, Location at, String message) {
        problems.add(warning(rule, at, message, ""));
    }
}
