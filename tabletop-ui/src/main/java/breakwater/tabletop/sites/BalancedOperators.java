package breakwater.tabletop.sites;

import static breakwater.problem.Problem.warning;

import breakwater.network.GeoPoint;
import breakwater.problem.Location;
import breakwater.problem.Problems;
import breakwater.tabletop.sites.SiteMap.Site;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A given number of operators of like size, each connected. Seeds lie as far apart as they can; the smallest part grows
 * first, by the site nearest to its seed; at the end sites at borders change over to a smaller neighbour, with
 * what hangs on them, as long as the sizes get more even. No draws: the same map gives the same parts. Cost: in each of
 * at most {@value #ROUNDS_MAX} rounds a search in its part for every site at a border.
 */
public final class BalancedOperators {

    private static final int NONE = -1;
    private static final int ROUNDS_MAX = 200;

    private final SiteMap map;
    private final Problems problems;
    private final List<List<Integer>> neighbours;
    private final int[] whole;
    private final int[] part;
    private final List<Integer> seeds = new ArrayList<>();

    private BalancedOperators(SiteMap map, Problems problems) {
        this.map = map;
        this.problems = problems;
        this.neighbours = map.neighbours();
        this.whole = Parts.of(neighbours);
        this.part = new int[neighbours.size()];
        Arrays.fill(part, NONE);
    }

    /**
     * Shares the sites of {@code map} out to {@code wanted} operators, at least 1. There are more when the network has
     * more separate pieces, and fewer when it has fewer sites; both are reported.
     */
    public static Operators of(SiteMap map, int wanted, Problems problems) {
        return new BalancedOperators(map, problems).share(wanted);
    }

    private Operators share(int wanted) {
        placeSeeds(Math.min(wanted, part.length));
        if (seeds.size() != wanted) {
            problems.add(warning(
                    "operator-count",
                    Location.startOf(map.sites().get(0).location().file()),
                    "Expected %s operators, made %s: each has at least one site, and each separate piece an operator."
                            .formatted(wanted, seeds.size()),
                    ""));
        }
        grow();
        int rounds = 0;
        while (rounds < ROUNDS_MAX && moveBest()) {
            rounds++;
        }
        OperatorList operators = new OperatorList(map, part);
        int number = 0;
        int digits = String.valueOf(seeds.size()).length();
        for (int seed = 0; seed < seeds.size(); seed++) {
            Site core = map.sites().get(operators.coreOf(seed));
            String id = String.format(Locale.ROOT, "D%0" + digits + "d", ++number);
            operators.add(
                    seed,
                    id,
                    core.label(),
                    Countries.shipped().get(core.country()).timeZone());
        }
        return operators.build();
    }

    /** The first site of each piece, then again and again the site farthest from all seeds. */
    private void placeSeeds(int wanted) {
        for (int site = 0; site < part.length; site++) {
            if (whole[site] == site) {
                addSeed(site);
            }
        }
        if (seeds.size() == 1 && wanted > 1) {
            int far = farthest();
            part[seeds.get(0)] = NONE;
            seeds.clear();
            addSeed(far);
        }
        while (seeds.size() < wanted) {
            addSeed(farthest());
        }
    }

    private void addSeed(int site) {
        part[site] = seeds.size();
        seeds.add(site);
    }

    private int farthest() {
        int best = NONE;
        double bestKm = -1;
        for (int site = 0; site < part.length; site++) {
            if (part[site] == NONE) {
                double nearestKm = Double.MAX_VALUE;
                for (int seed : seeds) {
                    nearestKm = Math.min(nearestKm, distanceKm(site, seed));
                }
                if (nearestKm > bestKm) {
                    bestKm = nearestKm;
                    best = site;
                }
            }
        }
        return best;
    }

    private double distanceKm(int a, int b) {
        GeoPoint at = map.sites().get(a).at();
        return at.distanceKmTo(map.sites().get(b).at());
    }

    private void grow() {
        int[] size = new int[seeds.size()];
        Arrays.fill(size, 1);
        List<Set<Integer>> edge = new ArrayList<>();
        for (int seed : seeds) {
            edge.add(new HashSet<>(neighbours.get(seed)));
        }
        while (true) {
            int smallest = NONE;
            for (int i = 0; i < size.length; i++) {
                edge.get(i).removeIf(site -> part[site] != NONE);
                if (!edge.get(i).isEmpty() && (smallest == NONE || size[i] < size[smallest])) {
                    smallest = i;
                }
            }
            if (smallest == NONE) {
                return;
            }
            int seed = seeds.get(smallest);
            int next = edge.get(smallest).stream()
                    .min(Comparator.comparingDouble((Integer site) -> distanceKm(site, seed))
                            .thenComparing(Comparator.naturalOrder()))
                    .orElseThrow();
            part[next] = smallest;
            size[smallest]++;
            edge.get(smallest).addAll(neighbours.get(next));
        }
    }

    /**
     * Sites that change over together.
     *
     * @param gain how much evener it gets: the sum of the squares of the sizes drops by twice as much
     */
    private record Move(Set<Integer> sites, int to, long gain) {}

    /** Makes the move with the largest gain; false when none gains. */
    private boolean moveBest() {
        int[] size = new int[seeds.size()];
        for (int number : part) {
            size[number]++;
        }
        Move best = new Move(Set.of(), NONE, 0);
        for (int site = 0; site < part.length; site++) {
            int own = part[site];
            Set<Integer> others = new TreeSet<>();
            neighbours.get(site).stream()
                    .map(next -> part[next])
                    .filter(number -> size[number] < size[own] - 1)
                    .forEach(others::add);
            if (!others.isEmpty()) {
                Set<Integer> moved = cutOffBy(site, size[own]);
                for (int to : others) {
                    long gain = (long) moved.size() * (size[own] - size[to] - moved.size());
                    best = gain > best.gain() ? new Move(moved, to, gain) : best;
                }
            }
        }
        for (int site : best.sites()) {
            part[site] = best.to();
        }
        return best.gain() > 0;
    }

    /** The site, and what would not hang together with the largest rest of its part without it. */
    private Set<Integer> cutOffBy(int site, int size) {
        int own = part[site];
        Set<Integer> cutOff = new TreeSet<>(Set.of(site));
        Set<Integer> largest = Set.of();
        part[site] = NONE;
        for (int next : neighbours.get(site)) {
            if (part[next] == own && !cutOff.contains(next) && !largest.contains(next)) {
                Set<Integer> piece = pieceAround(next);
                if (piece.size() > largest.size()) {
                    cutOff.addAll(largest);
                    largest = piece;
                } else {
                    cutOff.addAll(piece);
                }
            }
        }
        part[site] = own;
        if (cutOff.size() + largest.size() != size) {
            throw new IllegalStateException(
                    "The part (%d) of site (%d) did not hang together.".formatted(own, site));
        }
        return cutOff;
    }

    private Set<Integer> pieceAround(int start) {
        Set<Integer> piece = new HashSet<>(Set.of(start));
        Deque<Integer> open = new ArrayDeque<>(piece);
        while (!open.isEmpty()) {
            for (int next : neighbours.get(open.remove())) {
                if (part[next] == part[start] && piece.add(next)) {
                    open.add(next);
                }
            }
        }
        return piece;
    }
}
