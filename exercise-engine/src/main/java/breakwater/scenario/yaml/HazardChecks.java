package breakwater.scenario.yaml;

import breakwater.document.Durations;
import breakwater.document.Fields;
import breakwater.exercise.SimTime;
import breakwater.problem.Problem;
import breakwater.problem.Problems;
import breakwater.scenario.Exercise;
import breakwater.scenario.Scenario.LinkHazard;
import breakwater.scenario.Spell;

import java.util.Locale;

/** Warns of random failures that would write a log nobody can read, or that does not fit on the disk. */
final class HazardChecks {

    /** A link that fails and mends writes two faults and two changes of itself; what follows comes on top. */
    private static final int ENTRIES_PER_FAILURE_LEAST = 4;

    /** As measured: a drill of 22 links with 173,267 failures wrote 706,067 entries in 97.8 MB. */
    private static final int BYTES_PER_ENTRY = 138;

    /** The standard normal distribution is below this with a probability of 95 %. */
    private static final double Z_95 = 1.6448536269514722;

    private HazardChecks() {}

    /** Warns when the failures of {@code links} links alone are expected to fill a fifth of what a log may hold. */
    static void warn(
            LinkHazard hazard, int links, long horizonMicros, Fields fields, Problems problems) {
        double cycleSeconds = hazard.upMeanSeconds() + meanSeconds(hazard.down());
        double seconds = (double) horizonMicros / SimTime.MICROS_PER_SECOND;
        double failures = links * seconds / cycleSeconds;
        double entries = failures * ENTRIES_PER_FAILURE_LEAST;
        if (entries <= Exercise.LOG_ENTRIES_MAX / 5.0) {
            return;
        }
        problems.add(Problem.warning(
                "enormous-log",
                fields.at("linkUpMean"),
                String.format(
                        Locale.ROOT,
                        "Expected random failures that leave a log of a readable size, but %,d links over %s fail about %,.0f times: at least %,.0f log entries, some %s. A drill is given up at %,d.",
                        links,
                        Durations.format(horizonMicros),
                        failures,
                        entries,
                        size(entries * BYTES_PER_ENTRY),
                        Exercise.LOG_ENTRIES_MAX),
                "Maybe a longer 'linkUpMean', or a shorter horizon in exercise.yaml."));
    }

    private static String size(double bytes) {
        return bytes < 1e9
                ? String.format(Locale.ROOT, "%,.0f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%,.1f GB", bytes / 1e9);
    }

    private static double meanSeconds(Spell spell) {
        if (spell instanceof Spell.Fixed fixed) {
            return fixed.seconds();
        }
        if (spell instanceof Spell.Uniform uniform) {
            return (uniform.minSeconds() + uniform.maxSeconds()) / 2;
        }
        if (spell instanceof Spell.Exponential exponential) {
            return exponential.meanSeconds();
        }
        Spell.LogNormal logNormal = (Spell.LogNormal) spell;
        double sigma = StrictMath.log(logNormal.p95Seconds() / logNormal.medianSeconds()) / Z_95;
        return logNormal.medianSeconds() * StrictMath.exp(sigma * sigma / 2);
    }
}
