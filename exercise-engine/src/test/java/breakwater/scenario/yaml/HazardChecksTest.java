package breakwater.scenario.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.document.SourceFile;
import breakwater.network.yaml.TestRates;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Random failures on the two links of {@code broken/base}, which is played for 24 hours. */
class HazardChecksTest {

    private static final Path BASE = Path.of("src", "test", "resources", "broken", "base");

    private static List<Problem> warningsOf(String hazards) {
        List<SourceFile> files = new ArrayList<>();
        for (SourceFile file : ExerciseFolder.load(BASE)) {
            if (file.name().equals(ExerciseReader.SCENARIO_FILE)) {
                String text = new String(file.bytes(), StandardCharsets.UTF_8)
                        .replaceFirst("(?m)^hazards: .*$", "hazards: " + hazards);
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                files.add(new SourceFile(file.name(), file.shownAs(), bytes));
            } else {
                files.add(file);
            }
        }
        Problems problems = new Problems();
        ExerciseReader.read("base", files, new TestRates(), problems);
        return problems.inFileOrder();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {linkUpMean: 300 ms, down: 100 ms}                               |   432,000 | 1,728,000  | 238 MB
                    {linkUpMean: 10 ms, down: {uniform: [0 s, 20 ms]}}               | 8,640,000 | 34,560,000 | 4.8 GB
                    {linkUpMean: 200 ms, down: {exponential: 200 ms}}                |   432,000 | 1,728,000  | 238 MB
                    {linkUpMean: 200 ms, down: {logNormal: {median: 200 ms, p95: 200 ms}}} | 432,000 | 1,728,000 | 238 MB
                    """)
    void anEnormousLogIsForetold(String hazards, String failures, String entries, String size) {
        assertThat(warningsOf(hazards)).singleElement().satisfies(warning -> {
            assertThat(warning.isError()).isFalse();
            assertThat(warning.rule()).isEqualTo("enormous-log");
            assertThat(warning.message())
                    .isEqualTo(
                            "Expected random failures that leave a log of a readable size, but 2 links over 1 d fail about %s times: at least %s log entries, some %s. A drill is given up at 5,000,000."
                                    .formatted(failures, entries, size));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{linkUpMean: 10 s, down: 1 s}",
                "{linkUpMean: 500 ms, down: 500 ms}",
                "{linkUpMean: 1 ms, down: {logNormal: {median: 1 s, p95: 1 min}}}"
            })
    void aLogOfAReadableSizeIsNot(String hazards) {
        assertThat(warningsOf(hazards)).isEmpty();
    }
}
