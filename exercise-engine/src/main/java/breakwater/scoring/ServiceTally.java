package breakwater.scoring;

import breakwater.exercise.SimTime;

import java.math.BigInteger;
import java.util.List;

/** The exact sums of one service, from which the figures of any group are made. */
final class ServiceTally {

    static final long PPM = 1_000_000;

    private final ServiceTrace trace;
    private final long seconds;
    private final TenSecondRule rule;
    private final List<Outage> outages;
    private final ExactSum supplied = new ExactSum();
    private final ExactSum demanded = new ExactSum();
    private long missingPpmMicros;
    private long starvedMicros;

    ServiceTally(ServiceTrace trace, long seconds, ScoringPolicy policy, OutageFinder finder) {
        this.trace = trace;
        this.seconds = seconds;
        SecondRuns runs =
                SecondRuns.of(trace.steps(), policy.severelyErroredBelowPercent(), seconds);
        this.rule = TenSecondRule.of(runs);
        this.outages = finder.outagesOf(trace, rule);
        addUp();
    }

    private void addUp() {
        RateSteps steps = trace.steps();
        long end = seconds * SimTime.MICROS_PER_SECOND;
        for (int step = 0; step < steps.size() && steps.from(step) < end; step++) {
            long length = steps.until(step, end) - steps.from(step);
            long demand = steps.demand(step);
            supplied.addProduct(Math.min(demand, steps.rate(step)), length);
            demanded.addProduct(demand, length);
            missingPpmMicros = Math.addExact(
                    missingPpmMicros, Math.multiplyExact(steps.missingPpm(step), length));
            if (demand > 0 && steps.rate(step) == 0) {
                starvedMicros += length;
            }
        }
    }

    /** Missing share of the demand in whole parts per million, rounded down; 0 without demand. */
    static long missingPpm(long rate, long demand) {
        return rate >= demand ? 0 : Math.multiplyExact(demand - rate, PPM) / demand;
    }

    ServiceTrace trace() {
        return trace;
    }

    long seconds() {
        return seconds;
    }

    boolean hasDemand() {
        return trace.agreedDemand() > 0;
    }

    TenSecondRule rule() {
        return rule;
    }

    List<Outage> outages() {
        return outages;
    }

    long unavailableSeconds() {
        return rule.unavailableSeconds();
    }

    long excusedSeconds(ScoringPolicy policy) {
        long cap = Math.multiplyExact(seconds, policy.maintenanceCapPercent()) / 100;
        return Math.min(cap, outages.stream().mapToLong(Outage::excusedSeconds).sum());
    }

    BigInteger suppliedMicroBits() {
        return supplied.value();
    }

    BigInteger demandedMicroBits() {
        return demanded.value();
    }

    long missingPpmMicros() {
        return missingPpmMicros;
    }

    long starvedMicros() {
        return starvedMicros;
    }

    void addOutageUsers(OutageUsers users) {
        outages.forEach(outage -> users.add(trace.declared(), outage));
    }

    /** Time on another suite, or asking for less key, than agreed. */
    long adaptedMicros() {
        return trace.adapted().micros(seconds * SimTime.MICROS_PER_SECOND);
    }

    void addDegradedUsers(UnionOfUsers union) {
        long users = trace.declared().usersServed();
        addDegradedUsers(trace.steps(), users, seconds * SimTime.MICROS_PER_SECOND, union);
    }

    void addForgoneUsers(UnionOfUsers union) {
        addForgoneUsers(
                trace.steps(),
                trace.agreedDemand(),
                trace.declared().usersServed(),
                seconds * SimTime.MICROS_PER_SECOND,
                union);
    }

    /** Adds users times the missing share of their key, as long as it is missing, up to {@code end}. */
    static void addDegradedUsers(RateSteps steps, long users, long end, UnionOfUsers union) {
        for (int step = 0; step < steps.size() && steps.from(step) < end; step++) {
            long weight = Math.multiplyExact(users, steps.missingPpm(step));
            union.add(steps.from(step), steps.until(step, end), weight);
        }
    }

    /** Adds users times the share of the agreed key that is not even asked for, up to {@code end}. */
    static void addForgoneUsers(
            RateSteps steps, long agreed, long users, long end, UnionOfUsers union) {
        for (int step = 0; step < steps.size() && steps.from(step) < end; step++) {
            long weight = Math.multiplyExact(users, missingPpm(steps.demand(step), agreed));
            union.add(steps.from(step), steps.until(step, end), weight);
        }
    }
}
