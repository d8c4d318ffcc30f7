package breakwater.scenario.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.document.SourceFile;
import breakwater.network.LinkId;
import breakwater.network.QkdLink;
import breakwater.network.QkdLink.KeyStore;
import breakwater.network.QkdLink.Recovery;
import breakwater.network.Topology;
import breakwater.network.yaml.TestRates;
import breakwater.problem.Problems;
import breakwater.scenario.Exercise;
import breakwater.scenario.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

class ShippedExercisesTest {

    static Stream<Path> exercises() throws IOException {
        try (Stream<Path> folders = Files.list(ExerciseFolder.SHIPPED)) {
            List<Path> found = folders.filter(
                            folder -> Files.exists(folder.resolve(ExerciseReader.EXERCISE_FILE)))
                    .sorted()
                    .toList();
            return found.stream();
        }
    }

    private static Exercise read(Path folder) {
        Problems problems = new Problems();
        var exercise = ExerciseReader.read(
                String.valueOf(folder.getFileName()),
                ExerciseFolder.load(folder),
                new TestRates(),
                problems);
        assertThat(problems.inFileOrder()).isEmpty();
        return exercise.orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void areReadWithoutProblemsAndAreConsistent(Path folder) {
        Exercise exercise = read(folder);

        assertThat(Topology.of(exercise.network()).network()).isEqualTo(exercise.network());
        assertThat(exercise.hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void firstDrillIsAsSmallAsItSays() {
        Exercise drill = read(ExerciseFolder.SHIPPED.resolve("first-drill"));

        assertThat(drill.network().nodes()).hasSize(20);
        assertThat(drill.network().domains()).hasSize(3);
        QkdLink link = drill.network()
                .links()
                .get(Topology.of(drill.network()).getLinkIndex(new LinkId("A2~A3")));
        assertThat(link.rateBitPerSecond()).isEqualTo(1_000);
        assertThat(link.store()).isEqualTo(new KeyStore(3_600_000, 3_600_000, 900_000, 900_000));
        assertThat(link.recovery()).isEqualTo(new Recovery(600, 600, 60_000));
        assertThat(drill.scenario().injects())
                .extracting(inject -> inject.release().getClass().getSimpleName())
                .containsExactly("At", "At", "At", "At", "When", "InPlaceOfAnother");
        assertThat(drill.scenario().injects().get(3).release())
                .isEqualTo(new Inject.Release.At(3L * 3600 * 1_000_000));
    }

    @Test
    void theHashChangesWithAnyByteAndNotWithTheOrderOfFiles() {
        var files = ExerciseFolder.load(ExerciseFolder.SHIPPED.resolve("first-drill"));
        var reversed = new ArrayList<>(files);
        Collections.reverse(reversed);
        byte[] edited = files.get(0).bytes().clone();
        edited[0]++;
        var changed = new ArrayList<>(files);
        changed.set(0, new SourceFile(files.get(0).name(), files.get(0).shownAs(), edited));

        assertThat(ExerciseReader.hash(reversed)).isEqualTo(ExerciseReader.hash(files));
        assertThat(ExerciseReader.hash(changed)).isNotEqualTo(ExerciseReader.hash(files));
    }
}
