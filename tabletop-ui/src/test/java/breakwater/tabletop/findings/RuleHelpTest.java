package breakwater.tabletop.findings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every rule that can be broken has a sentence. */
class RuleHelpTest {

    private static final Pattern IN_CODE =
            Pattern.compile("Problem\\.(?:error|warning)\\(\\s*\"([a-z0-9.-]+[a-z0-9])\""
                    + "|report\\(\\s*(?:\"[a-z_]+\"|[a-z]+),\\s*\"([a-z0-9-]+)\",\\s*\"Expected");

    private static final Pattern IN_GOLDEN_FILE =
            Pattern.compile("\\[([a-z0-9.-]+)](?: Maybe|$)", Pattern.MULTILINE);

    @Test
    void everyRuleOfTheCodeHasASentence() {
        Set<String> rules = new TreeSet<>();
        for (String module : new String[] {"exercise-engine", "playbooks", "tabletop-ui"}) {
            rules.addAll(namedBelow(Path.of("..", module, "src", "main"), ".java", IN_CODE));
            rules.addAll(namedBelow(
                    Path.of("..", module, "src", "test"), ".expected.txt", IN_GOLDEN_FILE));
        }

        assertThat(rules).hasSizeGreaterThan(100);
        assertThat(rules)
                .as("rules without a sentence in rules.txt")
                .filteredOn(rule -> !RuleHelp.knows(rule))
                .isEmpty();
    }

    @Test
    void theSentencesAreThoseOfThePage() {
        String page = read(Path.of("..", "docs", "reference", "playbook-rules.md"));

        Pattern.compile("^### `(.*)`\n\n(?:Warning: )?(.*)", Pattern.MULTILINE)
                .matcher(page)
                .results()
                .forEach(rule -> assertThat(rule.group(2))
                        .as(rule.group(1))
                        .startsWithIgnoringCase(RuleHelp.of(rule.group(1))));
    }

    private static Set<String> namedBelow(Path folder, String suffix, Pattern named) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .flatMap(file -> named.matcher(read(file)).results())
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
