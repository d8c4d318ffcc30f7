package breakwater.playbook.drawing;

import java.util.List;

/**
 * The way from one box to the next.
 *
 * @param points corners, in the box that holds the line
 * @param head whether it ends in an arrow
 * @param failure whether it is the way after a failure
 */
public record Line(List<Point> points, boolean head, boolean failure) {

    public Line {
        points = List.copyOf(points);
    }

    static Line plain(Point... points) {
        return new Line(List.of(points), false, false);
    }

    static Line arrow(Point... points) {
        return new Line(List.of(points), true, false);
    }

    static Line afterFailure(Point... points) {
        return new Line(List.of(points), true, true);
    }
}
