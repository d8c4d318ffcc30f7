package breakwater.playbook.check;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.playbook.expression.Type;
import breakwater.problem.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of rules leaves no rule out, and its examples show what they say. */
class RulesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "reference", "playbook-rules.md");

    /** Of bytes, sizes and several files: tested in a test of hostile files, and where files are read. */
    private static final Set<String> WITHOUT_EXAMPLE = Set.of(
            "file-too-large",
            "not-utf-8",
            "control-character",
            "too-many-steps",
            "too-many-expressions",
            "too-many-names",
            "duplicate-name");

    /** Where rules of playbook files stand in the code. */
    private static final List<Path> CODE = List.of(
            Path.of("src/main/java/breakwater/playbook/yaml"),
            Path.of("src/main/java/breakwater/playbook/check"),
            Path.of("src/main/java/breakwater/playbook/expression"));

    private static final Pattern NAMED =
            Pattern.compile("Problem\\.(?:error|warning)\\(\\s*\"([a-z0-9.-]+[a-z0-9])\""
                    + "|report\\(\\s*(?:\"[a-z_]+\"|[a-zA-Z.()]+),\\s*\"([a-z0-9-]+)\",\\s*\"");

    /** Those of the reader of YAML that a playbook can break; the code of all formats has more. */
    private static final Set<String> OF_THE_DOCUMENT = Set.of(
            "file-too-large",
            "not-utf-8",
            "control-character",
            "empty-file",
            "yaml-syntax",
            "several-documents",
            "alias",
            "tag",
            "too-deep",
            "key-not-text",
            "duplicate-key",
            "unknown-key",
            "missing-key",
            "wrong-type",
            "unknown-word",
            "out-of-range");

    /** Made of the word for what is not known. */
    private static final Set<String> OF_NAMES = Set.of(
            "unknown-event",
            "unknown-action",
            "unknown-input",
            "unknown-role",
            "unknown-resource",
            "unknown-aid-step",
            "unknown-playbook");

    private static String page() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A rule of the page with its examples; none for few. */
    record Rule(String id, List<String> bad, List<String> good, String text) {
        @Override
        public String toString() {
            return id;
        }
    }

    static Stream<Rule> rules() {
        return Stream.of(page().split("\n### ", -1)).skip(1).map(section -> {
            String id = section.substring(1, section.indexOf('`', 1));
            return new Rule(id, blocks(section, "bad"), blocks(section, "good"), section);
        });
    }

    private static List<String> blocks(String section, String kind) {
        return Pattern.compile("```yaml\n# " + kind + "\n(.*?)\n```", Pattern.DOTALL)
                .matcher(section)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aBadExampleBreaksItsRuleAndNoOther(Rule rule) {
        assertThat(rule.bad().isEmpty()).isEqualTo(WITHOUT_EXAMPLE.contains(rule.id()));
        for (String example : rule.bad()) {
            List<Problem> problems = CheckedText.problems(CheckedText.whole(example));

            assertThat(problems).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.rule()).isEqualTo(rule.id());
                assertThat(problem.isError()).isNotEqualTo(rule.text().contains("\n\nWarning: "));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aGoodExampleBreaksNone(Rule rule) {
        assertThat(rule.good()).hasSameSizeAs(rule.bad());
        for (String example : rule.good()) {
            assertThat(CheckedText.problems(CheckedText.whole(example))).isEmpty();
        }
    }

    @Test
    void everyRuleOfTheCodeIsOnThePageAndNoOther() {
        Set<String> inCode = new TreeSet<>(OF_THE_DOCUMENT);
        inCode.addAll(OF_NAMES);
        for (Type.Id id : Type.Id.values()) {
            inCode.add("unknown-" + id.label());
        }
        inCode.add("duplicate-name");
        CODE.forEach(folder -> inCode.addAll(namedBelow(folder)));

        List<String> onPage = rules().map(Rule::id).toList();
        assertThat(onPage).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(inCode);
    }

    private static Set<String> namedBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> NAMED.matcher(read(file)).results())
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
