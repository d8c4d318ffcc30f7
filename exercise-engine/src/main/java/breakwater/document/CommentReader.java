package breakwater.document;

import breakwater.document.Comment.Place;
import breakwater.document.CommentSpots.Spot;
import breakwater.problem.Problems;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.events.CommentEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the comments of a YAML text and finds out what each belongs to: what follows it, what stands before it on its
 * line, or, when it is indented deeper than what follows, the collection that ends there.
 */
public final class CommentReader {

    private final List<String> lines;
    private final CommentSpots spots;

    private CommentReader(List<String> lines, CommentSpots spots) {
        this.lines = lines;
        this.spots = spots;
    }

    /**
     * The comments of {@code bytes} in file order; empty when there are more than {@code most}, for each is looked for
     * among all entries. The text must be such that {@link YamlReader} takes it without an error; what the parser
     * throws at any other is passed on.
     */
    public static Optional<List<Comment>> read(String file, byte[] bytes, int most) {
        String text = Utf8.decode(file, bytes, new Problems())
                .orElseThrow(() -> new IllegalArgumentException("The file is no UTF-8."));
        CommentReader reader =
                new CommentReader(text.lines().toList(), CommentSpots.of(text, settings(false)));
        List<Comment> comments = new ArrayList<>();
        for (var event : new Parse(settings(true)).parseString(text)) {
            if (event instanceof CommentEvent comment
                    && comment.getCommentType() != CommentType.BLANK_LINE) {
                if (comments.size() == most) {
                    return Optional.empty();
                }
                comments.add(reader.placed(
                        comment.getStartMark().orElseThrow(),
                        "#" + comment.getValue().stripTrailing()));
            }
        }
        return Optional.of(comments);
    }

    private static LoadSettings settings(boolean comments) {
        return LoadSettings.builder()
                .setUseMarks(true)
                .setParseComments(comments)
                .setCodePointLimit(YamlReader.SIZE_MAX_BYTES)
                .build();
    }

    private Comment placed(Mark mark, String text) {
        boolean alone = line(mark.getLine()).strip().startsWith("#");
        Optional<Spot> beside = alone ? Optional.empty() : spots.onLineOf(mark);
        if (beside.isPresent()) {
            return new Comment(beside.get().path(), Place.BESIDE, text, false);
        }
        boolean blankAfter =
                mark.getLine() + 1 < lines.size() && line(mark.getLine() + 1).isBlank();
        Optional<Spot> ended = spots.endedBefore(mark, alone);
        return ended.isPresent()
                ? new Comment(ended.get().path(), Place.AFTER, text, blankAfter)
                : new Comment(
                        spots.next(mark).orElseThrow().path(), Place.BEFORE, text, blankAfter);
    }

    private String line(int number) {
        return number < lines.size() ? lines.get(number) : "";
    }
}
