package breakwater.conductor;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.exercise.AidResource;
import breakwater.exercise.AidState;
import breakwater.exercise.CrewId;
import breakwater.exercise.DomainState.AidId;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.LogEntry;
import breakwater.exercise.MutualAid;
import breakwater.network.CrewState;
import breakwater.network.DomainId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/** What always holds of mutual aid, in drills where everybody asks, offers, takes back and recalls at random. */
class AidInvariantsTest {

    static LongStream seeds() {
        Long replay = Long.getLong("seed");
        return replay == null ? LongStream.range(0, 200) : LongStream.of(replay);
    }

    private static List<LogEntry> play(long seed) {
        return RandomDrill.play(RandomExercise.of(seed), seed);
    }

    /** One side's account of one donor's aid. */
    private record Account(DomainId side, AidId aid) {}

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everySideTakesOnlyStepsThatMayFollowEachOther(long seed) {
        Map<Account, AidState> states = new HashMap<>();
        for (LogEntry entry : play(seed)) {
            if (entry.event() instanceof MutualAid.AidAsked asked) {
                Account account =
                        new Account(entry.origin(), new AidId(asked.aid(), entry.origin()));
                assertThat(states.put(account, AidState.REQUESTED))
                        .as("seed %d, %s", seed, entry)
                        .isNull();
            } else if (entry.event() instanceof MutualAid.AidMoved moved) {
                Account account =
                        new Account(entry.origin(), new AidId(moved.aid(), moved.donor()));
                AidState before = states.put(account, moved.state());
                if (before == null) {
                    assertThat(moved.state()).isEqualTo(AidState.REQUESTED);
                } else {
                    assertThat(moved.state().mayFollow(before))
                            .as("seed %d, from %s: %s", seed, before, entry)
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nobodyPromisesMoreThanItsPackage(long seed) {
        Map<Pool, Long> most = new HashMap<>();
        Map<AidId, Promise> out = new HashMap<>();
        for (LogEntry entry : play(seed)) {
            if (entry.event() instanceof MutualAid.PackageDeclared declared) {
                most.merge(
                        new Pool(entry.origin(), declared.resource()),
                        declared.amount(),
                        Long::sum);
            } else if (entry.event() instanceof MutualAid.AidMoved moved
                    && moved.donor().equals(entry.origin())) {
                AidId id = new AidId(moved.aid(), moved.donor());
                Pool pool = new Pool(moved.donor(), moved.resource());
                switch (moved.state()) {
                    case OFFERED, AGREED -> out.put(id, new Promise(pool, moved.amount()));
                    case EXPIRED, REJECTED, WITHDRAWN, SETTLED -> out.remove(id);
                    default -> {}
                }
                long promised = out.values().stream()
                        .filter(promise -> promise.pool().equals(pool))
                        .mapToLong(Promise::amount)
                        .sum();
                assertThat(promised)
                        .as("seed %d, %s", seed, entry)
                        .isLessThanOrEqualTo(most.getOrDefault(pool, 0L));
            }
        }
    }

    /** What a donor has of a resource. */
    private record Pool(DomainId donor, AidResource resource) {}

    private record Promise(Pool pool, long amount) {}

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noCrewIsAtTwoPlaces(long seed) {
        Set<CrewId> own = new HashSet<>();
        Set<CrewId> away = new HashSet<>();
        Set<CrewId> guests = new HashSet<>();
        for (LogEntry entry : play(seed)) {
            if (entry.event() instanceof ExerciseEvent.OperatorDeclared declared) {
                for (int crew = 1; crew <= declared.crews(); crew++) {
                    own.add(CrewId.of(entry.origin(), crew));
                }
            } else if (entry.event() instanceof ExerciseEvent.CrewChanged changed) {
                boolean gone = changed.state() == CrewState.AWAY;
                Set<CrewId> counted = own.contains(changed.crew()) ? away : guests;
                if (own.contains(changed.crew()) == gone) {
                    counted.add(changed.crew());
                } else {
                    counted.remove(changed.crew());
                }
                assertThat(guests)
                        .as("seed %d, %s", seed, entry)
                        .hasSizeLessThanOrEqualTo(away.size());
            }
        }
    }

    @Test
    void theRandomDrillsReachEveryStepOnBothSides() {
        Map<Boolean, Set<AidState>> reached = new HashMap<>();
        Set<AidResource> deployed = new HashSet<>();
        for (long seed = 0; seed < 200; seed++) {
            for (LogEntry entry : play(seed)) {
                if (entry.event() instanceof MutualAid.AidMoved moved) {
                    reached.computeIfAbsent(
                                    entry.origin().equals(moved.donor()), side -> new HashSet<>())
                            .add(moved.state());
                    if (moved.state() == AidState.DEPLOYED) {
                        deployed.add(moved.resource());
                    }
                }
            }
        }

        assertThat(reached.get(false)).contains(AidState.values());
        Set<AidState> ofDonors = new HashSet<>(Set.of(AidState.values()));
        ofDonors.remove(AidState.REQUESTED);
        assertThat(reached.get(true)).containsAll(ofDonors);
        assertThat(deployed).containsExactlyInAnyOrder(AidResource.values());
    }
}
