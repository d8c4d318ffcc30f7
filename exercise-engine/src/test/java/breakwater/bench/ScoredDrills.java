package breakwater.bench;

import breakwater.conductor.Conductor;
import breakwater.conductor.DomainRunner;
import breakwater.ensemble.Arm;
import breakwater.ensemble.ReplicationSeeds;
import breakwater.exercise.LogEntry;
import breakwater.scoring.Measure;
import breakwater.scoring.Scorer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The same drills with their logs kept and scored, as one would without a rehearsal. */
public final class ScoredDrills implements Contestant {

    private static final int DRILLS_PER_ROUND = 32;

    private final Arm arm;

    /** Drills of one arm. */
    public ScoredDrills(Arm arm) {
        this.arm = arm;
    }

    @Override
    public String proof() {
        return IntStream.range(0, RehearsedDrills.DRILLS_OF_PROOF)
                .mapToObj(this::degraded)
                .toList()
                .toString();
    }

    @Override
    public int rounds() {
        return 12;
    }

    @Override
    public long round(int number) {
        return IntStream.range(0, DRILLS_PER_ROUND)
                .filter(drill -> degraded(drill) >= 0)
                .count();
    }

    private double degraded(int drill) {
        List<LogEntry> log = new ArrayList<>();
        long seed = ReplicationSeeds.seedOf(RehearsedDrills.SEED, drill);
        new Conductor(arm.plan(), seed, arm.responders().apply(seed), DomainRunner.SEQUENTIAL)
                .play((entries, until) -> log.addAll(entries));
        return Scorer.score(log)
                .federation()
                .figures()
                .findValue(Measure.DEGRADED_USER_MINUTES)
                .orElseThrow()
                .doubleValue();
    }
}
