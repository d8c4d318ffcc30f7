package breakwater.playbook.drawing;

import java.util.List;

/**
 * A rectangle with what is in it. Its place is in the box around it; all that it holds is placed in itself.
 *
 * @param path the step it stands for; empty for none
 * @param labels its own text, inside it
 * @param lines its own lines
 * @param children inside it, and apart from one another
 */
public record Box(
        int x,
        int y,
        int width,
        int height,
        Look look,
        String path,
        List<Label> labels,
        List<Line> lines,
        List<Box> children) {

    public Box {
        labels = List.copyOf(labels);
        lines = List.copyOf(lines);
        children = List.copyOf(children);
    }

    Box at(int newX, int newY) {
        return new Box(newX, newY, width, height, look, path, labels, lines, children);
    }
}
