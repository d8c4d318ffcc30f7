package breakwater.playbook.cacao.check;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.problem.Problem;
import breakwater.problem.Problems;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every file of {@code broken/} is {@code broken/base} with one fault; what is then said must be what stands in its
 * {@code .expected.txt}. To write those anew, then read the difference aloud:
 *
 * <pre>./mvnw -pl playbooks test -Dtest=BrokenCacaoFilesTest -Dupdate=true</pre>
 */
class BrokenCacaoFilesTest {

    private static final boolean UPDATE = Boolean.getBoolean("update");
    private static final Path PAGE = Path.of("..", "docs", "reference", "cacao.md");

    /** Of bytes and sizes: tested where a file would be large or not text. */
    private static final Set<String> WITHOUT_FILE =
            Set.of("file-too-large", "not-utf-8", "too-deep", "too-long", "too-many-values");

    static Stream<Path> brokenFiles() {
        return CacaoFiles.list(CacaoFiles.BROKEN);
    }

    private static Path expectedOf(Path broken) {
        return Path.of(broken.toString().replace(".cacao.json", ".expected.txt"));
    }

    @Test
    void theBaseIsNotBroken() {
        Path base = CacaoFiles.BROKEN.resolve("base").resolve("base.cacao.json");

        assertThat(CacaoFiles.check(CacaoFiles.bytes(base)).inFileOrder()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void sayWhatIsWrongAndWhere(Path broken) throws IOException {
        Problems problems = CacaoFiles.check(CacaoFiles.bytes(broken));

        String said = problems.inFileOrder().stream()
                .map(problem -> (problem.isError() ? "" : "warning: ") + problem + "\n")
                .collect(Collectors.joining());
        if (UPDATE) {
            Files.writeString(expectedOf(broken), said);
        }
        assertThat(said).isNotEmpty().isEqualTo(Files.readString(expectedOf(broken)));
    }

    /** A rule that no file breaks may not work; a rule that no page explains is a riddle. */
    @Test
    void breakEveryRuleOfThePageAndNoOther() throws IOException {
        Set<String> broken = new TreeSet<>(WITHOUT_FILE);
        for (Path file : brokenFiles().toList()) {
            Pattern.compile("\\[([a-z0-9-]+)]( Maybe|$)", Pattern.MULTILINE)
                    .matcher(Files.readString(expectedOf(file)))
                    .results()
                    .map(result -> result.group(1))
                    .forEach(broken::add);
        }

        String page = Files.readString(PAGE);
        String rules = page.substring(page.indexOf("\n## Rules\n") + 1);
        Set<String> explained = Pattern.compile("^\\| `([a-z0-9-]+)` \\|", Pattern.MULTILINE)
                .matcher(rules.substring(0, rules.indexOf("\n## ")))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(explained).isEqualTo(broken);
    }

    @Test
    void adviceBeginsWithMaybe() {
        for (Path file : brokenFiles().toList()) {
            assertThat(CacaoFiles.check(CacaoFiles.bytes(file)).inFileOrder())
                    .extracting(Problem::advice)
                    .allMatch(advice -> advice.isEmpty() || advice.startsWith("Maybe "));
        }
    }
}
