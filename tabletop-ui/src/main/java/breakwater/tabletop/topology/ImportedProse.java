package breakwater.tabletop.topology;

import breakwater.tabletop.sites.SiteMap;

import java.util.List;

/** What the files of an imported network say about themselves. */
final class ImportedProse {

    private static final String ZOO =
            "Topology data: The Internet Topology Zoo, S. Knight, H. X. Nguyen, N. Falkner, R. Bowden, M. Roughan"
                    + " (doi 10.25909/30153949; IEEE JSAC 29(9), 2011), licensed under CC BY 4.0"
                    + " (https://creativecommons.org/licenses/by/4.0/)";

    private final SiteMap map;
    private final ImportOptions options;

    ImportedProse(SiteMap map, ImportOptions options) {
        this.map = map;
        this.options = options;
    }

    String name() {
        String own = map.name().isEmpty() ? options.fileName() : map.name();
        return own + " (imported)";
    }

    String attribution() {
        String changes =
                "modified: external nodes and drawing junctions taken out, lengths derived, trusted nodes, hardware,"
                        + " operators and services added, all of it assumed";
        return map.fromZoo()
                ? ZOO + "; " + changes
                : "From %s, whose licence is for you to check; %s"
                        .formatted(options.fileName(), changes);
    }

    List<String> head() {
        return List.of(
                "Made from %s by `breakwater network import`. It is a graph to exercise on, not a statement about any"
                        .formatted(options.fileName()),
                "operator's network.",
                "",
                "Lengths: great circle times %s (assumed; the factor of the EU-27 network), at least 1 km. Routes longer"
                        .formatted(NetworkText.figure(options.routeFactor())),
                "than %s km are split evenly by trusted nodes on the great circle; the nearer site's operator has them."
                        .formatted(NetworkText.figure(options.spanKm())),
                "Operators: "
                        + (options.operators().isPresent()
                                ? "connected parts of like size, around sites far from each other."
                                : "by country; a country in separate pieces has one per piece."),
                "Risks: one duct per pair of neighbouring sites, parallel links in the same one (assumed: what shares a",
                "trench is for the author to say). Key management runs over provider networks ip:XX, at borders beside",
                "the fibre.",
                "Hardware (assumed): key-rate profile decoy-bb84-1ghz at 0.2 dB/km; stores of two hours of generation;",
                "after a repair a log-normal realignment and one block. Power: the site with most routes of each operator",
                "24 h with generator; every fourth trusted node of a route 8 h of battery; all others 6 h. Software: three",
                "fictional vendors take turns over the sites. Crews: one per 400 km of own fibre, at least two, each with a",
                "mobile generator, at 60 km/h.");
    }
}
