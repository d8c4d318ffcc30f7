package breakwater.conductor;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.exercise.BitCount;
import breakwater.exercise.Countermeasure;
import breakwater.exercise.DomainState;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.LogEntry;
import breakwater.exercise.PathFlow;
import breakwater.exercise.SimTime;
import breakwater.network.DomainId;
import breakwater.network.LinkId;
import breakwater.network.LinkState;
import breakwater.network.NodeState;
import breakwater.network.Service;
import breakwater.network.ServiceId;
import breakwater.network.ServiceState;
import breakwater.network.StoreState;
import breakwater.replay.ReplayedNetwork;
import breakwater.replay.ReplayedStore;
import breakwater.scenario.Exercise;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;

/** What must hold in every drill, over seeded random exercises. {@code -Dseed=N} replays one. */
class DrillInvariantsTest {

    static LongStream seeds() {
        Long replay = Long.getLong("seed");
        return replay == null ? LongStream.range(0, 300) : LongStream.of(replay);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void keyIsConservedToTheLastMicroBitAndNoStoreLeavesItsBounds(long seed) {
        List<LogEntry> log = play(RandomExercise.of(seed), seed, DomainRunner.SEQUENTIAL);

        ReplayedNetwork network = new ReplayedNetwork();
        for (LogEntry entry : log) {
            network.apply(entry);
            checkStore(entry, network, seed);
        }
    }

    private static void checkStore(LogEntry entry, ReplayedNetwork network, long seed) {
        if (entry.event() instanceof ExerciseEvent.StoreChanged changed) {
            ReplayedStore store = network.getStore(changed.link());
            assertThat(store.level()).as("seed %d, %s", seed, entry).isEqualTo(changed.level());
            assertThat(store.isWithinBounds()).as("seed %d, %s", seed, entry).isTrue();
        } else if (entry.event() instanceof ExerciseEvent.StoreClosed closed) {
            ReplayedStore store = network.getStore(closed.link());
            assertThat(store.level())
                    .as("seed %d, stored %s", seed, entry)
                    .isEqualTo(closed.stored());
            assertThat(store.generated())
                    .as("seed %d, generated %s", seed, entry)
                    .isEqualTo(closed.generated());
            assertThat(store.consumed())
                    .as("seed %d, consumed %s", seed, entry)
                    .isEqualTo(closed.consumed());
            assertThat(store.wasted())
                    .as("seed %d, wasted %s", seed, entry)
                    .isEqualTo(closed.wasted());
            assertThat(store.voided())
                    .as("seed %d, voided %s", seed, entry)
                    .isEqualTo(closed.voided());
            // What was lent and not paid back came in besides; it is never negative.
            BitCount in = closed.initial()
                    .plus(closed.generated())
                    .plus(new BitCount(store.lentBits(), 0));
            BitCount out = closed.stored()
                    .plus(closed.consumed())
                    .plus(closed.wasted())
                    .plus(closed.voided());
            assertThat(out).as("seed %d, conservation %s", seed, entry).isEqualTo(in);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noServiceIsServedOverALinkThatCannotRelay(long seed) {
        List<LogEntry> log = play(RandomExercise.of(seed), seed, DomainRunner.SEQUENTIAL);

        ReplayedNetwork network = new ReplayedNetwork();
        for (int i = 0; i < log.size(); i++) {
            network.apply(log.get(i));
            boolean instantOver = i + 1 == log.size()
                    || log.get(i + 1).timeMicros() > log.get(i).timeMicros();
            if (instantOver) {
                checkFlows(network, log.get(i), seed);
            }
        }
    }

    private static void checkFlows(ReplayedNetwork network, LogEntry last, long seed) {
        for (DomainState domain : network.statesAt(last.timeMicros())) {
            domain.segments().forEach((segment, carried) -> {
                for (PathFlow flow : carried.flows()) {
                    for (LinkId link : network.linksOf(domain.domain(), segment, flow.path())) {
                        assertThat(Objects.requireNonNull(domain.links().get(link))
                                        .serves())
                                .as("seed %d, after %s: %s of %s", seed, last, link, segment)
                                .isTrue();
                    }
                }
            });
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noServiceLivesOnItsLastKeyForLongerThanItsGrace(long seed) {
        Exercise exercise = RandomExercise.of(seed);
        Map<ServiceId, Service> services = new HashMap<>();
        exercise.network().services().forEach(service -> services.put(service.id(), service));
        Map<ServiceId, Long> keylessSince = new HashMap<>();
        Map<ServiceId, String> suites = new HashMap<>();
        services.values()
                .forEach(service -> suites.put(service.id(), service.suite().label()));

        for (LogEntry entry : play(exercise, seed, DomainRunner.SEQUENTIAL)) {
            if (entry.event() instanceof Countermeasure.ServiceAdapted adapted) {
                suites.put(adapted.service(), adapted.suite());
            }
            if (!(entry.event() instanceof ExerciseEvent.ServiceChanged changed)) {
                continue;
            }
            Service service = Objects.requireNonNull(services.get(changed.service()));
            if (changed.state() == ServiceState.OK) {
                keylessSince.remove(service.id());
                continue;
            }
            keylessSince.putIfAbsent(service.id(), entry.timeMicros());
            if (changed.state() == ServiceState.DEGRADED
                    && !"HYBRID".equals(suites.get(service.id()))) {
                long age =
                        entry.timeMicros() - Objects.requireNonNull(keylessSince.get(service.id()));
                assertThat(age)
                        .as("seed %d, %s", seed, entry)
                        .isLessThan(SimTime.ofSeconds(service.graceSeconds()));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theLogIsTheSameForEveryOrderOfTheDomainsAndOnThreads(long seed) {
        Exercise exercise = RandomExercise.of(seed);

        List<LogEntry> forward = play(exercise, seed, DomainRunner.SEQUENTIAL);
        List<LogEntry> backward = play(exercise, seed, tasks -> {
            List<Runnable> reversed = new ArrayList<>(tasks);
            Collections.reverse(reversed);
            reversed.forEach(Runnable::run);
        });

        List<LogEntry> threaded =
                play(exercise, seed, tasks -> tasks.parallelStream().forEach(Runnable::run));

        assertThat(backward).as("seed %d", seed).isEqualTo(forward);
        assertThat(threaded).as("seed %d, threads", seed).isEqualTo(forward);
        assertThat(forward).as("seed %d", seed).isSortedAccordingTo(LogEntry.ORDER);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anUnrelatedDomainChangesNothingForTheOthers(long seed) {
        Exercise alone = RandomExercise.withoutBorders(seed, "");
        Exercise unrelated = RandomExercise.withoutBorders(seed + 1_000_000, "Z");

        List<LogEntry> before = playWithoutNotices(alone, seed);
        List<LogEntry> after = playWithoutNotices(RandomExercise.joined(alone, unrelated), seed);

        assertThat(of(alone, after)).as("seed %d", seed).isEqualTo(of(alone, before));
    }

    /** What the exercise's domains record, and control about its injects: there the numbers may differ. */
    private static List<LogEntry> of(Exercise exercise, List<LogEntry> log) {
        Set<DomainId> domains = new HashSet<>();
        exercise.network().domains().forEach(domain -> domains.add(domain.id()));
        Set<String> injects = new HashSet<>();
        exercise.scenario().injects().forEach(inject -> injects.add(inject.id().value()));
        List<LogEntry> own = new ArrayList<>();
        for (LogEntry entry : log) {
            if (domains.contains(entry.origin())) {
                own.add(entry);
            } else if (injects.contains(entry.cause())) {
                own.add(new LogEntry(
                        entry.timeMicros(), entry.origin(), 0, entry.cause(), entry.event()));
            }
        }
        return own;
    }

    @Test
    void theRandomDrillsReachEveryKindOfEventAndStep() {
        Set<Class<?>> events = new HashSet<>();
        Set<Object> states = new HashSet<>();
        for (long seed = 0; seed < 60; seed++) {
            for (LogEntry entry : play(RandomExercise.of(seed), seed, DomainRunner.SEQUENTIAL)) {
                events.add(entry.event().getClass());
                addState(entry.event(), states);
            }
        }

        assertThat(events).containsExactlyInAnyOrderElementsOf(recordsOf(ExerciseEvent.class));
        assertThat(states)
                .contains((Object[]) ServiceState.values())
                .contains((Object[]) LinkState.values())
                .contains((Object[]) StoreState.values())
                .contains((Object[]) NodeState.values());
    }

    private static List<Class<?>> recordsOf(Class<?> sealed) {
        List<Class<?>> records = new ArrayList<>();
        for (Class<?> type : sealed.getPermittedSubclasses()) {
            if (type.isRecord()) {
                records.add(type);
            } else {
                records.addAll(recordsOf(type));
            }
        }
        return records;
    }

    private static void addState(ExerciseEvent event, Set<Object> states) {
        if (event instanceof ExerciseEvent.ServiceChanged changed) {
            states.add(changed.state());
        } else if (event instanceof ExerciseEvent.LinkChanged changed) {
            states.add(changed.state());
        } else if (event instanceof ExerciseEvent.StoreChanged changed) {
            states.add(changed.state());
        } else if (event instanceof ExerciseEvent.NodeChanged changed) {
            states.add(changed.state());
        }
    }

    /** Notices go to all operators, related or not. */
    private static List<LogEntry> playWithoutNotices(Exercise exercise, long seed) {
        List<LogEntry> log = new ArrayList<>();
        RandomDrill.conductor(
                        exercise,
                        RandomOrders.withoutNotices(exercise, seed),
                        seed,
                        DomainRunner.SEQUENTIAL)
                .play((entries, until) -> log.addAll(entries));
        return log;
    }

    private static List<LogEntry> play(Exercise exercise, long seed, DomainRunner runner) {
        List<LogEntry> log = new ArrayList<>();
        RandomDrill.conductor(exercise, seed, runner).play((entries, until) -> log.addAll(entries));
        return log;
    }
}
