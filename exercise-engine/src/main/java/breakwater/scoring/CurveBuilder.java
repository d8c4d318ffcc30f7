package breakwater.scoring;

import breakwater.exercise.SimTime;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Adds up the missing shares of many services into one curve. O(n log n) in the changes of the group. */
final class CurveBuilder {

    private static final long PPM = ServiceTally.PPM;

    private final long end;
    private final long binMicros;
    private final long services;
    private final ExactSum[] binLoss;
    private final long[] binMaxMissing;
    private long lowestMissing;
    private long lowestAt;

    private record Change(long time, long missingDelta) {}

    private CurveBuilder(long seconds, long services) {
        long binSeconds = Math.max(1, (seconds + Curve.BINS_MAX - 1) / Curve.BINS_MAX);
        this.end = seconds * SimTime.MICROS_PER_SECOND;
        this.binMicros = binSeconds * SimTime.MICROS_PER_SECOND;
        this.services = services;
        int bins = (int) ((seconds + binSeconds - 1) / binSeconds);
        this.binLoss = new ExactSum[bins];
        for (int i = 0; i < bins; i++) {
            binLoss[i] = new ExactSum();
        }
        this.binMaxMissing = new long[bins];
    }

    /** The curve of these services; null when none has demand. */
    static @Nullable Curve of(List<ServiceTally> tallies) {
        List<ServiceTally> counted =
                tallies.stream().filter(ServiceTally::hasDemand).toList();
        if (counted.isEmpty()) {
            return null;
        }
        CurveBuilder builder = new CurveBuilder(counted.get(0).seconds(), counted.size());
        builder.sweep(changes(counted));
        return builder.build();
    }

    private static List<Change> changes(List<ServiceTally> tallies) {
        List<Change> changes = new ArrayList<>();
        for (ServiceTally tally : tallies) {
            RateSteps steps = tally.trace().steps();
            long before = 0;
            for (int step = 0; step < steps.size(); step++) {
                long missing = steps.missingPpm(step);
                if (missing != before) {
                    changes.add(new Change(steps.from(step), missing - before));
                    before = missing;
                }
            }
        }
        changes.sort(Comparator.comparingLong(Change::time));
        return changes;
    }

    private void sweep(List<Change> changes) {
        long missing = 0;
        long since = 0;
        for (int i = 0; i < changes.size() && changes.get(i).time() < end; i++) {
            Change change = changes.get(i);
            if (change.time() > since) {
                hold(since, change.time(), missing);
                since = change.time();
            }
            missing = Math.addExact(missing, change.missingDelta());
        }
        hold(since, end, missing);
    }

    private void hold(long from, long until, long missing) {
        if (missing > lowestMissing) {
            lowestMissing = missing;
            lowestAt = from;
        }
        for (long at = from; at < until; ) {
            int bin = (int) (at / binMicros);
            long stop = Math.min(until, (bin + 1) * binMicros);
            binLoss[bin].addProduct(missing, stop - at);
            binMaxMissing[bin] = Math.max(binMaxMissing[bin], missing);
            at = stop;
        }
    }

    private Curve build() {
        List<Integer> mean = new ArrayList<>();
        List<Integer> min = new ArrayList<>();
        for (int bin = 0; bin < binLoss.length; bin++) {
            long width = Math.min(end, (bin + 1) * binMicros) - bin * binMicros;
            BigInteger full = BigInteger.valueOf(Math.multiplyExact(PPM, services))
                    .multiply(BigInteger.valueOf(width));
            BigInteger kept = full.subtract(binLoss[bin].value());
            mean.add(kept.divide(BigInteger.valueOf(width).multiply(BigInteger.valueOf(services)))
                    .intValueExact());
            min.add(quality(binMaxMissing[bin]));
        }
        return new Curve(
                binMicros / SimTime.MICROS_PER_SECOND, mean, min, quality(lowestMissing), lowestAt);
    }

    private int quality(long missing) {
        return (int) ((Math.multiplyExact(PPM, services) - missing) / services);
    }
}
