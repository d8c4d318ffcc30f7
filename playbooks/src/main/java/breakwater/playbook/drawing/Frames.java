package breakwater.playbook.drawing;

import static breakwater.playbook.drawing.BlockLayout.PADDING;
import static breakwater.playbook.drawing.BlockLayout.PADDING_VERTICAL;

import java.util.List;

/** Boxes around steps that hold others, with the ways between them. */
final class Frames {

    /** Wider text is hard to read. */
    private static final int TEXT_WIDTH_MAX = 500;

    /** From a head to where the flow divides, and from where it comes together to the lower edge. */
    private static final int STEM = 10;

    /** From where the flow divides to the branches: room for an arrow. */
    private static final int DROP = 15;

    /** Room for the way back of a loop. */
    private static final int WAY_BACK = 16;

    private static final int NAME_PADDING = 10;

    private Frames() {}

    /** The name of a branch. */
    static Laid name(String name) {
        Canvas canvas = new Canvas();
        int width = Math.min(Face.NAME.width(name), BlockLayout.STEP_WIDTH) + 2 * NAME_PADDING;
        int y = canvas.write(List.of(Said.name(name)), NAME_PADDING, 2, width - 2 * NAME_PADDING);
        return new Laid(canvas.box(width, y + 2, Look.NAME, ""), width / 2, true);
    }

    /**
     * Branches side by side below what is said.
     *
     * @param join how they come together; empty where only one of them is taken
     */
    static Laid branched(String path, List<Said> said, List<Laid> branches, String join) {
        int between = BlockLayout.ASIDE;
        int all = branches.stream().mapToInt(Laid::width).sum() + between * (branches.size() - 1);
        int inner = Math.max(all, BlockLayout.STEP_WIDTH - 2 * PADDING);
        int tallest = branches.stream().mapToInt(Laid::height).max().orElse(0);
        Canvas canvas = new Canvas();
        int head = canvas.write(said, PADDING, PADDING_VERTICAL, Math.min(inner, TEXT_WIDTH_MAX));
        int fork = head + STEM;
        int joint = fork + DROP + tallest + STEM;
        int x = PADDING + (inner - all) / 2;
        Span forked = new Span();
        Span joined = new Span();
        for (Laid branch : branches) {
            int axis = x + branch.axis();
            canvas.put(branch, x, fork + DROP);
            canvas.line(Line.arrow(new Point(axis, fork), new Point(axis, fork + DROP)));
            forked.add(axis);
            if (branch.goesOn()) {
                canvas.line(Line.plain(
                        new Point(axis, fork + DROP + branch.height()), new Point(axis, joint)));
                joined.add(axis);
            }
            x += branch.width() + between;
        }
        int axis = forked.middle();
        canvas.line(Line.plain(new Point(axis, head), new Point(axis, fork)));
        canvas.line(forked.line(fork));
        int bottom = joint;
        if (!joined.isEmpty()) {
            joined.add(axis);
            canvas.line(joined.line(joint));
            bottom = joined(canvas, axis, joint, join);
        }
        return new Laid(
                canvas.box(inner + 2 * PADDING, bottom, Look.FRAME, path), axis, !joined.isEmpty());
    }

    /** Where branches have come together; returns the lower edge of the frame. */
    private static int joined(Canvas canvas, int axis, int joint, String join) {
        int bottom = joint + STEM;
        canvas.line(Line.plain(new Point(axis, joint), new Point(axis, bottom)));
        if (join.isEmpty()) {
            return bottom;
        }
        Laid name = name(join);
        canvas.put(name, axis - name.axis(), bottom);
        int below = bottom + name.height() + STEM;
        canvas.line(Line.plain(new Point(axis, bottom + name.height()), new Point(axis, below)));
        return below;
    }

    /** Steps that are passed again and again. */
    static Laid loop(String path, List<Said> said, Laid body) {
        int inner = Math.max(WAY_BACK + body.width(), BlockLayout.STEP_WIDTH - 2 * PADDING);
        Canvas canvas = new Canvas();
        int head = canvas.write(said, PADDING, PADDING_VERTICAL, Math.min(inner, TEXT_WIDTH_MAX));
        int x = PADDING + WAY_BACK;
        int axis = x + body.axis();
        int fork = head + STEM;
        int top = fork + DROP;
        int joint = top + body.height() + STEM;
        canvas.line(Line.plain(new Point(axis, head), new Point(axis, fork)));
        canvas.line(Line.arrow(new Point(axis, fork), new Point(axis, top)));
        canvas.put(body, x, top);
        if (body.goesOn()) {
            canvas.line(Line.arrow(
                    new Point(axis, top + body.height()),
                    new Point(axis, joint),
                    new Point(PADDING, joint),
                    new Point(PADDING, fork),
                    new Point(axis, fork)));
        }
        return new Laid(
                canvas.box(inner + 2 * PADDING, joint + STEM, Look.FRAME, path), axis, true);
    }

    /** From the leftmost to the rightmost of some places. */
    private static final class Span {

        private int left = Integer.MAX_VALUE;
        private int right = Integer.MIN_VALUE;

        void add(int x) {
            left = Math.min(left, x);
            right = Math.max(right, x);
        }

        boolean isEmpty() {
            return left > right;
        }

        int middle() {
            return (left + right) / 2;
        }

        Line line(int y) {
            return Line.plain(new Point(left, y), new Point(right, y));
        }
    }
}
