package breakwater.conductor;

import breakwater.engine.plan.ExercisePlan;
import breakwater.exercise.LogEntry;
import breakwater.network.DomainId;
import breakwater.responder.Responder;
import breakwater.scenario.Exercise;
import breakwater.scenario.Inject;
import breakwater.scenario.Scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Random exercises, played on one thread by operators that order anything. */
public final class RandomDrill {

    private RandomDrill() {}

    /** The log of the exercise of this seed. */
    public static List<LogEntry> log(long seed) {
        return play(RandomExercise.of(seed), seed);
    }

    /** The same network with its first fault at a fixed time alone, and no chance failures. */
    public static List<LogEntry> logOfFirstFault(long seed) {
        Exercise all = RandomExercise.of(seed);
        Scenario first = new Scenario(
                all.scenario().objectives(),
                all.scenario().injects().stream()
                        .filter(inject -> inject.release() instanceof Inject.Release.At
                                && inject.body() instanceof Inject.Body.FaultStrikes)
                        .limit(1)
                        .toList(),
                Optional.empty());
        return play(
                new Exercise(
                        all.name(),
                        all.title(),
                        all.synopsis(),
                        all.hash(),
                        all.horizonMicros(),
                        all.signallingLatencyMicros(),
                        all.seed(),
                        all.network(),
                        first,
                        breakwater.scenario.Response.NONE,
                        all.agreements()),
                seed);
    }

    /** The exercise with this seed and random orders, ready to be played. */
    public static Conductor conductor(Exercise exercise, long seed, DomainRunner runner) {
        return conductor(exercise, RandomOrders.of(exercise, seed), seed, runner);
    }

    static Conductor conductor(
            Exercise exercise,
            Function<DomainId, Responder> responders,
            long seed,
            DomainRunner runner) {
        return new Conductor(ExercisePlan.of(exercise), seed, responders, runner);
    }

    static List<LogEntry> play(Exercise exercise, long seed) {
        List<LogEntry> log = new ArrayList<>();
        conductor(exercise, seed, DomainRunner.SEQUENTIAL)
                .play((entries, until) -> log.addAll(entries));
        return log;
    }
}
