package breakwater.document;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.document.DocumentNode.Mapping;
import breakwater.document.DocumentNode.Scalar;
import breakwater.document.DocumentNode.Sequence;
import breakwater.problem.Location;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

class YamlReaderTest {

    private final Problems problems = new Problems();

    private Optional<DocumentNode> read(String text) {
        return YamlReader.read("a.yaml", text.getBytes(StandardCharsets.UTF_8), problems);
    }

    private static DocumentNode value(Mapping mapping, String key) {
        return Optional.ofNullable(mapping.entries().get(key)).orElseThrow().value();
    }

    private List<String> rules() {
        return problems.inFileOrder().stream()
                .map(p -> p.location().line() + ":" + p.location().column() + " " + p.rule())
                .toList();
    }

    @Test
    void keepsWhereEachValueStands() {
        Mapping root = (Mapping) read("name: x\nlist:\n  - 1\n  - {b: \"2\"}\n").orElseThrow();

        Sequence list = (Sequence) value(root, "list");
        Mapping inner = (Mapping) list.items().get(1);
        assertThat(list.items().get(0))
                .isEqualTo(new Scalar(new Location("a.yaml", 3, 5), "1", false));
        assertThat(value(inner, "b"))
                .isEqualTo(new Scalar(new Location("a.yaml", 4, 9), "2", true));
        assertThat(rules()).isEmpty();
    }

    @Test
    void norwayIsText() {
        Sequence root =
                (Sequence) read("[NO, no, on, 012, 0x1F, ~, true, .nan]").orElseThrow();

        assertThat(root.items())
                .extracting(item -> ScalarKind.of((Scalar) item))
                .containsExactly(
                        ScalarKind.TEXT,
                        ScalarKind.TEXT,
                        ScalarKind.TEXT,
                        ScalarKind.NUMBER,
                        ScalarKind.NUMBER,
                        ScalarKind.NOTHING,
                        ScalarKind.FLAG,
                        ScalarKind.NOT_A_NUMBER);
    }

    @Test
    void namesBothPlacesOfAKeyThatStandsTwice() {
        assertThat(read("a: 1\nb: 2\na: 3\n")).isPresent();

        assertThat(rules()).containsExactly("3:1 duplicate-key");
        assertThat(problems.inFileOrder().get(0).message()).contains("line 1");
    }

    @Test
    void doesNotExpandAliases() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 20; i++) {
            bomb.append("a%d: &a%d [".formatted(i, i));
            bomb.append(("*a" + (i - 1) + ", ").repeat(9)).append("]\n");
        }

        assertThat(read(bomb.toString())).isEmpty();

        assertThat(rules()).containsExactly("1:5 alias");
    }

    @Test
    void refusesWhatIsNotUtf8AtItsPlace() {
        byte[] bytes = "a: 1\nb: ä\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(YamlReader.read("a.yaml", bytes, problems)).isEmpty();

        assertThat(rules()).containsExactly("2:4 not-utf-8");
    }

    @Test
    void refusesUtf16() {
        byte[] bytes = "a: 1\n".getBytes(StandardCharsets.UTF_16);

        assertThat(YamlReader.read("a.yaml", bytes, problems)).isEmpty();

        assertThat(rules()).containsExactly("1:1 not-utf-8");
    }

    @Test
    void skipsAByteOrderMark() {
        assertThat(read("\uFEFFa: 1\n")).isPresent();
        assertThat(rules()).isEmpty();
    }

    @Test
    void refusesEmptyFilesTabsControlCharactersAndSecondDocuments() {
        read("");
        read("# only a comment\n");
        read("a:\n\tb: 1\n");
        read("a: 1\nb: \u0001\n");
        read("a: 1\n---\nb: 2\n");

        assertThat(rules())
                .containsExactlyInAnyOrder(
                        "1:1 empty-file",
                        "1:1 empty-file",
                        "2:1 yaml-syntax",
                        "2:4 control-character",
                        "2:1 several-documents");
    }

    @Test
    void refusesDeepNestingWithoutOverflow() {
        read("[".repeat(500_000));
        read("- ".repeat(500_000));

        assertThat(rules()).containsExactly("1:33 too-deep", "1:65 too-deep");
    }

    @Test
    void refusesAFileThatIsTooLargeBeforeReadingIt() {
        byte[] bytes = new byte[10_000_000];
        Arrays.fill(bytes, (byte) '[');

        YamlReader.read("a.yaml", bytes, problems);

        assertThat(rules()).containsExactly("1:1 file-too-large");
    }

    @Test
    void refusesTagsAndKeysThatAreNoText() {
        read("a: !!str 1\n? [x]\n: 1\n");

        assertThat(rules()).containsExactly("1:4 tag", "2:3 key-not-text");
    }

    /** Random edits of a good file: whatever comes, there is a tree or a located problem, and no exception. */
    @Test
    void damagedTextGivesATreeOrAProblem() {
        String good =
                "a: {b: [1, 'x', \"y\"], c: |\n    text\n  d: >-\n    more}\n- &x *y !z ? : %\t# c\n";
        for (int seed = 0; seed < 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
            for (int edits = random.nextInt(1, 12); edits > 0; edits--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(128);
            }
            Problems found = new Problems();

            Optional<DocumentNode> root = YamlReader.read("a.yaml", bytes, found);

            assertThat(root.isPresent() || found.hasErrors())
                    .as("seed %d", seed)
                    .isTrue();
            assertThat(found.inFileOrder()).as("seed %d", seed).allMatch(Problem::isError);
        }
    }
}
