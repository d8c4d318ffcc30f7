package breakwater.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds the table of {@code docs/concepts/scores.md} to {@link Measure}; {@code -Dupdate=true} writes it anew. */
class ScoresPageTest {

    private static final Path PAGE = Path.of("..", "docs", "concepts", "scores.md");
    private static final String BEGIN = "<!-- measures: written by ScoresPageTest -->\n";

    @Test
    void thePageListsEveryMeasureAsItIsComputed() throws IOException {
        StringBuilder table =
                new StringBuilder("| figure | unit | rule | source |\n|---|---|---|---|\n");
        for (Measure measure : Measure.values()) {
            table.append("| `%s` %s | %s | %s | %s |%n"
                    .formatted(
                            measure.id(),
                            measure.title(),
                            measure.unit(),
                            measure.definition(),
                            measure.source()));
        }
        String page = Files.readString(PAGE);
        String head = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        if (Boolean.getBoolean("update")) {
            Files.writeString(PAGE, head + table);
        }

        assertThat(Files.readString(PAGE))
                .as("run the test with -Dupdate=true to write the table anew")
                .isEqualTo(head + table);
    }

    @Test
    void everyMeasureHasAnIdOfItsOwn() {
        assertThat(Measure.values()).extracting(Measure::id).doesNotHaveDuplicates();
    }
}
