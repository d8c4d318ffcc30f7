package breakwater.bench;

import java.util.List;

/** The shipped exercise iberia-2025 whole: 27 domains, 72 h, all services, default policy; an event is one drill. */
final class EuropeBenchmark implements Benchmark {

    private static final String WITHOUT_LOG = "without log";
    private static final String WITH_LOG = "log.jsonl written";
    private static final double MILLIS_PER_NANO = 1e-6;

    @Override
    public String name() {
        return "EU27";
    }

    @Override
    public String title() {
        return "EU27: iberia-2025, 27 domains, 72 h, from StartEx to EndEx; one drill per event";
    }

    @Override
    public List<String> contestants() {
        return List.of(WITHOUT_LOG, WITH_LOG);
    }

    @Override
    public Contestant contestant(String name) {
        return new DrillOfEurope(name.equals(WITH_LOG));
    }

    @Override
    public List<Figure> figures(Outcomes outcomes) {
        double without = outcomes.get(WITHOUT_LOG).nanosPerEvent();
        double with = outcomes.get(WITH_LOG).nanosPerEvent();
        return List.of(
                Figure.atMost("ms, no log", without * MILLIS_PER_NANO, 10, "10 ms"),
                Figure.atMost("ms, with log", with * MILLIS_PER_NANO, 200, "200 ms"),
                Figure.information(
                        "us/entry, no log", without / 1_000 / DrillOfEurope.countEntries()));
    }
}
