package breakwater.tabletop.sites;

import static breakwater.problem.Problem.warning;

import breakwater.problem.Problems;
import breakwater.tabletop.sites.Countries.Country;
import breakwater.tabletop.sites.SiteMap.Site;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One operator per country and connected piece of it: routing inside a domain uses the domain's own links only, so a
 * domain in two pieces could not serve itself. A site without a country takes the one its label names,
 * else that of most of its neighbours.
 */
public final class CountryOperators {

    private final SiteMap map;
    private final Problems problems;
    private final List<List<Integer>> neighbours;
    private final String[] country;
    private final Countries countries = Countries.shipped();

    private CountryOperators(SiteMap map, Problems problems) {
        this.map = map;
        this.problems = problems;
        this.neighbours = map.neighbours();
        this.country = map.sites().stream().map(Site::country).toArray(String[]::new);
    }

    /** The operators of {@code map}; with no country anywhere there is one per connected piece. */
    public static Operators of(SiteMap map, Problems problems) {
        return new CountryOperators(map, problems).share();
    }

    private Operators share() {
        fillFromLabels();
        boolean any = Arrays.stream(country).anyMatch(name -> !name.isEmpty());
        if (any) {
            fillFromNeighbours();
        }
        Map<String, Integer> colours = new HashMap<>();
        int[] colour = new int[country.length];
        for (int i = 0; i < colour.length; i++) {
            colour[i] = colours.computeIfAbsent(country[i], key -> colours.size());
        }
        int[] part = Parts.of(neighbours, colour);
        OperatorList operators = new OperatorList(map, part);
        Map<String, Integer> pieces = new HashMap<>();
        for (int first : operators.partsLargestFirst()) {
            Country own = any
                    ? countries.get(country[first].isEmpty() ? "XX" : country[first])
                    : new Country("D", map.name().isEmpty() ? "Operator" : map.name(), "Etc/UTC");
            int number = pieces.merge(own.code(), 1, Integer::sum);
            String name = number == 1 ? own.name() : own.name() + " " + number;
            operators.add(
                    first, number == 1 ? own.code() : own.code() + number, name, own.timeZone());
            if (number > 1) {
                Site site = map.sites().get(first);
                problems.add(warning(
                        "operator-in-pieces",
                        site.location(),
                        "Expected the sites of %s to hang together, found a further piece with '%s': operator '%s' of its own."
                                .formatted(own.name(), site.id(), own.code() + number),
                        ""));
            }
        }
        return operators.build();
    }

    /** In a map of countries the label is one, or its code. */
    private void fillFromLabels() {
        for (int i = 0; i < country.length; i++) {
            Site site = map.sites().get(i);
            if (country[i].isEmpty()) {
                country[i] = countries.find(site.label()).map(Country::name).orElse("");
            }
        }
    }

    /** Round after round from sites whose country is known; of equally frequent ones the first in the alphabet. */
    private void fillFromNeighbours() {
        boolean changed = true;
        while (changed) {
            Map<Integer, String> found = new HashMap<>();
            for (int i = 0; i < country.length; i++) {
                if (country[i].isEmpty()) {
                    String most = mostFrequent(neighbours.get(i));
                    if (!most.isEmpty()) {
                        found.put(i, most);
                    }
                }
            }
            found.forEach((site, name) -> country[site] = name);
            changed = !found.isEmpty();
        }
        for (int i = 0; i < country.length; i++) {
            Site site = map.sites().get(i);
            if (site.country().isEmpty()) {
                String taken = country[i].isEmpty()
                        ? "no neighbour has one either"
                        : "taken as " + country[i] + " after its label or its neighbours";
                problems.add(warning(
                        "no-country",
                        site.location(),
                        "Expected a country for '%s', found none: %s.".formatted(site.id(), taken),
                        ""));
            }
        }
    }

    private String mostFrequent(List<Integer> sites) {
        Map<String, Integer> count = new TreeMap<>();
        for (int site : sites) {
            if (!country[site].isEmpty()) {
                count.merge(country[site], 1, Integer::sum);
            }
        }
        String best = "";
        for (Map.Entry<String, Integer> entry : count.entrySet()) {
            if (best.isEmpty() || entry.getValue() > count.getOrDefault(best, 0)) {
                best = entry.getKey();
            }
        }
        return best;
    }
}
