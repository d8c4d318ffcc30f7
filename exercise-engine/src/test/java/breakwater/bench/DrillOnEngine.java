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

    private static final int DRILLS_PER_ROUND = 400;

    private final DomainPlan plan = FluidWorkload.DRILL_24H.plan().domains().get(0);
    private long conservationError;

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

    @Override
    public int rounds() {
        return 6;
    }

    @Override
    public long round(int number) {
        long played = 0;
        for (int seed = 0; seed < DRILLS_PER_ROUND; seed++) {
            DomainEngine engine = new DomainEngine(plan, seed);
            played += engine.open().events().size();
            played += engine.advance(FluidWorkload.HORIZON_MICROS, List.of())
                    .events()
                    .size();
            engine.close(FluidWorkload.HORIZON_MICROS);
        }
        for (int seed = 0; number == 0 && seed < PROOF_DRILLS; seed++) {
            conservationError +=
                    new EventDriven(plan, seed, FluidWorkload.HORIZON_MICROS).conservationError();
        }
        return played == 0 ? 0 : DRILLS_PER_ROUND;
    }

    @Override
    public String complaint() {
        return conservationError == 0 ? "" : "the books are off by %d".formatted(conservationError);
    }
}
