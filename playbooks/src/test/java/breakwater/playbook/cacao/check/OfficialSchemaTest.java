package breakwater.playbook.cacao.check;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.problem.Problems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Our checks beside OASIS's schema, run as draft-07: we refuse what it refuses, its own bugs excepted, and more. */
class OfficialSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path BASE = CacaoFiles.GOOD.resolve("everything.cacao.json");

    /**
     * Its own bugs: a delay must be at least 1, against its own text; a URL must have a top-level domain of two to six
     * letters; an IPv4 address cannot be given by a variable; the references of an IEP marking must be
     * texts and objects at once.
     */
    private static final Pattern BUG =
            Pattern.compile(".*(delay|url\\[0]|ipv4\\[0]|marking-iep.*external_references.*)");

    private static final Path REFUSED =
            CacaoFiles.GOOD.resolve("right-though-the-schema-refuses-it.cacao.json");

    private static Set<String> refusals(byte[] playbook) throws IOException {
        Set<String> refusals = new TreeSet<>(OfficialSchema.refusals(playbook));
        refusals.removeIf(pointer -> BUG.matcher(pointer).matches());
        return refusals;
    }

    static Stream<Path> goodFiles() {
        return CacaoFiles.list(CacaoFiles.GOOD);
    }

    @ParameterizedTest
    @MethodSource("goodFiles")
    void acceptsOurGoodFilesButForItsOwnBugs(Path file) throws IOException {
        Set<String> refusals = OfficialSchema.refusals(CacaoFiles.bytes(file));

        if (file.equals(REFUSED)) {
            assertThat(refusals)
                    .hasSize(4)
                    .allMatch(pointer -> BUG.matcher(pointer).matches());
        } else {
            assertThat(refusals).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "completion-and-success",
                "no-next-step",
                "dangling-step",
                "dangling-start",
                "dangling-agent",
                "misspelt-property",
                "wrong-step-prefix",
                "manual-without-command",
                "undefined-variable",
                "bad-variable-name",
                "value-is-no-integer",
                "created-with-microseconds",
                "modified-before-created",
                "negative-timeout",
                "own-successor",
                "garbage-condition",
                "playbook-action-as-case"
            })
    void acceptsFaultsThatWeFind(String fault) throws IOException {
        byte[] bytes = CacaoFiles.bytes(CacaoFiles.BROKEN.resolve(fault + ".cacao.json"));

        assertThat(refusals(bytes)).isEmpty();
        assertThat(CacaoFiles.check(bytes).inFileOrder()).isNotEmpty();
    }

    static Stream<Path> brokenFiles() {
        return CacaoFiles.list(CacaoFiles.BROKEN);
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void refusesNoBrokenFileThatWeAccept(Path file) throws IOException {
        byte[] bytes = CacaoFiles.bytes(file);
        Problems problems = CacaoFiles.check(bytes);
        boolean json = problems.inFileOrder().stream()
                .noneMatch(problem ->
                        Set.of("json-syntax", "bad-number", "empty-file").contains(problem.rule()));

        if (json && !refusals(bytes).isEmpty()) {
            assertThat(problems.hasErrors()).isTrue();
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void refusesNoMutantThatWeAccept(int seed) throws IOException {
        JsonNode mutant = Mutations.mutate(JSON.readTree(CacaoFiles.bytes(BASE)), seed);
        byte[] bytes = JSON.writeValueAsBytes(mutant);

        Problems problems = CacaoFiles.check(bytes);

        Set<String> refusals = refusals(bytes);
        if (!refusals.isEmpty()) {
            assertThat(problems.hasErrors())
                    .as("refused by the schema at %s: %s", refusals, mutant)
                    .isTrue();
        }
    }
}
