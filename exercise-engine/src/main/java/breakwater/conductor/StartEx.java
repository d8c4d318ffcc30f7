package breakwater.conductor;

import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.InjectId;
import breakwater.exercise.SimTime;
import breakwater.scenario.Exercise;
import breakwater.scenario.Fault;
import breakwater.scenario.Inject;
import breakwater.scenario.Scenario;
import breakwater.scenario.Spell;

import java.util.ArrayList;
import java.util.List;

/** What control states before play: the drill, its attributions, objectives and declared maintenance. */
final class StartEx {

    /** Version of the log's vocabulary. */
    static final int SCHEMA_VERSION = 1;

    /** Version of the engine, as in the poms. */
    static final String ENGINE_VERSION = "0.1.0";

    private StartEx() {}

    static List<ExerciseEvent> of(Exercise exercise, long seed) {
        List<ExerciseEvent> events = new ArrayList<>();
        events.add(new ExerciseEvent.DrillOpened(
                SCHEMA_VERSION,
                ENGINE_VERSION,
                exercise.name(),
                exercise.hash(),
                seed,
                exercise.title(),
                exercise.horizonMicros(),
                exercise.signallingLatencyMicros()));
        exercise.network()
                .attribution()
                .forEach(text -> events.add(new ExerciseEvent.AttributionStated(text)));
        for (Scenario.Objective objective : exercise.scenario().objectives()) {
            List<InjectId> serving = exercise.scenario().injects().stream()
                    .filter(inject -> inject.objectives().contains(objective.id()))
                    .map(Inject::id)
                    .toList();
            events.add(
                    new ExerciseEvent.ObjectiveDeclared(objective.id(), objective.text(), serving));
        }
        exercise.scenario().injects().forEach(inject -> declareMaintenance(inject, events));
        return events;
    }

    private static void declareMaintenance(Inject inject, List<ExerciseEvent> events) {
        if (inject.release() instanceof Inject.Release.At at
                && inject.body() instanceof Inject.Body.FaultStrikes strikes
                && strikes.fault() instanceof Fault.PlannedMaintenance planned) {
            long until = at.timeMicros() + longestMicros(planned.window());
            events.add(new ExerciseEvent.MaintenanceDeclared(
                    inject.id(), inject.title(), at.timeMicros(), until));
        }
    }

    /** The window as declared: its bound, or what 95 of 100 keep to. */
    private static long longestMicros(Spell spell) {
        double seconds;
        if (spell instanceof Spell.Fixed fixed) {
            seconds = fixed.seconds();
        } else if (spell instanceof Spell.Uniform uniform) {
            seconds = uniform.maxSeconds();
        } else if (spell instanceof Spell.LogNormal logNormal) {
            seconds = logNormal.p95Seconds();
        } else {
            seconds = ((Spell.Exponential) spell).meanSeconds() * -StrictMath.log(0.05);
        }
        return Math.round(seconds * SimTime.MICROS_PER_SECOND);
    }
}
