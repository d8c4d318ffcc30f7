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

    /** Where a rule stands in the code, or in a golden file. */
    private static final Pattern NAMED = Pattern.compile(
            "Problem\\.(?:error|warning)\\(\\s*\"([a-z0-9.-]+[a-z0-9])\""
                    + "|report\\(\\s*(?:\"[a-z_]+\"|[a-z]+),\\s*\"([a-z0-9]+-[a-z0-9-]+)\",\\s*\"Expected"
                    + "|\\[([a-z0-9.-]+)](?: Maybe|$)",
            Pattern.MULTILINE);

    @Test
    void everyRuleOfTheCodeHasASentence() {
        Set<String> rules = new TreeSet<>();
        for (String module : new String[] {"exercise-engine", "playbooks", "tabletop-ui"}) {
            rules.addAll(namedBelow(Path.of("..", module, "src", "main"), ".java"));
            rules.addAll(namedBelow(Path.of("..", module, "src", "test"), ".expected.txt"));
        }

        assertThat(rules).hasSizeGreaterThan(100);
        assertThat(rules).filteredOn(rule -> !RuleHelp.knows(rule)).isEmpty();
    }

    private static Set<String> namedBelow(Path folder, String suffix) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .flatMap(file -> NAMED.matcher(read(file)).results())
                    .map(found -> found.group(1) != null
                            ? found.group(1)
                            : found.group(2) != null ? found.group(2) : found.group(3))
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
