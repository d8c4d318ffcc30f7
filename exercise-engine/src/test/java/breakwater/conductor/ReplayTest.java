package breakwater.conductor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import breakwater.exercise.DomainState;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.LogEntry;
import breakwater.replay.ReplayedNetwork;
import breakwater.scenario.Exercise;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** The log alone gives every state the engine had, at any instant. {@code -Dseed=N} replays one drill. */
class ReplayTest {

    /** Looks per drill beside StartEx and EndEx, spread over its windows. */
    private static final int LOOKS = 12;

    /** What the engine said was so when the log had this many entries. */
    private record Look(int entries, List<DomainState> states) {}

    private record Played(List<LogEntry> log, List<Look> looks) {}

    static LongStream seeds() {
        Long replay = Long.getLong("seed");
        return replay == null ? LongStream.range(0, 300) : LongStream.of(replay);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void replayGivesTheStatesOfTheEngineDuringTheDrillAndAtItsEnd(long seed) {
        Played played = play(seed);

        ReplayedNetwork replayed = new ReplayedNetwork();
        int applied = 0;
        for (Look look : played.looks()) {
            played.log().subList(applied, look.entries()).forEach(replayed::apply);
            applied = look.entries();
            long now = look.states().get(0).timeMicros();
            List<DomainState> states = replayed.statesAt(now);
            for (int i = 0; i < look.states().size(); i++) {
                assertSame(states.get(i), look.states().get(i), seed);
            }
            assertThat(states).as("seed %d at %d us", seed, now).isEqualTo(look.states());
        }
        assertThat(applied).isEqualTo(played.log().size());
    }

    /** Part by part, so that a failure shows what differs and not two whole domains. */
    private static void assertSame(DomainState replayed, DomainState engine, long seed) {
        String where =
                "seed %d, %s at %d us: ".formatted(seed, engine.domain(), engine.timeMicros());
        assertThat(replayed.links()).as(where + "links").containsAllEntriesOf(engine.links());
        assertThat(replayed.nodes()).as(where + "nodes").containsAllEntriesOf(engine.nodes());
        assertThat(replayed.services())
                .as(where + "services")
                .containsAllEntriesOf(engine.services());
        assertThat(replayed.segments())
                .as(where + "segments")
                .containsAllEntriesOf(engine.segments());
        assertThat(replayed.gateways())
                .as(where + "gateways")
                .containsExactlyInAnyOrderEntriesOf(engine.gateways());
        assertThat(replayed.crews()).as(where + "crews").containsAllEntriesOf(engine.crews());
        assertThat(replayed.faults())
                .as(where + "faults")
                .containsExactlyInAnyOrderElementsOf(engine.faults());
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                ExerciseEvent.NodeChanged.class,
                ExerciseEvent.KmsChanged.class,
                ExerciseEvent.LinkChanged.class,
                ExerciseEvent.StoreChanged.class,
                ExerciseEvent.StoreVoided.class,
                ExerciseEvent.RelayChanged.class,
                ExerciseEvent.GatewayChanged.class,
                ExerciseEvent.ControllerChanged.class,
                ExerciseEvent.ShedChanged.class,
                ExerciseEvent.RouteChosen.class,
                ExerciseEvent.SegmentChanged.class,
                ExerciseEvent.ServiceChanged.class,
                ExerciseEvent.RepairOpened.class,
                ExerciseEvent.RepairClosed.class,
                ExerciseEvent.CrewChanged.class,
                ExerciseEvent.FaultBegan.class,
                ExerciseEvent.FaultEnded.class
            })
    void anEntryThatIsMissingFromTheLogIsNoticed(Class<? extends ExerciseEvent> kind) {
        for (long seed = 0; seed < 60; seed++) {
            Played played = play(seed);
            List<LogEntry> lacking = new ArrayList<>(played.log());
            int last = lacking.size() - 1;
            // What StartEx says cannot be lacking: without it nothing can be told at all.
            while (last >= 0
                    && (!kind.isInstance(lacking.get(last).event())
                            || lacking.get(last).timeMicros() == 0)) {
                last--;
            }
            if (last >= 0) {
                lacking.remove(last);
                ReplayedNetwork replayed = new ReplayedNetwork();
                lacking.forEach(replayed::apply);
                Look end = played.looks().get(played.looks().size() - 1);
                if (!replayed.statesAt(end.states().get(0).timeMicros()).equals(end.states())) {
                    return;
                }
            }
        }
        fail("No drill of 60 shows at its end that its last %s is missing.", kind.getSimpleName());
    }

    private static Played play(long seed) {
        Exercise exercise = RandomExercise.of(seed);
        List<LogEntry> counted = new ArrayList<>();
        int[] windows = {0};
        conductor(exercise, seed).play((entries, until) -> windows[0]++);
        int every = Math.max(1, windows[0] / LOOKS);
        List<Look> looks = new ArrayList<>();
        Conductor conductor = conductor(exercise, seed);
        int[] window = {0};
        conductor.play((entries, until) -> {
            counted.addAll(entries);
            if (window[0]++ % every == 0 || until == exercise.horizonMicros()) {
                looks.add(new Look(counted.size(), conductor.states()));
            }
        });
        looks.add(new Look(counted.size(), conductor.states()));
        return new Played(counted, looks);
    }

    private static Conductor conductor(Exercise exercise, long seed) {
        return RandomDrill.conductor(exercise, seed, DomainRunner.SEQUENTIAL);
    }
}
