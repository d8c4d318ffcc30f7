package breakwater.graph;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Services on random pairs of a random geometric network, with four penalty-diverse paths each.
 *
 * <p>Capacities are uniform over 5 to 100 units, demands {@code load} times uniform over 1 to 20 units; classes 0, 1
 * and 2 in proportions 10, 30 and 60.
 */
@SuppressWarnings("ArrayRecordComponent") // test data, compared by nobody
record FillInstance(CandidatePaths paths, long[] capacities, long[] demands, boolean[] usable) {

    private static final int PATHS_PER_SERVICE = 4;

    /** How an instance is made; {@code unitBitPerSecond} says how coarse whole bits are. */
    record Shape(int vertices, int services, double load, long unitBitPerSecond, int pathCount) {

        static Shape of(int vertices, double load, long unitBitPerSecond) {
            return new Shape(vertices, vertices / 2, load, unitBitPerSecond, PATHS_PER_SERVICE);
        }
    }

    static FillInstance of(Shape shape, long seed) {
        CsrGraph graph = RandomGeometricGraph.of(shape.vertices, seed).graph();
        var random = new SplittableRandom(seed);
        long[] capacities = new long[graph.edgeCount()];
        Arrays.setAll(capacities, e -> shape.unitBitPerSecond * random.nextInt(5, 101));
        int[] classes = new int[shape.services];
        Arrays.setAll(classes, s -> classAt(random.nextInt(100)));
        Arrays.sort(classes);
        long[] demands = new long[shape.services];
        var diverse = new DiversePaths(new PathSearch(graph));
        var builder = CandidatePaths.builder(graph.edgeCount());
        for (int service = 0; service < shape.services; service++) {
            double units = shape.load * random.nextInt(1, 21);
            demands[service] = Math.max(1, Math.round(units * shape.unitBitPerSecond));
            int from = random.nextInt(shape.vertices);
            int to = (from + random.nextInt(1, shape.vertices)) % shape.vertices;
            builder.service(classes[service], diverse.find(from, to, shape.pathCount));
        }
        CandidatePaths paths = builder.build();
        boolean[] usable = new boolean[paths.pathCount()];
        Arrays.fill(usable, true);
        return new FillInstance(paths, capacities, demands, usable);
    }

    private static int classAt(int percent) {
        return percent < 10 ? 0 : percent < 40 ? 1 : 2;
    }

    /** The flows of a solution, recorded so that two solutions can be compared. */
    long[] flowsOf(StrictFill fill) {
        long[] flows = new long[paths.pathCount()];
        Arrays.setAll(flows, fill::flowBitPerSecond);
        return flows;
    }

    /** The total rate per class, 0 to 2. */
    double[] classTotals(StrictFill fill) {
        double[] totals = new double[3];
        for (int service = 0; service < paths.serviceCount(); service++) {
            totals[paths.classOf(service)] += fill.rateBitPerSecond(service);
        }
        return totals;
    }

    void solve(StrictFill fill) {
        fill.solve(capacities, demands, usable);
    }

    void setUsable(int link, boolean isUsable) {
        for (int i = 0; i < paths.userCount(link); i++) {
            usable[paths.userOf(link, i)] = isUsable;
        }
    }
}
