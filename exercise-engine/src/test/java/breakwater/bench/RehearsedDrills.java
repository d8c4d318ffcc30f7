package breakwater.bench;

import breakwater.engine.plan.ExercisePlan;
import breakwater.ensemble.Arm;
import breakwater.ensemble.DrillFigure;
import breakwater.ensemble.Rehearsal;
import breakwater.ensemble.RehearsalRequest;
import breakwater.ensemble.ReplicationRunner;

import java.util.List;
import java.util.Optional;

/** Drills as a rehearsal plays them, intervals included; their figures are taken while they are played. */
public final class RehearsedDrills implements Contestant {

    static final long SEED = 7;
    static final int DRILLS_OF_PROOF = RehearsalRequest.LEAST;

    private static final int DRILLS_PER_ROUND = 64;

    private final Arm arm;

    /** Drills of one arm. */
    public RehearsedDrills(Arm arm) {
        this.arm = arm;
    }

    /** A shipped exercise in which all operators answer by the default policy. */
    static Arm byDefaultPolicy(String exercise) {
        return Arm.ofDefaultPolicy(exercise, ExercisePlan.of(DrillOfExercise.read(exercise)));
    }

    @Override
    public String proof() {
        return degraded(DRILLS_OF_PROOF).toString();
    }

    @Override
    public int rounds() {
        return 12;
    }

    @Override
    public long round(int number) {
        return degraded(DRILLS_PER_ROUND).size();
    }

    private List<Double> degraded(int drills) {
        return new Rehearsal(
                        new RehearsalRequest(
                                arm, Optional.empty(), SEED, drills, drills, Optional.empty()),
                        ReplicationRunner.SEQUENTIAL,
                        () -> {})
                .play()
                .orElseThrow()
                .findRow(DrillFigure.DEGRADED)
                .orElseThrow()
                .first()
                .values();
    }
}
