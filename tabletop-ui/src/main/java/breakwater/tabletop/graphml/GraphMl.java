package breakwater.tabletop.graphml;

import breakwater.problem.Location;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first graph of a GraphML file. Nothing is judged yet: ids may repeat, ends of edges may be unknown.
 *
 * @param file the name to report
 */
public record GraphMl(String file, Attributes attributes, List<Vertex> vertices, List<Edge> edges) {

    public GraphMl {
        vertices = List.copyOf(vertices);
        edges = List.copyOf(edges);
    }

    /** A {@code node} element. */
    public record Vertex(String id, Attributes attributes, Location location) {}

    /** An {@code edge} element. The direction has no meaning here. */
    public record Edge(String source, String target, Attributes attributes, Location location) {}

    /**
     * What {@code data} elements say, by attribute name in lower case: names, not key ids, which differ from file to
     * file.
     */
    public record Attributes(Map<String, String> byName) {

        public Attributes {
            byName = Map.copyOf(byName);
        }

        /**
         * The value of the first of {@code names} that has one; blank values count as missing, and a run of white
         * space in it is one space.
         */
        public Optional<String> find(String... names) {
            for (String name : names) {
                String value = byName.get(name);
                if (value != null && !value.isBlank()) {
                    return Optional.of(value.strip().replaceAll("\\s+", " "));
                }
            }
            return Optional.empty();
        }
    }
}
