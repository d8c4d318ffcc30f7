package breakwater.bench;

import breakwater.engine.DomainEngine;
import breakwater.engine.oracle.EventDriven;
import breakwater.engine.oracle.FluidWorkload;
import breakwater.engine.plan.DomainPlan;

import java.util.List;

/** DRILL-24H through the engine; events are made and handed over, as in every drill. */
final class DrillOnEngine implements Contestant {

    /** Drills that are compared with the stepper before any time counts. */
    static final int PROOF_DRILLS = 12;

    private static final int KEYS = 400;
    private static final int PASSES = 10;

    private final DomainPlan plan = FluidWorkload.DRILL_24H.plan().domains().get(0);

    @Override
    public String proof() {
        return proofOf(plan);
    }

    /** What the engine makes of the compared drills: books that add up. */
    static String proofOf(DomainPlan plan) {
        long error = 0;
        for (int seed = 0; seed < PROOF_DRILLS; seed++) {
            error += new EventDriven(plan, seed, FluidWorkload.HORIZON_MICROS).conservationError();
        }
        return "agreement within 0.2 %, conservation error " + error;
    }

    /** A round is one drill, so that the median over the second half is one over all keys. */
    @Override
    public int rounds() {
        return PASSES * KEYS;
    }

    @Override
    public long round(int number) {
        DomainEngine engine = new DomainEngine(plan, number % KEYS);
        int events = engine.open().events().size()
                + engine.advance(FluidWorkload.HORIZON_MICROS, List.of())
                        .events()
                        .size()
                + engine.close(FluidWorkload.HORIZON_MICROS).events().size();
        return events == 0 ? 0 : 1;
    }

    @Override
    public String complaint() {
        long error = 0;
        for (int seed = 0; seed < KEYS; seed++) {
            error += new EventDriven(plan, seed, FluidWorkload.HORIZON_MICROS).conservationError();
        }
        return error == 0 ? "" : "the books are off by %d".formatted(error);
    }
}
