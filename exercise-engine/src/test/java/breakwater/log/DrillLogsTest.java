package breakwater.log;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.conductor.Conductor;
import breakwater.conductor.DefaultResponders;
import breakwater.conductor.DomainRunner;
import breakwater.conductor.RandomExercise;
import breakwater.engine.plan.ExercisePlan;
import breakwater.exercise.LogEntry;
import breakwater.scenario.Exercise;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** The reader's bounds are never in the way of a real drill. {@code -Dseed=N} replays one. */
class DrillLogsTest {

    static LongStream seeds() {
        Long replay = Long.getLong("seed");
        return replay == null ? LongStream.range(0, 60) : LongStream.of(replay);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatADrillWritesIsSoundAndReadsBackAsItWas(long seed) throws IOException {
        Exercise exercise = RandomExercise.of(seed);
        List<LogEntry> played = new ArrayList<>();
        new Conductor(
                        ExercisePlan.of(exercise),
                        seed,
                        new DefaultResponders(exercise),
                        DomainRunner.SEQUENTIAL)
                .play((entries, untilMicros) -> played.addAll(entries));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LogWriter writer = new LogWriter(bytes);
        for (LogEntry entry : played) {
            writer.write(entry);
        }

        LogReader.Reading reading =
                LogReader.read("log.jsonl", new ByteArrayInputStream(bytes.toByteArray()));

        assertThat(reading.problems()).as("seed %s", seed).isEmpty();
        assertThat(reading.entries()).as("seed %s", seed).isEqualTo(played);
    }
}
