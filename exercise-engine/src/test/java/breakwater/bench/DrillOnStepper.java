package breakwater.bench;

import breakwater.engine.oracle.EventDriven;
import breakwater.engine.oracle.FluidWorkload;
import breakwater.engine.oracle.TimeStepper;
import breakwater.engine.plan.DomainPlan;
import breakwater.exercise.SimTime;

import java.util.Arrays;

/** DRILL-24H by the time-stepper. */
final class DrillOnStepper implements Contestant {

    private static final double AGREEMENT = 0.002;

    private final DomainPlan plan = FluidWorkload.DRILL_24H.plan().domains().get(0);

    /** The same words as the engine's if both agree on the unserved service-seconds of every drill compared. */
    @Override
    public String proof() {
        long difference = 0;
        long total = 0;
        for (int seed = 0; seed < DrillOnEngine.PROOF_DRILLS; seed++) {
            EventDriven engine = new EventDriven(plan, seed, FluidWorkload.HORIZON_MICROS);
            long[] stepped = new TimeStepper(plan, FluidWorkload.DRILL_24H, seed)
                    .play(FluidWorkload.HORIZON_MICROS);
            long unservedMicros = Arrays.stream(stepped).sum() * SimTime.MICROS_PER_SECOND;
            difference += Math.abs(unservedMicros - engine.totalUnservedMicros());
            total += engine.totalUnservedMicros();
        }
        double relative = (double) difference / total;
        return relative <= AGREEMENT ? DrillOnEngine.proofOf(plan) : "disagreement of " + relative;
    }

    @Override
    public int rounds() {
        return 6;
    }

    @Override
    public long round(int number) {
        long[] unserved = new TimeStepper(plan, FluidWorkload.DRILL_24H, number)
                .play(FluidWorkload.HORIZON_MICROS);
        return Arrays.stream(unserved).sum() < 0 ? 0 : 1;
    }
}
