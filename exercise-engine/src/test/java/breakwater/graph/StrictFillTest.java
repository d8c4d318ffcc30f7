package breakwater.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import breakwater.graph.FillInstance.Shape;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

class StrictFillTest {

    static LongStream seeds() {
        return GraphOracle.seeds();
    }

    /**
     * Sizes, loads and coarseness differ from seed to seed; at 1 bit/s to a unit, links carry fewer bits than services.
     */
    private static FillInstance instance(long seed) {
        var random = new SplittableRandom(seed);
        double load = new double[] {0.1, 0.5, 2}[random.nextInt(3)];
        long unit = new long[] {1, 7, 1_000_000}[random.nextInt(3)];
        return FillInstance.of(Shape.of(random.nextInt(4, 80), load, unit), seed);
    }

    private static StrictFill solved(FillInstance instance) {
        var fill = new StrictFill(instance.paths());
        instance.solve(fill);
        return fill;
    }

    private static StrictFill solved(CandidatePaths paths, long[] capacities, long... demands) {
        boolean[] usable = new boolean[paths.pathCount()];
        Arrays.fill(usable, true);
        var fill = new StrictFill(paths);
        fill.solve(capacities, demands, usable);
        return fill;
    }

    private static CandidatePaths onOneLink(int... classes) {
        var builder = CandidatePaths.builder(1);
        for (int priorityClass : classes) {
            builder.service(priorityClass, new int[][] {{0}});
        }
        return builder.build();
    }

    @Test
    void whoWantsLittleGetsItAndTheRestIsSharedEqually() {
        StrictFill fill = solved(onOneLink(0, 0, 0), new long[] {100}, 20, 1_000, 2_000);

        assertThat(fill.rateBitPerSecond(0)).isEqualTo(20);
        assertThat(fill.rateBitPerSecond(1)).isEqualTo(40);
        assertThat(fill.rateBitPerSecond(2)).isEqualTo(40);
        assertThat(fill.remainingBitPerSecond(0)).isZero();
    }

    @Test
    void aLowerClassGetsWhatIsLeft() {
        StrictFill fill = solved(onOneLink(0, 1, 1), new long[] {100}, 70, 50, 50);

        assertThat(fill.rateBitPerSecond(0)).isEqualTo(70);
        assertThat(fill.rateBitPerSecond(1)).isEqualTo(15);
        assertThat(fill.rateBitPerSecond(2)).isEqualTo(15);
    }

    @Test
    void bitsThatCannotBeSharedGoToTheNextClass() {
        StrictFill fill = solved(onOneLink(0, 0, 0, 1), new long[] {101}, 50, 50, 50, 50);

        assertThat(fill.rateBitPerSecond(0)).isEqualTo(33);
        assertThat(fill.rateBitPerSecond(2)).isEqualTo(33);
        assertThat(fill.rateBitPerSecond(3)).isEqualTo(2);
        assertThat(fill.remainingBitPerSecond(0)).isZero();
    }

    @Test
    void theFirstServicesGetTheBitsOfALinkWithFewerBitsThanServices() {
        StrictFill fill = solved(onOneLink(0, 0, 0), new long[] {2}, 5, 5, 5);

        assertThat(fill.rateBitPerSecond(0)).isEqualTo(1);
        assertThat(fill.rateBitPerSecond(1)).isEqualTo(1);
        assertThat(fill.rateBitPerSecond(2)).isZero();
    }

    /**
     * Links 0 (10 bit/s) and 1 (30). Both services prefer link 0; only the second has a way round. At level 5 link 0 is
     * full: the first stays at 5, the second goes on over link 1 until it has its 20.
     */
    @Test
    void aServiceGoesOnRisingOnItsNextPath() {
        var paths = CandidatePaths.builder(2)
                .service(0, new int[][] {{0}})
                .service(0, new int[][] {{0}, {1}})
                .build();

        StrictFill fill = solved(paths, new long[] {10, 30}, 50, 20);

        assertThat(fill.flowBitPerSecond(0)).isEqualTo(5);
        assertThat(fill.flowBitPerSecond(1)).isEqualTo(5);
        assertThat(fill.flowBitPerSecond(2)).isEqualTo(15);
        assertThat(fill.remainingBitPerSecond(1)).isEqualTo(15);
    }

    @Test
    void aPathThatIsNotUsableIsNotTaken() {
        var paths = CandidatePaths.builder(2).service(0, new int[][] {{0}, {1}}).build();
        var fill = new StrictFill(paths);

        fill.solve(new long[] {10, 10}, new long[] {8}, new boolean[] {false, true});

        assertThat(fill.flowBitPerSecond(0)).isZero();
        assertThat(fill.flowBitPerSecond(1)).isEqualTo(8);
    }

    @Test
    void aServiceWithoutPathsOrDemandGetsNothing() {
        var paths = CandidatePaths.builder(1)
                .service(0, new int[0][])
                .service(0, new int[][] {{0}})
                .build();

        StrictFill fill = solved(paths, new long[] {10}, 5, 0);

        assertThat(fill.rateBitPerSecond(0)).isZero();
        assertThat(fill.rateBitPerSecond(1)).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverOverbooksALinkOrADemand(long seed) {
        FillInstance instance = instance(seed);
        StrictFill fill = solved(instance);

        long[] left = instance.capacities().clone();
        for (int path = 0; path < instance.paths().pathCount(); path++) {
            long flow = fill.flowBitPerSecond(path);
            assertThat(flow).as("seed %d", seed).isNotNegative();
            for (int i = 0; i < instance.paths().lengthOf(path); i++) {
                left[instance.paths().linkOf(path, i)] -= flow;
            }
        }
        for (int link = 0; link < left.length; link++) {
            assertThat(left[link])
                    .as("seed %d", seed)
                    .isNotNegative()
                    .isEqualTo(fill.remainingBitPerSecond(link));
        }
        for (int service = 0; service < instance.paths().serviceCount(); service++) {
            assertThat(fill.rateBitPerSecond(service))
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(instance.demands()[service]);
        }
    }

    /** Whoever lacks rate has a link on each of its paths with less left than one bit/s for each path over it. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void leavesNobodyShortWhoHasAPathWithRoom(long seed) {
        FillInstance instance = instance(seed);
        CandidatePaths paths = instance.paths();
        StrictFill fill = solved(instance);

        for (int service = 0; service < paths.serviceCount(); service++) {
            boolean isShort = fill.rateBitPerSecond(service) < instance.demands()[service];
            for (int path = paths.firstPath(service); path < paths.pathEnd(service); path++) {
                boolean hasFullLink = false;
                for (int i = 0; i < paths.lengthOf(path); i++) {
                    int link = paths.linkOf(path, i);
                    hasFullLink |= fill.remainingBitPerSecond(link) <= paths.userCount(link);
                }
                assertThat(isShort && !hasFullLink)
                        .as("seed %d path %d", seed, path)
                        .isFalse();
            }
        }
    }

    /** With one path each and one class, whoever lacks rate has a full link on which nobody has more: max-min fair. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isMaxMinFairOnSinglePaths(long seed) {
        FillInstance instance = FillInstance.of(new Shape(50, 40, 2, 1_000, 1), seed);
        CandidatePaths paths = withOneClass(instance.paths());
        StrictFill fill = solved(paths, instance.capacities(), instance.demands());

        for (int service = 0; service < paths.serviceCount(); service++) {
            long rate = fill.rateBitPerSecond(service);
            if (rate < instance.demands()[service]) {
                boolean hasBottleneck = false;
                for (int i = 0; i < paths.lengthOf(service); i++) {
                    int link = paths.linkOf(service, i);
                    hasBottleneck |= fill.remainingBitPerSecond(link) < paths.userCount(link)
                            && rate == highestRateOn(link, paths, fill);
                }
                assertThat(hasBottleneck)
                        .as("seed %d service %d", seed, service)
                        .isTrue();
            }
        }
    }

    private static CandidatePaths withOneClass(CandidatePaths paths) {
        var builder = CandidatePaths.builder(paths.linkCount());
        for (int service = 0; service < paths.serviceCount(); service++) {
            int only = paths.firstPath(service);
            int[] path = new int[paths.lengthOf(only)];
            Arrays.setAll(path, i -> paths.linkOf(only, i));
            builder.service(0, new int[][] {path});
        }
        return builder.build();
    }

    private static long highestRateOn(int link, CandidatePaths paths, StrictFill fill) {
        long highest = 0;
        for (int i = 0; i < paths.userCount(link); i++) {
            highest = Math.max(highest, fill.flowBitPerSecond(paths.userOf(link, i)));
        }
        return highest;
    }

    @Test
    void refusesRatesAndFlagsThatDoNotFitThePaths() {
        var fill = new StrictFill(onOneLink(0));
        boolean[] usable = {true};

        assertThatThrownBy(() -> fill.solve(new long[0], new long[] {1}, usable))
                .hasMessageContaining("capacity");
        assertThatThrownBy(() -> fill.solve(new long[] {-1}, new long[] {1}, usable))
                .hasMessageContaining("capacity of link (0) is (-1)");
        assertThatThrownBy(() -> fill.solve(new long[] {1}, new long[] {1L << 43}, usable))
                .hasMessageContaining("demand of service (0)");
        assertThatThrownBy(() -> fill.solve(new long[] {1}, new long[] {1}, new boolean[2]))
                .hasMessageContaining("usable flags (2)");
    }
}
