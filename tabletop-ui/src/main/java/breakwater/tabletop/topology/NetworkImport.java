package breakwater.tabletop.topology;

import breakwater.problem.Location;
import breakwater.problem.Problem;
import breakwater.problem.Problems;
import breakwater.tabletop.graphml.GraphMlReader;
import breakwater.tabletop.sites.BalancedOperators;
import breakwater.tabletop.sites.CountryOperators;
import breakwater.tabletop.sites.Operators;
import breakwater.tabletop.sites.SiteMap;
import breakwater.tabletop.sites.SiteSurvey;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A network made from a GraphML file.
 *
 * @param sites how many sites the network has; its other nodes are trusted nodes between them
 * @param fibreKm the sum of its links
 * @param network file name to text of the network's files
 * @param exercise file name to text of an exercise to begin with
 */
public record NetworkImport(
        String name,
        int sites,
        int nodes,
        int links,
        double fibreKm,
        int operators,
        int services,
        SortedMap<String, String> network,
        SortedMap<String, String> exercise) {

    /** What the reader of networks takes in one file. */
    private static final int FILE_BYTES_MAX = 8 * 1024 * 1024;

    /**
     * The network in a GraphML file, or empty when there is none to be made; {@code problems} then says why. What was
     * odd is a warning in it. A pure function: the same bytes and options give the same texts.
     *
     * @param shownAs the name to report, never opened
     */
    public static Optional<NetworkImport> read(
            String shownAs, byte[] bytes, ImportOptions options, Problems problems) {
        return GraphMlReader.read(shownAs, bytes, problems)
                .flatMap(graph -> SiteSurvey.of(graph, options.routeFactor(), problems))
                .flatMap(map -> of(map, shownAs, options, problems));
    }

    private static Optional<NetworkImport> of(
            SiteMap map, String shownAs, ImportOptions options, Problems problems) {
        Operators operators = options.operators().isPresent()
                ? BalancedOperators.of(map, options.operators().getAsInt(), problems)
                : CountryOperators.of(map, problems);
        NetworkPlan plan = ImportedNetwork.plan(map, operators, options);
        if (plan.services().size() < options.services()) {
            problems.add(Problem.warning(
                    "no-services",
                    Location.startOf(shownAs),
                    "Expected two joined sites for %s services, found none: made no service."
                            .formatted(options.services()),
                    ""));
        }
        SortedMap<String, String> files = NetworkText.of(plan);
        for (String name : files.keySet()) {
            if (files.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8).length
                    > FILE_BYTES_MAX) {
                problems.add(Problem.error(
                        "network-too-large",
                        Location.startOf(shownAs),
                        "Expected a network of files of at most %s MiB, but %s would be larger."
                                .formatted(FILE_BYTES_MAX >> 20, name),
                        "Maybe raise --span-km or lower --services."));
                return Optional.empty();
            }
        }
        return Optional.of(new NetworkImport(
                plan.name(),
                map.sites().size(),
                plan.nodes().size(),
                plan.links().size(),
                plan.links().stream()
                        .mapToDouble(NetworkPlan.PlannedLink::lengthKm)
                        .sum(),
                plan.domains().size(),
                plan.services().size(),
                files,
                StarterExercise.of(plan, map.sites().size())));
    }
}
