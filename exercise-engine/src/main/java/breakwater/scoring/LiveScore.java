package breakwater.scoring;

import breakwater.exercise.Countermeasure.ServiceAdapted;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.ExerciseEvent.RouteChosen;
import breakwater.exercise.ExerciseEvent.SegmentChanged;
import breakwater.exercise.ExerciseEvent.ServiceChanged;
import breakwater.exercise.LogEntry;
import breakwater.exercise.Responding.ObligationClosed;
import breakwater.exercise.Responding.ObligationOpened;
import breakwater.exercise.SimTime;
import breakwater.network.CipherSuite;
import breakwater.network.ServiceState;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The figures of one drill that an ensemble compares, taken while it is played, without its log. Where the scorecard
 * has a figure, it is the same to the last digit, by the same rules. Not thread-safe.
 *
 * <p>Entries come in the one order of the log; declarations may be missing.
 */
public final class LiveScore {

    private static final int CLASS_SERVED_FIRST = 0;
    private static final long MINUTE_OF_PPM = ServiceTally.PPM * 60 * SimTime.MICROS_PER_SECOND;

    private final ScoredServices scored;
    private final LiveService[] services;
    private int troubled;
    private long troubleSince;
    private long firstTroubleAt = -1;
    private long restoredAt;
    private final List<Set<String>> noticesOwed = new ArrayList<>();
    private final int[] noticesLate;
    private final AidLedger aid;

    /** A drill about to be played. */
    public LiveScore(ScoredServices scored) {
        this.scored = scored;
        aid = new AidLedger(scored.windowMicros());
        services = new LiveService[scored.count()];
        for (int service = 0; service < services.length; service++) {
            services[service] =
                    new LiveService(scored.service(service).suite().demandBitPerSecond());
        }
        noticesLate = new int[scored.domains().size()];
        scored.domains().forEach(domain -> noticesOwed.add(new HashSet<>()));
    }

    /**
     * The figures of an operator's services.
     *
     * @param degradedUserMinutes {@link Measure#DEGRADED_USER_MINUTES}
     * @param starvedMicros time in the state STARVED, summed over services
     * @param noticesLate notifications it owed whose clock ran out
     * @param noticesOpen notifications it owes still at EndEx
     */
    public record OfOperator(
            BigDecimal degradedUserMinutes, long starvedMicros, int noticesLate, int noticesOpen) {}

    /**
     * Mutual aid of a drill, of all operators.
     *
     * @param fulfilment {@link Measure#AID_FULFILMENT}; null when nothing was asked
     * @param unmetHours {@link Measure#AID_NEED_HOURS} less {@link Measure#AID_COVERED_HOURS}; 0 when nothing was asked
     * @param deploySeconds {@link Measure#AID_DEPLOY_MAX_SECONDS}; null when none came
     * @param broken {@link Measure#AID_BROKEN}
     */
    public record OfAid(
            @Nullable BigDecimal fulfilment,
            BigDecimal unmetHours,
            @Nullable BigDecimal deploySeconds,
            int broken) {}

    /**
     * A drill's figures.
     *
     * @param hit whether a service left OK for any time
     * @param restoreMicros from the first service leaving OK until all are OK again for good; 0 when none left; up to
     *     the end of the window when not restored
     * @param restored whether all services are OK at the end of the window
     * @param degradedUserMinutes {@link Measure#DEGRADED_USER_MINUTES}
     * @param forgoneUserMinutes {@link Measure#FORGONE_USER_MINUTES}
     * @param adaptedMicros time on something else than agreed, summed over services
     * @param starvedMicros time in the state STARVED, summed over services
     * @param starvedUserMicros the same, each service times its users
     * @param firstClassAvailability {@link Measure#AVAILABILITY} of class 0; null without such services
     * @param firstClassStarved whether a service of class 0 was STARVED for any time
     * @param aid what operators asked of each other
     * @param operators in the order of {@link ScoredServices#domains}
     */
    public record Result(
            boolean hit,
            long restoreMicros,
            boolean restored,
            BigDecimal degradedUserMinutes,
            BigDecimal forgoneUserMinutes,
            long adaptedMicros,
            long starvedMicros,
            BigInteger starvedUserMicros,
            @Nullable BigDecimal firstClassAvailability,
            boolean firstClassStarved,
            OfAid aid,
            List<OfOperator> operators) {

        public Result {
            operators = List.copyOf(operators);
        }

        /** Notifications whose clock ran out, of all operators. */
        public int noticesLate() {
            return operators.stream().mapToInt(OfOperator::noticesLate).sum();
        }

        /** Notifications still owed at EndEx, by all operators. */
        public int noticesOpen() {
            return operators.stream().mapToInt(OfOperator::noticesOpen).sum();
        }
    }

    /** Takes in what happened in a window. */
    public void take(List<LogEntry> entries) {
        for (LogEntry entry : entries) {
            aid.take(entry);
            ExerciseEvent event = entry.event();
            if (event instanceof SegmentChanged segment) {
                services[scored.getIndex(segment.service())].segmentChanged(
                        entry.timeMicros(),
                        entry.origin(),
                        segment.route(),
                        segment.rateBitPerSecond());
            } else if (event instanceof RouteChosen route) {
                services[scored.getIndex(route.service())].routeChosen(
                        entry.timeMicros(), route.route(), route.domains());
            } else if (event instanceof ServiceChanged changed) {
                stateChanged(entry.timeMicros(), changed);
            } else if (event instanceof ServiceAdapted adapted) {
                adapted(entry.timeMicros(), adapted);
            } else if (event instanceof ObligationOpened opened) {
                noticesOwed.get(scored.getDomainIndex(entry.origin())).add(opened.obligation());
            } else if (event instanceof ObligationClosed closed) {
                int owing = scored.getDomainIndex(entry.origin());
                noticesOwed.get(owing).remove(closed.obligation());
                noticesLate[owing] += closed.met() ? 0 : 1;
            }
        }
    }

    private void adapted(long time, ServiceAdapted now) {
        int service = scored.getIndex(now.service());
        CipherSuite agreed = scored.service(service).suite();
        boolean differs = now.demandBitPerSecond() != agreed.demandBitPerSecond()
                || !now.suite().equals(agreed.label());
        services[service].adapted(time, now.demandBitPerSecond(), differs, scored.windowMicros());
    }

    private void stateChanged(long time, ServiceChanged changed) {
        LiveService service = services[scored.getIndex(changed.service())];
        long within = Math.min(time, scored.windowMicros());
        boolean was = service.state() != ServiceState.OK;
        boolean is = changed.state() != ServiceState.OK;
        service.stateChanged(within, changed.state());
        if (is && !was && troubled++ == 0) {
            troubleSince = within;
        } else if (was && !is && --troubled == 0) {
            endTrouble(within);
        }
    }

    /** What comes and goes within one instant lasted no time and is no trouble. */
    private void endTrouble(long time) {
        if (time > troubleSince) {
            firstTroubleAt = firstTroubleAt < 0 ? troubleSince : firstTroubleAt;
            restoredAt = time;
        }
    }

    /** The figures at EndEx. To be called once. */
    public Result close() {
        long end = scored.windowMicros();
        boolean restored = troubled == 0 || troubleSince >= end;
        if (!restored) {
            endTrouble(end);
        }
        long starved = 0;
        ExactSum starvedUsers = new ExactSum();
        long[] starvedByHome = new long[scored.domains().size()];
        boolean firstClassStarved = false;
        for (int service = 0; service < services.length; service++) {
            long micros = services[service].starvedMicros(end);
            starved = Math.addExact(starved, micros);
            starvedByHome[scored.homeOf(service)] += micros;
            starvedUsers.addProduct(scored.service(service).usersServed(), micros);
            firstClassStarved |= micros > 0 && isFirstClass(service);
        }
        ExactSum[] degradedByHome = degradedByHome();
        ExactSum degraded = new ExactSum();
        List<OfOperator> operators = new ArrayList<>();
        for (int home = 0; home < starvedByHome.length; home++) {
            degraded.add(degradedByHome[home]);
            operators.add(new OfOperator(
                    userMinutes(degradedByHome[home]),
                    starvedByHome[home],
                    noticesLate[home],
                    noticesOwed.get(home).size()));
        }
        return new Result(
                firstTroubleAt >= 0,
                firstTroubleAt < 0 ? 0 : restoredAt - firstTroubleAt,
                restored,
                userMinutes(degraded),
                userMinutes(forgone()),
                adaptedMicros(end),
                starved,
                starvedUsers.value(),
                firstClassAvailability(),
                firstClassStarved,
                aid(end),
                operators);
    }

    private OfAid aid(long end) {
        AidTally tally = AidScores.tallyOf(aid.cases(id -> AidCase.Use.UNKNOWN), end);
        return new OfAid(
                tally.fulfilment(),
                tally.unmetHours(),
                tally.longestToDeploySeconds(),
                tally.broken());
    }

    private static BigDecimal userMinutes(ExactSum sum) {
        return Rounding.quotient(sum.value(), MINUTE_OF_PPM);
    }

    private boolean isFirstClass(int service) {
        return scored.service(service).priorityClass() == CLASS_SERVED_FIRST;
    }

    private ExactSum[] degradedByHome() {
        ExactSum[] sums = new ExactSum[scored.domains().size()];
        for (int home = 0; home < sums.length; home++) {
            sums[home] = new ExactSum();
        }
        for (List<Integer> sharing : scored.sharingHomeNode()) {
            UnionOfUsers union = new UnionOfUsers();
            for (int service : sharing) {
                addShortfalls(service, union);
            }
            union.addIntegralTo(sums[scored.homeOf(sharing.get(0))]);
        }
        return sums;
    }

    private long adaptedMicros(long end) {
        long sum = 0;
        for (LiveService service : services) {
            sum = Math.addExact(sum, service.adaptedMicros(end));
        }
        return sum;
    }

    private ExactSum forgone() {
        ExactSum sum = new ExactSum();
        for (List<Integer> sharing : scored.sharingHomeNode()) {
            UnionOfUsers union = new UnionOfUsers();
            for (int service : sharing) {
                if (services[service].adaptedMicros(scored.windowMicros()) > 0) {
                    ServiceTally.addForgoneUsers(
                            services[service].steps(),
                            scored.service(service).suite().demandBitPerSecond(),
                            scored.service(service).usersServed(),
                            scored.windowMicros(),
                            union);
                }
            }
            union.addIntegralTo(sum);
        }
        return sum;
    }

    private void addShortfalls(int service, UnionOfUsers union) {
        if (services[service].neverShort()) {
            return;
        }
        ServiceTally.addDegradedUsers(
                services[service].steps(),
                scored.service(service).usersServed(),
                scored.windowMicros(),
                union);
    }

    private @Nullable BigDecimal firstClassAvailability() {
        long window = 0;
        long unavailable = 0;
        for (int service = 0; service < services.length; service++) {
            if (isFirstClass(service)) {
                window = Math.addExact(window, scored.windowSeconds());
                unavailable = Math.addExact(unavailable, unavailableSeconds(service));
            }
        }
        return Rounding.ratio(window - unavailable, window);
    }

    private long unavailableSeconds(int service) {
        if (services[service].neverShort()) {
            return 0;
        }
        return TenSecondRule.of(SecondRuns.of(
                        services[service].steps(),
                        ScoringPolicy.DEFAULT.severelyErroredBelowPercent(),
                        scored.windowSeconds()))
                .unavailableSeconds();
    }
}
