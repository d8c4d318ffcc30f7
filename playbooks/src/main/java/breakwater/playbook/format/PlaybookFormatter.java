package breakwater.playbook.format;

import breakwater.document.Comment;
import breakwater.document.CommentReader;
import breakwater.document.SourceFile;
import breakwater.playbook.Playbook;
import breakwater.playbook.format.LayoutNode.Table;
import breakwater.playbook.yaml.PlaybookReader;
import breakwater.problem.Location;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Brings a playbook file into the one form, comments and all. Pure. */
public final class PlaybookFormatter {

    /** Ten for each line of the longest playbook we know; each is looked for among all entries. */
    private static final int COMMENTS_MAX = 5_000;

    private PlaybookFormatter() {}

    /**
     * The text of {@code file} as {@link PlaybookWriter} has it, with the comments where they belong; formatting that
     * again changes nothing. Empty when the file cannot be read as a playbook; {@code problems} then says why. Only
     * then are warnings of the reader reported too: what is written anew has none.
     */
    public static Optional<String> format(SourceFile file, Problems problems) {
        Problems found = new Problems();
        Optional<Playbook> playbook = PlaybookReader.read(file, found);
        if (playbook.isEmpty() || found.countErrors() > 0) {
            found.inFileOrder().forEach(problems::add);
            return Optional.empty();
        }
        Optional<List<Comment>> comments =
                CommentReader.read(file.shownAs(), file.bytes(), COMMENTS_MAX);
        if (comments.isEmpty()) {
            problems.add(Problem.error(
                    "too-many-comments",
                    Location.startOf(file.shownAs()),
                    "Expected at most %s comments, but found more.".formatted(COMMENTS_MAX),
                    ""));
            return Optional.empty();
        }
        Table layout = PlaybookLayout.of(playbook.get());
        String text = LayoutPrinter.print(layout, CommentBook.of(comments.get(), layout));
        assertKept(playbook.get(), text);
        return Optional.of(text);
    }

    /** Nobody's file is written over with one that says something else. */
    private static void assertKept(Playbook playbook, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Problems problems = new Problems();
        Optional<Playbook> again =
                PlaybookReader.read(new SourceFile("formatted", "formatted", bytes), problems);
        boolean kept = problems.countErrors() == 0
                && again.map(PlaybookWriter::write)
                        .filter(PlaybookWriter.write(playbook)::equals)
                        .isPresent();
        if (!kept) {
            throw new IllegalStateException(
                    "The formatted text of the playbook (%s) does not say the same."
                            .formatted(playbook.id()));
        }
    }
}
