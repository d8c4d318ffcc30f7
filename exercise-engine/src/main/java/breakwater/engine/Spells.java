package breakwater.engine;

import breakwater.draw.Distributions;
import breakwater.exercise.SimTime;
import breakwater.scenario.Spell;

/** Turns a spell and 64 keyed bits into whole microseconds. */
final class Spells {

    private Spells() {}

    static long micros(Spell spell, long bits) {
        if (spell instanceof Spell.Fixed fixed) {
            return toMicros(fixed.seconds());
        }
        if (spell instanceof Spell.Uniform uniform) {
            return Distributions.uniformMicros(
                    bits, toMicros(uniform.minSeconds()), toMicros(uniform.maxSeconds()));
        }
        if (spell instanceof Spell.Exponential exponential) {
            return Distributions.exponentialMicros(bits, toMicros(exponential.meanSeconds()));
        }
        Spell.LogNormal logNormal = (Spell.LogNormal) spell;
        return Distributions.logNormalMicros(
                bits, toMicros(logNormal.medianSeconds()), toMicros(logNormal.p95Seconds()));
    }

    private static long toMicros(double seconds) {
        return Math.round(seconds * SimTime.MICROS_PER_SECOND);
    }
}
