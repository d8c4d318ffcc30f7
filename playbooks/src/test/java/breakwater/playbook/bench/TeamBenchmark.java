package breakwater.playbook.bench;

import breakwater.bench.Benchmark;
import breakwater.bench.CommonChance;
import breakwater.bench.Contestant;
import breakwater.bench.Figure;
import breakwater.bench.Outcomes;
import breakwater.bench.RehearsedDrills;
import breakwater.bench.ScoredDrills;
import breakwater.ensemble.Arm;

import java.util.List;

/**
 * Drills of a rehearsal with playbooks and people; an event is one drill with its figures. And how many drills common
 * random numbers save: two versions of a playbook, playbooks against none, and aid
 * against none.
 */
public final class TeamBenchmark implements Benchmark {

    private static final String LIVE = "figures while played";
    private static final String FROM_LOG = "log kept, scored";
    private static final String EXERCISE = "iberia-2025";
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double PER_SECOND_BAR = 100;
    private static final double FEWER_BAR = 10;

    /** Enough that a ratio of variances is known to about a sixth. */
    private static final int PAIRS = 512;

    @Override
    public String name() {
        return "TEAMS";
    }

    @Override
    public String title() {
        return "TEAMS: iberia-2025 with its playbooks and people, drills of a rehearsal on one core; compared, %s pairs"
                .formatted(PAIRS);
    }

    @Override
    public List<String> contestants() {
        return List.of(LIVE, FROM_LOG);
    }

    @Override
    public Contestant contestant(String name) {
        Arm arm = TeamExercise.read(EXERCISE).arm(EXERCISE);
        return name.equals(LIVE) ? new RehearsedDrills(arm) : new ScoredDrills(arm);
    }

    @Override
    public List<Figure> figures(Outcomes outcomes) {
        double live = NANOS_PER_SECOND / outcomes.get(LIVE).nanosPerEvent();
        double fromLog = NANOS_PER_SECOND / outcomes.get(FROM_LOG).nanosPerEvent();
        TeamExercise exercise = TeamExercise.read(EXERCISE);
        Arm arm = exercise.arm("as it is");
        double ofVersions = CommonChance.drillsSaved(
                arm, TeamExercise.readAsShipped(EXERCISE).arm("as shipped"), PAIRS);
        double ofPlaybooks =
                CommonChance.drillsSaved(arm, exercise.armOfDefaultPolicy("without"), PAIRS);
        double ofAid = CommonChance.drillsSaved(arm, exercise.armWithoutAid("no aid"), PAIRS);
        return List.of(
                Figure.atLeast("drills/s per core", live, PER_SECOND_BAR),
                Figure.comparison("drills/s per core", live, FROM_LOG, fromLog),
                Figure.ratioAtLeast(
                        "fewer, versions", ofVersions, "chance of their own", 1, FEWER_BAR),
                Figure.ratioAtLeast(
                        "fewer, playbooks", ofPlaybooks, "chance of their own", 1, FEWER_BAR),
                Figure.ratioAtLeast("fewer, aid", ofAid, "chance of their own", 1, FEWER_BAR));
    }
}
