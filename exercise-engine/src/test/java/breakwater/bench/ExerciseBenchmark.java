package breakwater.bench;

import breakwater.network.Network;

import java.util.List;

/**
 * A shipped exercise played whole, from StartEx to EndEx, all services, default policy; an event is one drill.
 *
 * @param barMillis what a drill may take at most, CPU ms; NaN where the figure is only stated
 * @param barWithLogMillis the same with its log written
 */
record ExerciseBenchmark(
        String name, String exercise, String title, double barMillis, double barWithLogMillis)
        implements Benchmark {

    private static final String WITHOUT_LOG = "without log";
    private static final String WITH_LOG = "log.jsonl written";
    private static final double MILLIS_PER_NANO = 1e-6;

    /** The EU-27 backbone, its bars from the issue that asked for the engine. */
    static ExerciseBenchmark europe() {
        return new ExerciseBenchmark(
                "EU27",
                "iberia-2025",
                "EU27: iberia-2025, 27 domains, 72 h, from StartEx to EndEx; one drill per event",
                10,
                200);
    }

    /** The stress point: a map of 754 nodes, imported. */
    static ExerciseBenchmark kdl() {
        return new ExerciseBenchmark(
                "KDL",
                "kdl",
                "KDL: the Zoo's Kdl imported at 80 km, 6 domains, 72 h, four cuts and a disaster; one drill per event",
                Double.NaN,
                Double.NaN);
    }

    @Override
    public List<String> contestants() {
        return List.of(WITHOUT_LOG, WITH_LOG);
    }

    @Override
    public Contestant contestant(String contestant) {
        return new DrillOfExercise(exercise, contestant.equals(WITH_LOG));
    }

    @Override
    public List<Figure> figures(Outcomes outcomes) {
        double without = outcomes.get(WITHOUT_LOG).nanosPerEvent();
        double with = outcomes.get(WITH_LOG).nanosPerEvent();
        long entries = DrillOfExercise.countEntries(exercise);
        Network network = DrillOfExercise.read(exercise).network();
        return List.of(
                millis("ms, no log", without, barMillis),
                millis("ms, with log", with, barWithLogMillis),
                Figure.information("us/entry, no log", without / 1_000 / entries),
                Figure.information("us/entry, with log", with / 1_000 / entries),
                Figure.information("entries", (double) entries),
                Figure.information("nodes", network.nodes().size()),
                Figure.information("links", network.links().size()),
                Figure.information("services", network.services().size()));
    }

    private static Figure millis(String what, double nanos, double bar) {
        double value = nanos * MILLIS_PER_NANO;
        return Double.isNaN(bar)
                ? Figure.information(what, value)
                : Figure.atMost(what, value, bar, "%.0f ms".formatted(bar));
    }
}
