package breakwater.ensemble;

import breakwater.conductor.Conductor;
import breakwater.conductor.DomainRunner;
import breakwater.scenario.Exercise;
import breakwater.scoring.LiveScore;
import breakwater.scoring.ScoredServices;

import java.util.Arrays;

/**
 * The drills of one arm, numbered from 0. Each is a function of the arm, the seed and its number alone, and leaves its
 * figures, no log. Different numbers may be played by different threads at once.
 */
final class Ensemble {

    private final Arm arm;
    private final long seed;
    private final ScoredServices services;
    private final Columns columns;
    private final double[][] drills;
    private final StepCensus census;
    private final StepCensus.Marks[] marks;

    /**
     * Drills of {@code arm} under the seed of the rehearsal, at most {@code most}.
     *
     * @param aid whether figures of mutual aid are wanted
     */
    Ensemble(Arm arm, long seed, int most, boolean aid) {
        this.arm = arm;
        this.seed = seed;
        services =
                new ScoredServices(arm.plan().topology(), arm.plan().exercise().horizonMicros());
        columns = new Columns(services, aid);
        drills = new double[most][];
        census = new StepCensus(arm.steps());
        marks = new StepCensus.Marks[most];
    }

    Columns columns() {
        return columns;
    }

    /**
     * Plays a drill and keeps its figures.
     *
     * @return false when it has more entries than {@link Exercise#LOG_ENTRIES_MAX}, and then has no figures
     */
    boolean play(int number) {
        long own = ReplicationSeeds.seedOf(seed, number);
        LiveScore score = new LiveScore(services);
        StepCensus.Marks steps = census.drill();
        Conductor conductor = new Conductor(
                arm.plan(), own, arm.responders().apply(own), DomainRunner.SEQUENTIAL);
        boolean whole = conductor.playUndeclared(Exercise.LOG_ENTRIES_MAX, (entries, until) -> {
            score.take(entries);
            steps.take(entries);
        });
        if (whole) {
            marks[number] = steps;
            drills[number] = columns.valuesOf(score.close());
        }
        return whole;
    }

    /** Which steps the first {@code count} drills took. */
    StepsTaken stepsTaken(int count) {
        return census.taken(Arrays.asList(marks).subList(0, count));
    }

    /** The values of one column in the first {@code count} drills, by their number. */
    double[] valuesOf(Columns.Column column, int count) {
        int at = columns.list().indexOf(column);
        double[] values = new double[count];
        for (int number = 0; number < count; number++) {
            values[number] = drills[number][at];
        }
        return values;
    }
}
