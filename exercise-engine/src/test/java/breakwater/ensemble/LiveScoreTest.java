package breakwater.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import breakwater.conductor.Conductor;
import breakwater.conductor.DomainRunner;
import breakwater.conductor.RandomDrill;
import breakwater.conductor.RandomExercise;
import breakwater.engine.plan.ExercisePlan;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.ExerciseEvent.ServiceChanged;
import breakwater.exercise.LogEntry;
import breakwater.exercise.Responding.ObligationClosed;
import breakwater.exercise.Responding.ObligationOpened;
import breakwater.exercise.SimTime;
import breakwater.network.DomainId;
import breakwater.network.ServiceId;
import breakwater.network.ServiceState;
import breakwater.scenario.Exercise;
import breakwater.scoring.Figures;
import breakwater.scoring.LiveScore;
import breakwater.scoring.Measure;
import breakwater.scoring.Scorecard;
import breakwater.scoring.Scorecard.Group;
import breakwater.scoring.ScoredServices;
import breakwater.scoring.Scorer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** The figures taken while a drill is played are those of its log. */
class LiveScoreTest {

    static LongStream seeds() {
        Long replay = Long.getLong("seed");
        return replay == null ? LongStream.range(0, 100) : LongStream.of(replay);
    }

    private record Played(Exercise exercise, List<LogEntry> log, LiveScore.Result live) {}

    private static Played play(long seed) {
        Exercise exercise = RandomExercise.of(seed);
        ExercisePlan plan = ExercisePlan.of(exercise);
        List<LogEntry> log = new ArrayList<>();
        conductor(plan, seed).play((entries, until) -> log.addAll(entries));
        LiveScore live =
                new LiveScore(new ScoredServices(plan.topology(), exercise.horizonMicros()));
        conductor(plan, seed)
                .playUndeclared(Long.MAX_VALUE, (entries, until) -> live.take(entries));
        return new Played(exercise, log, live.close());
    }

    private static Conductor conductor(ExercisePlan plan, long seed) {
        return RandomDrill.conductor(plan.exercise(), seed, DomainRunner.SEQUENTIAL);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void hasTheFiguresOfTheScorecard(long seed) {
        Played played = play(seed);
        Scorecard card = Scorer.score(played.log());

        assertThat(Optional.of(played.live().degradedUserMinutes()))
                .as("seed %d", seed)
                .isEqualTo(card.federation().figures().findValue(Measure.DEGRADED_USER_MINUTES));
        assertThat(Optional.of(played.live().forgoneUserMinutes()))
                .as("seed %d", seed)
                .isEqualTo(card.federation().figures().findValue(Measure.FORGONE_USER_MINUTES));
        assertThat(card.federation().figures().findValue(Measure.ADAPTED_SECONDS))
                .as("seed %d", seed)
                .hasValueSatisfying(seconds -> assertThat(seconds.movePointRight(6))
                        .isEqualByComparingTo(BigDecimal.valueOf(played.live().adaptedMicros())));
        assertThat(Optional.ofNullable(played.live().firstClassAvailability()))
                .as("seed %d", seed)
                .isEqualTo(card.classes().stream()
                        .filter(group -> group.id().equals("0"))
                        .findFirst()
                        .flatMap(group -> group.figures().findValue(Measure.AVAILABILITY)));
        hasTheAidOf(card, played.live().aid(), seed);
        assertThat(played.live().operators())
                .as("seed %d", seed)
                .extracting(own -> Optional.of(own.degradedUserMinutes()))
                .isEqualTo(card.operators().stream()
                        .map(Group::figures)
                        .map(figures -> figures.findValue(Measure.DEGRADED_USER_MINUTES))
                        .toList());
    }

    private static void hasTheAidOf(Scorecard card, LiveScore.OfAid live, long seed) {
        Figures aid = card.aid().total();
        assertThat(Optional.ofNullable(live.fulfilment()))
                .as("seed %d", seed)
                .isEqualTo(aid.findValue(Measure.AID_FULFILMENT));
        assertThat(Optional.ofNullable(live.deploySeconds()))
                .as("seed %d", seed)
                .isEqualTo(aid.findValue(Measure.AID_DEPLOY_MAX_SECONDS));
        assertThat(BigDecimal.valueOf(live.broken()))
                .as("seed %d", seed)
                .isEqualByComparingTo(aid.findValue(Measure.AID_BROKEN).orElse(BigDecimal.ZERO));
        // Each of the two is rounded by itself.
        assertThat(live.unmetHours().doubleValue())
                .as("seed %d", seed)
                .isCloseTo(
                        aid.valueOr(Measure.AID_NEED_HOURS, 0)
                                - aid.valueOr(Measure.AID_COVERED_HOURS, 0),
                        within(1.1e-6));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void countsWhatTheLogSaysOfStatesInstantByInstant(long seed) {
        Played played = play(seed);
        Map<ServiceId, Integer> usersOf = new HashMap<>();
        played.exercise().network().services().forEach(s -> usersOf.put(s.id(), s.usersServed()));
        long end = played.exercise().horizonMicros()
                / SimTime.MICROS_PER_SECOND
                * SimTime.MICROS_PER_SECOND;
        TreeMap<Long, Map<ServiceId, ServiceState>> changes = new TreeMap<>();
        for (LogEntry entry : played.log()) {
            if (entry.event() instanceof ServiceChanged changed && entry.timeMicros() < end) {
                changes.computeIfAbsent(entry.timeMicros(), t -> new HashMap<>())
                        .put(changed.service(), changed.state());
            }
        }
        changes.putIfAbsent(0L, Map.of());
        TreeSet<Long> instants = new TreeSet<>(changes.keySet());
        instants.add(end);
        Map<ServiceId, ServiceState> now = new HashMap<>();
        long first = -1;
        long last = 0;
        long starved = 0;
        long starvedUsers = 0;
        for (long instant : instants.headSet(end)) {
            now.putAll(changes.get(instant));
            long until = instants.higher(instant);
            if (now.values().stream().anyMatch(state -> state != ServiceState.OK)) {
                first = first < 0 ? instant : first;
                last = until;
            }
            for (Map.Entry<ServiceId, ServiceState> service : now.entrySet()) {
                if (service.getValue() == ServiceState.STARVED) {
                    starved += until - instant;
                    starvedUsers += (until - instant) * usersOf.getOrDefault(service.getKey(), 0);
                }
            }
        }

        assertThat(played.live().hit()).as("seed %d", seed).isEqualTo(first >= 0);
        assertThat(played.live().restoreMicros())
                .as("seed %d", seed)
                .isEqualTo(first < 0 ? 0 : last - first);
        assertThat(played.live().restored()).as("seed %d", seed).isEqualTo(last < end);
        assertThat(played.live().starvedMicros()).as("seed %d", seed).isEqualTo(starved);
        assertThat(played.live().starvedUserMicros().longValueExact())
                .as("seed %d", seed)
                .isEqualTo(starvedUsers);
        assertThat(played.live().operators().stream()
                        .mapToLong(LiveScore.OfOperator::starvedMicros)
                        .sum())
                .as("seed %d", seed)
                .isEqualTo(starved);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aDrillWithoutDeclarationsHappensAlike(long seed) {
        ExercisePlan plan = ExercisePlan.of(RandomExercise.of(seed));
        List<String> declared = new ArrayList<>();
        List<String> undeclared = new ArrayList<>();
        conductor(plan, seed).play((entries, until) -> add(entries, declared));
        boolean whole = conductor(plan, seed)
                .playUndeclared(Long.MAX_VALUE, (entries, until) -> add(entries, undeclared));

        assertThat(whole).isTrue();
        assertThat(undeclared).as("seed %d", seed).isNotEmpty();
        assertThat(undeclared).as("seed %d", seed).isEqualTo(declared);
    }

    /** All that is not declared, in the order of the log; at time 0 declarations stand between. */
    private static void add(List<LogEntry> entries, List<String> happened) {
        for (LogEntry entry : entries) {
            String kind = entry.event().getClass().getSimpleName();
            boolean declaration = (kind.endsWith("Declared") && !kind.equals("PathDeclared"))
                    || kind.equals("DrillOpened")
                    || kind.equals("AttributionStated")
                    // Counts the entries.
                    || kind.equals("DrillClosed");
            if (!declaration) {
                happened.add("%s %s %s %s %s"
                        .formatted(
                                entry.timeMicros(),
                                entry.origin(),
                                entry.sequence(),
                                entry.cause(),
                                entry.event()));
            }
        }
    }

    @Test
    void countsNotificationsByWhoOwesThem() {
        ExercisePlan plan = ExercisePlan.of(RandomExercise.of(2));
        DomainId first = plan.domains().get(0).id();
        LiveScore live = new LiveScore(
                new ScoredServices(plan.topology(), plan.exercise().horizonMicros()));

        live.take(List.of(
                entry(first, 0, new ObligationOpened("early-warning", "notice", "csirt", 9)),
                entry(first, 1, new ObligationOpened("notification", "notice", "csirt", 9)),
                entry(first, 2, new ObligationOpened("final-report", "notice", "csirt", 9)),
                entry(first, 3, new ObligationClosed("early-warning", true)),
                entry(first, 4, new ObligationClosed("notification", false))));
        LiveScore.Result result = live.close();

        assertThat(result.noticesLate()).isEqualTo(1);
        assertThat(result.noticesOpen()).isEqualTo(1);
        assertThat(result.operators().get(0).noticesLate()).isEqualTo(1);
        assertThat(result.operators().get(0).noticesOpen()).isEqualTo(1);
    }

    private static LogEntry entry(DomainId origin, long sequence, ExerciseEvent event) {
        return new LogEntry(5, origin, sequence, LogEntry.NO_CAUSE, event);
    }
}
