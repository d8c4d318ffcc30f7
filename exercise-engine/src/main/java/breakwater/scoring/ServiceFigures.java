package breakwater.scoring;

import breakwater.exercise.SimTime;
import breakwater.network.NodeId;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures of a group of services, one or all of them, by the same rules. */
final class ServiceFigures {

    private static final long SECOND = SimTime.MICROS_PER_SECOND;
    private static final long MINUTE = 60;
    private static final long HOUR_MICROS = 3_600 * SECOND;
    /** A mean of fewer outages says more about chance than about the network. */
    private static final int MEAN_FROM = 10;

    private final List<ServiceTally> tallies;
    private final ScoringPolicy policy;
    private final Map<Measure, @Nullable BigDecimal> values = new EnumMap<>(Measure.class);

    private ServiceFigures(List<ServiceTally> tallies, ScoringPolicy policy) {
        this.tallies = tallies;
        this.policy = policy;
    }

    static Map<Measure, @Nullable BigDecimal> of(
            List<ServiceTally> tallies, @Nullable Curve curve, ScoringPolicy policy) {
        ServiceFigures figures = new ServiceFigures(tallies, policy);
        figures.availability();
        figures.delivery();
        figures.outages();
        figures.rideThrough();
        figures.restoration();
        figures.users();
        figures.resilience(curve);
        return figures.values;
    }

    private void put(Measure measure, @Nullable BigDecimal value) {
        values.put(measure, value);
    }

    private void availability() {
        long window = 0;
        long unavailable = 0;
        long excused = 0;
        long undetermined = 0;
        BigDecimal worst = null;
        for (ServiceTally tally : tallies) {
            window = Math.addExact(window, tally.seconds());
            unavailable = Math.addExact(unavailable, tally.unavailableSeconds());
            excused = Math.addExact(excused, tally.excusedSeconds(policy));
            undetermined = Math.addExact(undetermined, tally.rule().undeterminedSeconds());
            BigDecimal own =
                    Rounding.ratio(tally.seconds() - tally.unavailableSeconds(), tally.seconds());
            if (own != null && (worst == null || own.compareTo(worst) < 0)) {
                worst = own;
            }
        }
        put(Measure.SERVICES, Rounding.whole(tallies.size()));
        put(
                Measure.SERVICES_HIT,
                Rounding.whole(
                        tallies.stream().filter(t -> !t.outages().isEmpty()).count()));
        put(Measure.AVAILABILITY, Rounding.ratio(window - unavailable, window));
        put(
                Measure.AVAILABILITY_WITHOUT_MAINTENANCE,
                Rounding.ratio(window - unavailable, window - excused));
        put(Measure.AVAILABILITY_WORST, worst);
        put(Measure.UNAVAILABLE_SECONDS, Rounding.whole(unavailable));
        put(Measure.UNDETERMINED_SECONDS, Rounding.whole(undetermined));
    }

    private void delivery() {
        BigInteger supplied = BigInteger.ZERO;
        BigInteger demanded = BigInteger.ZERO;
        BigInteger starved = BigInteger.ZERO;
        BigInteger missing = BigInteger.ZERO;
        BigInteger adapted = BigInteger.ZERO;
        for (ServiceTally tally : tallies) {
            supplied = supplied.add(tally.suppliedMicroBits());
            demanded = demanded.add(tally.demandedMicroBits());
            starved = starved.add(BigInteger.valueOf(tally.starvedMicros()));
            missing = missing.add(BigInteger.valueOf(tally.missingPpmMicros()));
            adapted = adapted.add(BigInteger.valueOf(tally.adaptedMicros()));
        }
        put(Measure.ADAPTED_SECONDS, Rounding.quotient(adapted, SECOND));
        put(Measure.KEY_DELIVERY_RATIO, Rounding.ratio(supplied, demanded));
        put(Measure.KEY_MISSING_BITS, Rounding.quotient(demanded.subtract(supplied), SECOND));
        put(Measure.KEY_HOURS_LOST, Rounding.quotient(missing, hourOfPpm()));
        put(Measure.STARVED_SECONDS, Rounding.quotient(starved, SECOND));
    }

    private static BigInteger hourOfPpm() {
        return BigInteger.valueOf(ServiceTally.PPM).multiply(BigInteger.valueOf(HOUR_MICROS));
    }

    private void outages() {
        List<Long> lengths = tallies.stream()
                .flatMap(t -> t.outages().stream())
                .map(Outage::seconds)
                .sorted()
                .toList();
        put(Measure.OUTAGES, Rounding.whole(lengths.size()));
        if (lengths.isEmpty()) {
            return;
        }
        put(Measure.OUTAGE_MEDIAN_SECONDS, Rounding.whole(median(lengths)));
        put(Measure.OUTAGE_MAX_SECONDS, Rounding.whole(lengths.get(lengths.size() - 1)));
        if (lengths.size() >= MEAN_FROM) {
            long sum = lengths.stream().reduce(0L, Math::addExact);
            put(
                    Measure.OUTAGE_MEAN_SECONDS,
                    Rounding.quotient(BigInteger.valueOf(sum), lengths.size()));
        }
    }

    private void rideThrough() {
        List<KaplanMeier.Sample> rides =
                tallies.stream().flatMap(t -> t.trace().rides().stream()).toList();
        long starved = rides.stream().filter(KaplanMeier.Sample::ended).count();
        put(Measure.RIDE_THROUGHS, Rounding.whole(rides.size()));
        put(Measure.RIDE_THROUGHS_CENSORED, Rounding.whole(rides.size() - starved));
        if (!rides.isEmpty()) {
            put(Measure.RIDE_THROUGH_MEDIAN_SECONDS, kaplanMeierMedian(rides));
            put(Measure.RIDE_THROUGH_MAX_SECONDS, longestEnded(rides));
        }
    }

    /** Null when more than half survive all that was observed. */
    private static @Nullable BigDecimal kaplanMeierMedian(List<KaplanMeier.Sample> samples) {
        var median = KaplanMeier.findMedian(samples);
        return median.isEmpty()
                ? null
                : Rounding.quotient(BigInteger.valueOf(median.getAsLong()), SECOND);
    }

    private static @Nullable BigDecimal longestEnded(List<KaplanMeier.Sample> samples) {
        var longest = samples.stream()
                .filter(KaplanMeier.Sample::ended)
                .mapToLong(KaplanMeier.Sample::duration)
                .max();
        return longest.isEmpty()
                ? null
                : Rounding.quotient(BigInteger.valueOf(longest.getAsLong()), SECOND);
    }

    /** Nearest rank, so that the value was really observed. */
    private static long median(List<Long> sorted) {
        return sorted.get((sorted.size() - 1) / 2);
    }

    private void restoration() {
        List<KaplanMeier.Sample> samples = tallies.stream()
                .flatMap(t -> t.outages().stream())
                .map(o -> new KaplanMeier.Sample(
                        Math.multiplyExact(o.untilSecond(), SECOND) - o.onsetMicros(),
                        o.restored()))
                .toList();
        long restored = samples.stream().filter(KaplanMeier.Sample::ended).count();
        put(Measure.RESTORED, Rounding.whole(restored));
        put(Measure.NOT_RESTORED, Rounding.whole(samples.size() - restored));
        if (samples.isEmpty()) {
            return;
        }
        put(Measure.RESTORE_MEDIAN_SECONDS, kaplanMeierMedian(samples));
        put(Measure.RESTORE_MAX_SECONDS, longestEnded(samples));
    }

    private void users() {
        OutageUsers outage = new OutageUsers();
        ExactSum outageByService = new ExactSum();
        ExactSum degraded = new ExactSum();
        ExactSum degradedByService = new ExactSum();
        ExactSum forgone = new ExactSum();
        for (List<ServiceTally> sameHome : byHomeNode().values()) {
            UnionOfUsers degradedUnion = new UnionOfUsers();
            UnionOfUsers forgoneUnion = new UnionOfUsers();
            for (ServiceTally tally : sameHome) {
                long users = tally.trace().declared().usersServed();
                tally.addOutageUsers(outage);
                tally.addDegradedUsers(degradedUnion);
                tally.addForgoneUsers(forgoneUnion);
                outageByService.addProduct(users, tally.unavailableSeconds());
                degradedByService.addProduct(users, tally.missingPpmMicros());
            }
            degradedUnion.addIntegralTo(degraded);
            forgoneUnion.addIntegralTo(forgone);
        }
        BigInteger minuteOfPpm = BigInteger.valueOf(ServiceTally.PPM * MINUTE * SECOND);
        put(Measure.OUTAGE_USER_MINUTES, outage.minutes());
        put(
                Measure.OUTAGE_USER_MINUTES_BY_SERVICE,
                Rounding.quotient(outageByService.value(), MINUTE));
        put(Measure.DEGRADED_USER_MINUTES, Rounding.quotient(degraded.value(), minuteOfPpm));
        put(
                Measure.DEGRADED_USER_MINUTES_BY_SERVICE,
                Rounding.quotient(degradedByService.value(), minuteOfPpm));
        put(Measure.FORGONE_USER_MINUTES, Rounding.quotient(forgone.value(), minuteOfPpm));
    }

    private Map<NodeId, List<ServiceTally>> byHomeNode() {
        Map<NodeId, List<ServiceTally>> byNode = new TreeMap<>();
        for (ServiceTally tally : tallies) {
            byNode.computeIfAbsent(
                            tally.trace().declared().from(), n -> new java.util.ArrayList<>())
                    .add(tally);
        }
        return byNode;
    }

    private void resilience(@Nullable Curve curve) {
        BigInteger missing = BigInteger.ZERO;
        long counted = 0;
        long micros = 0;
        for (ServiceTally tally : tallies) {
            if (tally.hasDemand()) {
                counted++;
                micros = Math.multiplyExact(tally.seconds(), SECOND);
                missing = missing.add(BigInteger.valueOf(tally.missingPpmMicros()));
            }
        }
        if (counted == 0) {
            put(Measure.RESILIENCE_LOSS, null);
            put(Measure.NORMALISED_RESILIENCE, null);
            return;
        }
        BigInteger services = BigInteger.valueOf(counted);
        put(
                Measure.RESILIENCE_LOSS,
                Rounding.quotient(
                        missing.multiply(BigInteger.valueOf(100)), hourOfPpm().multiply(services)));
        BigInteger all = services.multiply(BigInteger.valueOf(ServiceTally.PPM))
                .multiply(BigInteger.valueOf(micros));
        put(Measure.NORMALISED_RESILIENCE, Rounding.ratio(all.subtract(missing), all));
        if (curve != null) {
            put(
                    Measure.LOWEST_QUALITY,
                    Rounding.quotient(BigInteger.valueOf(curve.lowestPpm()), 10_000));
        }
    }
}
