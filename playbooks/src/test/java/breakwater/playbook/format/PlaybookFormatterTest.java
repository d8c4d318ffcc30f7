package breakwater.playbook.format;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.document.SourceFile;
import breakwater.playbook.Playbook;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** A formatted playbook says what it said, comments and all; {@code -Dseed=N} formats one of the random ones. */
class PlaybookFormatterTest {

    private static final String HEAD = """
            playbook: p
            version: 1.0.0
            title: t
            types: []
            tlp: green
            owner: o
            """;

    static LongStream seeds() {
        return PlaybookWriterTest.seeds();
    }

    static List<SourceFile> shipped() throws IOException {
        return PlaybookWriterTest.shipped();
    }

    private static SourceFile file(String text) {
        return new SourceFile("p", "p", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String format(String text) {
        Problems problems = new Problems();
        String formatted = PlaybookFormatter.format(file(text), problems).orElse("");
        assertThat(problems.inFileOrder()).isEmpty();
        return formatted;
    }

    private static List<String> commentLines(String text) {
        return text.lines()
                .filter(line -> line.strip().startsWith("#"))
                .map(String::strip)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aShippedPlaybookKeepsItsCommentsInTheirOrder(SourceFile file) {
        String text = new String(file.bytes(), StandardCharsets.UTF_8);

        String formatted = format(text);

        assertThat(commentLines(formatted)).isEqualTo(commentLines(text));
        assertThat(format(formatted)).isEqualTo(formatted);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void withoutCommentsItIsWhatTheWriterWrites(SourceFile file) {
        String bare = new String(file.bytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.strip().startsWith("#"))
                .map(line -> line.replaceAll(" +# .*", ""))
                .reduce("", (all, line) -> all + line + "\n");
        Playbook playbook = PlaybookWriterTest.read(file);

        assertThat(format(bare)).isEqualTo(PlaybookWriter.write(playbook));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noCommentIsLostWhereverItStands(long seed) {
        String text = PlaybookWriter.write(new RandomPlaybooks(seed).playbook());
        List<String> comments = new ArrayList<>();
        String commented = commented(text, new Random(seed), comments);

        String formatted = format(commented);

        assertThat(comments).allSatisfy(comment -> assertThat(formatted).containsOnlyOnce(comment));
        assertThat(format(formatted)).isEqualTo(formatted);
        assertThat(PlaybookWriter.write(PlaybookWriterTest.read(formatted))).isEqualTo(text);
    }

    /** The text with comments before and beside some of its lines; not within blocks of text, where they are text. */
    private static String commented(String text, Random random, List<String> comments) {
        StringBuilder all = new StringBuilder();
        int block = Integer.MAX_VALUE;
        for (String line : text.lines().toList()) {
            int indent = line.length() - line.stripLeading().length();
            if (indent > block || line.isBlank()) {
                all.append(line).append('\n');
                continue;
            }
            int deeper = block < Integer.MAX_VALUE ? 0 : random.nextInt(4);
            if (random.nextInt(4) == 0) {
                all.append(" ".repeat(Math.max(0, indent + deeper - random.nextInt(4))))
                        .append(comment(comments))
                        .append(random.nextInt(4) == 0 ? "\n\n" : "\n");
            }
            all.append(line);
            if (random.nextInt(4) == 0) {
                all.append("   ").append(comment(comments));
            }
            all.append('\n');
            block = line.matches(".* (>-|\\|-?)") ? indent : Integer.MAX_VALUE;
        }
        return all.toString();
    }

    private static String comment(List<String> comments) {
        comments.add("# <c%s>".formatted(comments.size()));
        return comments.get(comments.size() - 1);
    }

    @Test
    void commentsStayWithWhatTheyStandBeforeOrBeside() {
        String written = """
                # yaml-language-server: $schema=x

                # What it is for.
                owner: o    # ours
                playbook: "p"
                version: 1.0.0
                title: 't'
                types: []
                tlp: green
                const: {a: 1, # first
                  # about b
                  b: 120s
                  # no more
                }  # the limits
                steps:

                # what comes first
                - # of the step
                  on_failure: stop    # as always
                  do: qkd.reroute
                  # why not always
                  when: "true"
                  # the end of the step
                - {end: restored}   # done
                # the end of the file
                """;

        assertThat(format(written)).isEqualTo("""
                # yaml-language-server: $schema=x

                # What it is for.
                playbook: p
                version: 1.0.0
                title: t
                types: []
                tlp: green
                owner: o  # ours
                const:  # the limits
                  a: 1  # first
                  # about b
                  b: 2m
                  # no more
                steps:
                  # what comes first
                  # of the step
                  # why not always
                  - when: true
                    do: qkd.reroute
                    # as always
                    # the end of the step
                  - end: restored  # done
                # the end of the file
                """);
    }

    @Test
    void whatCannotBeReadIsNotTouched() {
        Problems problems = new Problems();

        assertThat(PlaybookFormatter.format(file(HEAD + "steps: [{wiat: 5m}]\n"), problems))
                .isEmpty();
        assertThat(problems.inFileOrder()).extracting(Problem::rule).containsExactly("no-verb");
    }

    @Test
    void warningsOfWhatIsMendedAreNotReported() {
        assertThat(format(HEAD.replace("owner: o", "owner: NO") + "steps: [{end: failed}]\n"))
                .contains("owner: \"NO\"\n");
    }

    @Test
    void moreCommentsThanAnybodyWritesAreRefused() {
        Problems problems = new Problems();
        String text = HEAD + "#\n".repeat(100_000) + "steps: [{end: failed}]\n";

        assertThat(PlaybookFormatter.format(file(text), problems)).isEmpty();
        assertThat(problems.inFileOrder())
                .extracting(Problem::rule)
                .containsExactly("too-many-comments");
    }

    @Test
    void aSecondTimeChangesNothingEvenInAFileOfOldWindows() {
        String once = format(
                "\ufeff" + (HEAD + "steps: # all\n- wait: 90s # pause\n").replace("\n", "\r\n"));

        assertThat(once).isEqualTo(HEAD + "steps:  # all\n  - wait: 1m30s  # pause\n");
        assertThat(format(once)).isEqualTo(once);
        assertThat(commentLines(once)).isEmpty();
    }
}
