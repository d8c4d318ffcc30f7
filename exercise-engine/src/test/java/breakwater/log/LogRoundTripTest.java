package breakwater.log;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.LogEntry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

class LogRoundTripTest {

    static LongStream seeds() {
        Long replay = Long.getLong("seed");
        return replay == null ? LongStream.range(0, 300) : LongStream.of(replay);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyKindOfEventReadsBackAsItWas(long seed) throws UnreadableLineException {
        RandomEvents random = new RandomEvents(seed);
        for (ExerciseEvent event : random.oneOfEach()) {
            LogEntry entry = random.entry(event);

            byte[] line = LogWriter.encode(entry);
            LogEntry read = LineParser.parse(line, line.length - 1, (at, message) -> {});

            assertThat(read)
                    .as("seed %d: %s", seed, new String(line, StandardCharsets.UTF_8))
                    .isEqualTo(entry);
        }
    }

    @Test
    void fieldsAreNamedAndOrderedAsTheirRecords() {
        for (EventKind<?> kind : EventKinds.list()) {
            List<String> components = Arrays.stream(kind.type().getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList();

            List<String> fields = kind.fields().stream().map(Field::name).toList();

            assertThat(fields).as(kind.name()).isEqualTo(components);
        }
    }

    @Test
    void kindsAreNamedAsTheirRecordsInKebabCase() {
        for (EventKind<?> kind : EventKinds.list()) {
            String kebab = kind.type()
                    .getSimpleName()
                    .replaceAll("(?<=.)([A-Z])", "-$1")
                    .toLowerCase(java.util.Locale.ROOT);

            assertThat(kind.name()).isEqualTo(kebab);
        }
        assertThat(EventKinds.list()).hasSameSizeAs(EventKinds.recordsOf(ExerciseEvent.class));
    }
}
