package breakwater.conductor;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.exercise.LogEntry;
import breakwater.scenario.Exercise;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** A drill has a most number of entries: it is played whole or given up, by their number alone. */
class GivenUpDrillTest {

    static LongStream seeds() {
        Long replay = Long.getLong("seed");
        return replay == null ? LongStream.range(0, 20) : LongStream.of(replay);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isGivenUpByItsNumberOfEntriesAlone(long seed) {
        List<LogEntry> whole = new ArrayList<>();
        boolean played = conductor(seed).play(Long.MAX_VALUE, (e, until) -> whole.addAll(e));
        List<LogEntry> just = new ArrayList<>();
        boolean justPlayed = conductor(seed).play(whole.size(), (e, until) -> just.addAll(e));
        List<LogEntry> half = new ArrayList<>();
        boolean halfPlayed = conductor(seed).play(whole.size() / 2, (e, until) -> half.addAll(e));
        boolean oneTooMany = conductor(seed).play(whole.size() - 1L, (e, until) -> {});

        assertThat(played).as("seed %d", seed).isTrue();
        assertThat(justPlayed).as("seed %d", seed).isTrue();
        assertThat(just).as("seed %d", seed).isEqualTo(whole);
        assertThat(halfPlayed).as("seed %d", seed).isFalse();
        assertThat(half).as("seed %d", seed).isEqualTo(whole.subList(0, half.size()));
        assertThat(oneTooMany).as("seed %d", seed).isFalse();
    }

    private static Conductor conductor(long seed) {
        Exercise exercise = RandomExercise.of(seed);
        return RandomDrill.conductor(exercise, seed, DomainRunner.SEQUENTIAL);
    }
}
