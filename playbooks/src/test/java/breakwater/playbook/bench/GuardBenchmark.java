package breakwater.playbook.bench;

import breakwater.bench.Benchmark;
import breakwater.bench.Contestant;
import breakwater.bench.Figure;
import breakwater.bench.Outcomes;

import dev.cel.runtime.CelRuntimeFactory;

import java.util.List;

/** All guards of the shipped playbooks over the same values; an event is one evaluation. */
public final class GuardBenchmark implements Benchmark {

    private static final String OURS = "closures";
    private static final String PLANNER = "cel planner runtime";
    private static final String CLASSIC = "cel runtime";
    private static final double BAR = 20;

    @Override
    public String name() {
        return "GUARD";
    }

    @Override
    public String title() {
        return "GUARD: the %s conditions of the shipped playbooks, %s sets of values; one evaluation per event"
                .formatted(Guards.ofLibrary().size(), Guards.FRAMES);
    }

    @Override
    public List<String> contestants() {
        return List.of(OURS, PLANNER, CLASSIC);
    }

    @Override
    public Contestant contestant(String name) {
        return switch (name) {
            case OURS -> new GuardsAsClosures();
            case PLANNER -> new GuardsOnCel(CelRuntimeFactory.plannerRuntimeBuilder());
            default -> new GuardsOnCel(CelRuntimeFactory.legacyCelRuntimeBuilder());
        };
    }

    @Override
    public List<Figure> figures(Outcomes outcomes) {
        double ours = outcomes.get(OURS).millionEventsPerSecond();
        String fastest = outcomes.fastest("cel");
        String other = fastest.equals(PLANNER) ? CLASSIC : PLANNER;
        return List.of(
                Figure.ratioAtLeast(
                        "M guards/s",
                        ours,
                        outcomes.label(fastest),
                        outcomes.get(fastest).millionEventsPerSecond(),
                        BAR),
                Figure.comparison(
                        "M guards/s",
                        ours,
                        outcomes.label(other),
                        outcomes.get(other).millionEventsPerSecond()));
    }
}
