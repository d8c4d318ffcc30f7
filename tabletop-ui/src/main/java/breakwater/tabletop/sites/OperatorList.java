package breakwater.tabletop.sites;

import breakwater.tabletop.sites.Operators.Operator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers operators, one per part of the sites; their cores are the sites with the most routes. */
final class OperatorList {

    private final SiteMap map;
    private final int[] part;
    private final List<List<Integer>> neighbours;
    private final Map<Integer, Operator> byPart = new HashMap<>();

    /** @param part a number per site, the same for sites of one operator */
    OperatorList(SiteMap map, int[] part) {
        this.map = map;
        this.part = part.clone();
        this.neighbours = map.neighbours();
    }

    /** The parts, the one with the most sites first; equal ones in order of their numbers. */
    List<Integer> partsLargestFirst() {
        Map<Integer, Integer> size = new HashMap<>();
        for (int number : part) {
            size.merge(number, 1, Integer::sum);
        }
        return size.keySet().stream()
                .sorted(Comparator.comparing((Integer number) -> -size.getOrDefault(number, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    void add(int number, String id, String name, String timeZone) {
        byPart.put(number, new Operator(id, name, timeZone, coreOf(number)));
    }

    /** The site with the most routes, the first of several. */
    int coreOf(int number) {
        int core = -1;
        for (int site = 0; site < part.length; site++) {
            boolean better = core < 0
                    || neighbours.get(site).size() > neighbours.get(core).size();
            if (part[site] == number && better) {
                core = site;
            }
        }
        return core;
    }

    Operators build() {
        List<Operator> operators = byPart.values().stream()
                .sorted(Comparator.comparing(Operator::id))
                .toList();
        List<Integer> ofSite = new ArrayList<>();
        for (int site = 0; site < map.sites().size(); site++) {
            ofSite.add(operators.indexOf(byPart.get(part[site])));
        }
        return new Operators(operators, ofSite);
    }
}
