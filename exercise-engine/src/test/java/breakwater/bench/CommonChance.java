package breakwater.bench;

import breakwater.ensemble.Arm;
import breakwater.ensemble.DrillFigure;
import breakwater.ensemble.Rehearsal;
import breakwater.ensemble.RehearsalDocument;
import breakwater.ensemble.RehearsalDocument.Row;
import breakwater.ensemble.RehearsalRequest;
import breakwater.ensemble.ReplicationRunner;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What it brings to compare two arms drill by drill under the same chance. */
public final class CommonChance {

    private static final long SEED = 7;
    private static final long OTHER_SEED = 8;

    private CommonChance() {}

    /**
     * How many times fewer drills give the same half-width of the difference in degraded user-minutes.
     *
     * <p>The half-width of an interval falls with the root of the number of drills, so as many times fewer as the
     * variance of the differences is smaller.
     */
    public static double drillsSaved(Arm arm, Arm other, int pairs) {
        Row paired = degraded(arm, Optional.of(other), SEED, pairs);
        List<Double> first = paired.first().values();
        List<Double> sameChance = paired.second().orElseThrow().values();
        List<Double> ownChance =
                degraded(other, Optional.empty(), OTHER_SEED, pairs).first().values();
        return varianceOfDifference(first, ownChance) / varianceOfDifference(first, sameChance);
    }

    private static Row degraded(Arm arm, Optional<Arm> other, long seed, int pairs) {
        RehearsalDocument found = new Rehearsal(
                        new RehearsalRequest(arm, other, seed, pairs, pairs, Optional.empty()),
                        ReplicationRunner.SEQUENTIAL,
                        () -> {})
                .play()
                .orElseThrow();
        return found.findRow(DrillFigure.DEGRADED).orElseThrow();
    }

    private static double varianceOfDifference(List<Double> left, List<Double> right) {
        double[] differences = IntStream.range(0, left.size())
                .mapToDouble(drill -> left.get(drill) - right.get(drill))
                .toArray();
        double mean = IntStream.range(0, differences.length)
                .mapToDouble(drill -> differences[drill])
                .average()
                .orElseThrow();
        double squares = 0;
        for (double difference : differences) {
            squares += (difference - mean) * (difference - mean);
        }
        return squares / (differences.length - 1);
    }
}
