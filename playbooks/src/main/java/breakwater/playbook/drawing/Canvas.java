package breakwater.playbook.drawing;

import java.util.ArrayList;
import java.util.List;

/** A box that is being filled. */
final class Canvas {

    private final List<Label> labels = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Box> children = new ArrayList<>();

    /** Puts a laid block with its upper left corner there. */
    void put(Laid laid, int x, int y) {
        children.add(laid.box().at(x, y));
    }

    void line(Line line) {
        lines.add(line);
    }

    /**
     * Writes paragraphs, each broken to {@code width}, below one another.
     *
     * @return the lower end
     */
    int write(List<Said> paragraphs, int x, int top, int width) {
        int y = top;
        for (Said said : paragraphs) {
            Mark mark = said.mark();
            int indent = mark == Mark.NONE ? 0 : Label.MARK_WIDTH;
            for (String text : Wrapping.lines(said.text(), said.face(), width - indent)) {
                // A baseline lies a quarter of the size above the lower end.
                int baseline = y
                        + (said.face().lineHeight() + said.face().size()) / 2
                        - said.face().size() / 5;
                labels.add(new Label(x + indent, baseline, text, said.face(), mark));
                mark = Mark.NONE;
                y += said.face().lineHeight();
            }
        }
        return y;
    }

    Box box(int width, int height, Look look, String path) {
        return new Box(0, 0, width, height, look, path, labels, lines, children);
    }
}
