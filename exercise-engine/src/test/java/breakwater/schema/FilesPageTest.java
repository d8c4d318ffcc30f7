package breakwater.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** {@code docs/reference/files.md} leaves no key and no word of the published schemas out. */
class FilesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "reference", "files.md");

    @ParameterizedTest
    @CsvSource({
        "exercise, ## `exercise.yaml`",
        "network, ## `network/*.yaml`",
        "scenario, ## `scenario.yaml`",
        "agreements, ## `agreements.yaml`"
    })
    void namesEveryKeyAndWordInTheSectionOfItsFile(String schema, String heading)
            throws IOException {
        String section = section(heading);
        Set<String> missing = new TreeSet<>();
        for (String term : terms(PublishedSchema.of(schema).json())) {
            if (!section.contains("`" + term + "`") && !section.contains("{" + term + ":")) {
                missing.add(term);
            }
        }

        assertThat(missing).as("in the section '%s' of %s", heading, PAGE).isEmpty();
    }

    private static String section(String heading) throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf("\n" + heading + "\n");
        assertThat(from).as("the section '%s' of %s", heading, PAGE).isPositive();
        int until = page.indexOf("\n## ", from + 1);
        return page.substring(from, until < 0 ? page.length() : until);
    }

    /** Names of properties and values of enumerations, at any depth. */
    private static Set<String> terms(JsonNode schema) {
        Set<String> terms = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(terms::add);
        schema.path("enum").forEach(word -> terms.add(word.asText()));
        schema.forEach(inner -> terms.addAll(terms(inner)));
        return terms;
    }
}
