package breakwater.playbook.bench;

import breakwater.bench.Benchmark;
import breakwater.bench.Contestant;
import breakwater.bench.Figure;
import breakwater.bench.Outcomes;

import java.util.List;

/** The runtime alone, its commands and questions answered at once; an event is one step carried out to its end. */
public final class StepBenchmark implements Benchmark {

    private static final String OURS = "PlaybookResponder";
    private static final double MILLION_BAR = 1;

    @Override
    public String name() {
        return "STEPS";
    }

    @Override
    public String title() {
        return "STEPS: loops of actions, decisions, branches and variables, each step with all it records; one step per event";
    }

    @Override
    public List<String> contestants() {
        return List.of(OURS);
    }

    @Override
    public Contestant contestant(String name) {
        return new SteppedPlaybook();
    }

    @Override
    public List<Figure> figures(Outcomes outcomes) {
        double million = outcomes.get(OURS).millionEventsPerSecond();
        return List.of(
                Figure.atLeast("M steps/s", million, MILLION_BAR),
                Figure.information("M entries/s", million * SteppedPlaybook.entriesPerStep()));
    }
}
