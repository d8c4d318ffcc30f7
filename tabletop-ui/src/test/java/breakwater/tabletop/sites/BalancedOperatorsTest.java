package breakwater.tabletop.sites;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.network.GeoPoint;
import breakwater.problem.Location;
import breakwater.problem.Problem;
import breakwater.problem.Problems;
import breakwater.tabletop.sites.SiteMap.Leg;
import breakwater.tabletop.sites.SiteMap.Route;
import breakwater.tabletop.sites.SiteMap.Site;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

class BalancedOperatorsTest {

    static LongStream seeds() {
        Long replay = Long.getLong("seed");
        return replay == null ? LongStream.range(0, 200) : LongStream.of(replay);
    }

    private static SiteMap map(List<GeoPoint> places, List<int[]> pairs) {
        List<Site> sites = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            sites.add(new Site("s" + i, "s" + i, "", places.get(i), Location.startOf("map")));
        }
        List<Route> routes = new ArrayList<>();
        for (int[] pair : pairs) {
            Leg leg =
                    new Leg("duct:" + routes.size(), 10, places.get(pair[0]), places.get(pair[1]));
            routes.add(new Route("r" + routes.size(), pair[0], pair[1], List.of(leg)));
        }
        return new SiteMap("map", false, sites, routes);
    }

    /** A tree over sites at random places and a few routes more, then some sites without any. */
    private static SiteMap randomMap(SplittableRandom random, int joined, int alone) {
        List<GeoPoint> places = new ArrayList<>();
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < joined + alone; i++) {
            places.add(new GeoPoint(random.nextDouble() * 10, random.nextDouble() * 10));
            if (i > 0 && i < joined) {
                pairs.add(new int[] {random.nextInt(i), i});
            }
        }
        for (int i = 0; i < joined / 3; i++) {
            int a = random.nextInt(joined);
            int b = random.nextInt(joined);
            if (a != b) {
                pairs.add(new int[] {Math.min(a, b), Math.max(a, b)});
            }
        }
        return map(places, pairs);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyOperatorHangsTogetherAndThereAreAsManyAsAskedFor(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int joined = random.nextInt(1, 60);
        int alone = random.nextInt(3);
        SiteMap map = randomMap(random, joined, alone);
        int wanted = random.nextInt(1, joined + 1);

        Operators operators = BalancedOperators.of(map, wanted, new Problems());

        assertThat(operators.operators()).as("seed %d", seed).hasSize(Math.max(wanted, alone + 1));
        for (int operator = 0; operator < operators.operators().size(); operator++) {
            assertThat(piecesOf(map, operators, operator)).as("seed %d", seed).isEqualTo(1);
        }
        assertThat(BalancedOperators.of(map, wanted, new Problems())).isEqualTo(operators);
    }

    private static int piecesOf(SiteMap map, Operators operators, int operator) {
        int[] colour = operators.ofSite().stream().mapToInt(Integer::intValue).toArray();
        int[] parts = Parts.of(map.neighbours(), colour);
        Set<Integer> pieces = new HashSet<>();
        for (int i = 0; i < parts.length; i++) {
            if (colour[i] == operator) {
                pieces.add(parts[i]);
            }
        }
        return pieces.size();
    }

    @Test
    void neighboursOnALineDifferByOneSiteAtMost() {
        List<GeoPoint> places =
                IntStream.range(0, 60).mapToObj(i -> new GeoPoint(0, i)).toList();
        List<int[]> pairs =
                IntStream.range(1, 60).mapToObj(i -> new int[] {i - 1, i}).toList();

        Operators operators = BalancedOperators.of(map(places, pairs), 4, new Problems());

        int[] size = new int[4];
        operators.ofSite().forEach(operator -> size[operator]++);
        assertThat(Arrays.stream(size).min().orElseThrow()).isGreaterThanOrEqualTo(14);
        assertThat(Arrays.stream(size).max().orElseThrow()).isLessThanOrEqualTo(16);
    }

    @Test
    void saysWhenThereCannotBeThatMany() {
        SiteMap map = map(List.of(new GeoPoint(0, 0), new GeoPoint(0, 1)), List.of());
        Problems tooFew = new Problems();
        Problems tooMany = new Problems();

        assertThat(BalancedOperators.of(map, 1, tooFew).operators()).hasSize(2);
        assertThat(BalancedOperators.of(map, 9, tooMany).operators()).hasSize(2);
        assertThat(tooFew.inFileOrder())
                .extracting(Problem::rule)
                .containsExactly("operator-count");
        assertThat(tooMany.inFileOrder())
                .extracting(Problem::rule)
                .containsExactly("operator-count");
    }
}
