package breakwater.tabletop.drill;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.exercise.LogEntry;
import breakwater.scenario.Exercise;
import breakwater.tabletop.files.ExerciseFolder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class DrillRunTest {

    @TempDir
    private Path folder = Path.of("");

    private Optional<List<LogEntry>> play(long entriesMost) throws IOException {
        Exercise exercise = new ExerciseFolder(Path.of("..", "exercises", "first-drill"))
                .read()
                .orElseThrow();
        return new DrillRun(exercise, java.util.List.of(), 1, entriesMost)
                .play(folder, 1, new ProgressBar(System.err, exercise.horizonMicros(), false));
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void aDrillThatIsGivenUpLeavesNoLog() throws IOException {
        Optional<List<LogEntry>> played = play(100);

        assertThat(played).isEmpty();
        assertThat(left()).isEmpty();
    }

    @Test
    void aDrillWithAsManyEntriesAsAllowedIsPlayed() throws IOException {
        int entries = play(Exercise.LOG_ENTRIES_MAX).orElseThrow().size();

        assertThat(play(entries)).isPresent();
        assertThat(play(entries - 1L)).isEmpty();
        assertThat(left()).containsExactly(folder.resolve(DrillRun.LOG_FILE));
    }
}
