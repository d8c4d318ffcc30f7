package breakwater.tabletop.topology;

import breakwater.tabletop.topology.NetworkPlan.PlannedLink;
import breakwater.tabletop.topology.NetworkPlan.PlannedNode;
import breakwater.tabletop.topology.NetworkPlan.PlannedService;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * An exercise to begin with on a network that was just made: its four most used ducts are cut within a quarter of an
 * hour, and a day later a disaster strikes around the second-best connected site.
 */
final class StarterExercise {

    private static final int CUTS = 4;
    private static final int MINUTES_BETWEEN_CUTS = 5;

    private final NetworkPlan plan;

    private final int sites;

    private StarterExercise(NetworkPlan plan, int sites) {
        this.plan = plan;
        this.sites = sites;
    }

    /**
     * File name to text; {@code exercise.yaml} expects the network beside it in the folder {@code network}.
     *
     * @param sites how many of the nodes, from the first, are sites; trusted nodes come after them
     */
    static SortedMap<String, String> of(NetworkPlan plan, int sites) {
        StarterExercise exercise = new StarterExercise(plan, sites);
        SortedMap<String, String> files = new TreeMap<>();
        files.put("exercise.yaml", exercise.exerciseFile());
        files.put("scenario.yaml", exercise.scenarioFile());
        return files;
    }

    private String exerciseFile() {
        return """
                # A first exercise on an imported network. Yours to change: a new import leaves this file as it is.
                title: %s
                synopsis: >-
                  Within a quarter of an hour the most used cables are cut, one after the other. A day later, while crews are still
                  out, a disaster strikes around %s. Which services hold, and who goes where first?
                clock: {horizon: 72 h, signallingLatency: 5 s}
                seed: 1
                network: network
                """.formatted(
                        YamlText.of("Four cuts and a disaster on " + plan.name()),
                        struck().name().replaceAll("\\p{Cntrl}", ""));
    }

    private String scenarioFile() {
        StringBuilder text = new StringBuilder();
        text.append("# Times to repair are assumed. Yours to change, like exercise.yaml.\n")
                .append("objectives:\n")
                .append(
                        "  - {id: important-first, text: \"Class 0 keeps at least 95 % of its key\"}\n")
                .append(
                        "  - {id: crews, text: \"Crews go first where most people depend on the link\"}\n\n")
                .append("injects:\n");
        int number = 0;
        for (String duct : mostUsedDucts()) {
            text.append(cut(++number, duct)).append('\n');
        }
        PlannedNode site = struck();
        text.append("""
                  - id: disaster
                    title: %s
                    at: 24 h
                    objectives: [important-first, crews]
                    rootCause: natural-phenomena
                    fault:
                      regional-disaster:
                        area: {disc: {centre: [%s, %s], radiusKm: 40}}
                        work: {logNormal: {median: 24 h, p95: 48 h}}
                """.formatted(
                        YamlText.of("Disaster around " + site.name()),
                        NetworkText.figure(site.at().latitude()),
                        NetworkText.figure(site.at().longitude())));
        return text.toString();
    }

    private static String cut(int number, String duct) {
        int minutes = (number - 1) * MINUTES_BETWEEN_CUTS;
        return """
                  - id: cut-%s
                    title: %s
                    at: 1 h%s
                    objectives: [important-first, crews]
                    rootCause: malicious-action
                    fault: {fibre-cut: {srlgs: [%s], work: {logNormal: {median: 8 h, p95: 24 h}}}}
                """.formatted(
                        number,
                        YamlText.of("A cable is cut: "
                                + duct.substring("duct:".length()).replace("~", " - ")),
                        minutes == 0 ? "" : " " + minutes + " min",
                        duct);
    }

    /** By the share of their rate that shortest ways use, of the fullest link in each. */
    private List<String> mostUsedDucts() {
        LinkLoads loads = new LinkLoads(plan.nodes(), plan.links());
        for (PlannedService service : plan.services()) {
            loads.add(service.from(), service.to(), (double) service.suite().demandBitPerSecond());
        }
        List<PlannedLink> links = plan.links();
        Set<String> ducts = new LinkedHashSet<>();
        IntStream.range(0, links.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) ->
                        -loads.loadOf(i) / PlannedHardware.rateBitPerSecond(links.get(i))))
                .forEach(i -> ducts.addAll(links.get(i).srlgs()));
        return ducts.stream().limit(CUTS).toList();
    }

    /** The site with the second most links: the first is usually where crews and controller are. */
    private PlannedNode struck() {
        Map<String, Integer> degree = new HashMap<>();
        for (PlannedLink link : plan.links()) {
            degree.merge(link.from(), 1, Integer::sum);
            degree.merge(link.to(), 1, Integer::sum);
        }
        List<PlannedNode> mostLinked = plan.nodes().stream()
                .limit(sites)
                .sorted(Comparator.comparing(node -> -degree.getOrDefault(node.id(), 0)))
                .toList();
        return mostLinked.get(Math.min(1, mostLinked.size() - 1));
    }
}
