package breakwater.playbook.bench;

import breakwater.bench.Benchmark;
import breakwater.bench.Contestant;
import breakwater.bench.Figure;
import breakwater.bench.Outcomes;

import java.util.List;

/** A playbook of 500 lines read and checked by every rule; an event is one check. */
public final class CheckBenchmark implements Benchmark {

    private static final String ALL_RULES = "read and checked";
    private static final String SHAPE_ALONE = "JSON Schema, shape alone";
    private static final double MILLIS_PER_NANO = 1e-6;
    private static final double MILLIS_BAR = 15;

    @Override
    public String name() {
        return "CHECK";
    }

    @Override
    public String title() {
        return "CHECK: a playbook of %s lines from its bytes, all rules; one check per event"
                .formatted(LongPlaybook.LINES);
    }

    @Override
    public List<String> contestants() {
        return List.of(ALL_RULES, SHAPE_ALONE);
    }

    @Override
    public Contestant contestant(String name) {
        return name.equals(ALL_RULES) ? new CheckedByRules() : new CheckedBySchema();
    }

    @Override
    public List<Figure> figures(Outcomes outcomes) {
        double ours = outcomes.get(ALL_RULES).nanosPerEvent() * MILLIS_PER_NANO;
        double shape = outcomes.get(SHAPE_ALONE).nanosPerEvent() * MILLIS_PER_NANO;
        return List.of(
                Figure.atMost("ms", ours, MILLIS_BAR, "%.0f ms".formatted(MILLIS_BAR)),
                Figure.comparison(
                        "checks/s", 1000 / ours, outcomes.label(SHAPE_ALONE), 1000 / shape));
    }
}
