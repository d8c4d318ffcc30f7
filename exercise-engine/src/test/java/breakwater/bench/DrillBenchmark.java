package breakwater.bench;

import java.util.List;

/**
 * B3: a day of 1,000 fluid key stores under random link failures and 500 services, through the whole engine with its
 * events, against the project's own one-second time-stepper. An event of this benchmark is one drill.
 */
final class DrillBenchmark implements Benchmark {

    private static final String OWN = "engine";
    private static final String STEPPER = "1 s stepper";
    private static final double MILLIS_PER_NANO = 1e-6;

    @Override
    public String name() {
        return "B3";
    }

    @Override
    public String title() {
        return "DRILL-24H: 1,000 links, 500 services, 24 h; one drill per event";
    }

    @Override
    public List<String> contestants() {
        return List.of(OWN, STEPPER);
    }

    @Override
    public Contestant contestant(String name) {
        return name.equals(OWN) ? new DrillOnEngine() : new DrillOnStepper();
    }

    @Override
    public List<Figure> figures(Outcomes outcomes) {
        Outcome own = outcomes.get(OWN);
        Outcome stepper = outcomes.get(STEPPER);
        return List.of(
                Figure.ratioAtLeast(
                        "drills/s",
                        1e9 / own.nanosPerEvent(),
                        STEPPER,
                        1e9 / stepper.nanosPerEvent(),
                        300),
                Figure.information("ms/drill", own.nanosPerEvent() * MILLIS_PER_NANO));
    }
}
