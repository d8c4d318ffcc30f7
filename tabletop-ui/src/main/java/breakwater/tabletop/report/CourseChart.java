package breakwater.tabletop.report;

import breakwater.exercise.SimTime;
import breakwater.report.ReportDocument.Course;

import java.util.List;

/** The outage timeline: for each operator, above what was lost in its network, below which services went without. */
final class CourseChart {

    /** More rows than a page; the courses come worst first. */
    static final int ROWS_MAX = 16;

    private static final double TOP = 46;
    private static final double ROW = 34;
    private static final double LANE = 13;

    private final List<Course> courses;
    private final TimeAxis axis;

    CourseChart(List<Course> courses, TimeAxis axis) {
        this.courses = courses.subList(0, Math.min(ROWS_MAX, courses.size()));
        this.axis = axis;
    }

    void draw(Markup svg, InjectMarks injects) {
        double bottom = TOP + ROW * courses.size();
        svg.open(
                "svg",
                "viewBox",
                "0 0 " + Markup.decimal(TimeAxis.CHART_WIDTH) + " " + Markup.decimal(bottom + 26),
                "role",
                "img",
                "aria-label",
                "What each operator was without, over time");
        axis.draw(svg, TOP - 6, bottom);
        double y = TOP;
        for (Course course : courses) {
            row(svg, course, y);
            y += ROW;
        }
        injects.draw(svg, axis, 16, bottom);
        svg.close();
    }

    private void row(Markup svg, Course course, double y) {
        svg.element(
                "text",
                course.domain(),
                "class",
                "label",
                "x",
                TimeAxis.LEFT - 62,
                "y",
                y + 19,
                "text-anchor",
                "end");
        lane(svg, "nodes", y + LANE - 3);
        lane(svg, "services", y + 2 * LANE - 2);
        empty(svg, y);
        empty(svg, y + LANE);
        strip(
                svg,
                course,
                course.nodesOnBattery(),
                new Look("battery", course.nodes(), "nodes on battery", y));
        strip(
                svg,
                course,
                course.linksLost(),
                new Look("lost", course.links(), "links without key", y + LANE - 4));
        strip(svg, course, course.nodesDown(), new Look("down", course.nodes(), "nodes down", y));
        strip(
                svg,
                course,
                course.servicesOut(),
                new Look("out", course.services(), "services out", y + LANE));
    }

    private static void lane(Markup svg, String name, double y) {
        svg.element(
                "text",
                name,
                "class",
                "lane",
                "x",
                TimeAxis.LEFT - 8,
                "y",
                y,
                "text-anchor",
                "end");
    }

    private static void empty(Markup svg, double y) {
        svg.empty(
                "rect",
                "class",
                "empty",
                "x",
                TimeAxis.LEFT,
                "y",
                y,
                "width",
                TimeAxis.WIDTH,
                "height",
                LANE - 1);
    }

    private record Look(String style, int of, String what, double y) {}

    /** Equal neighbours are one rectangle; the more of the whole, the darker. */
    private void strip(Markup svg, Course course, List<Integer> counts, Look look) {
        int from = 0;
        for (int i = 1; i <= counts.size(); i++) {
            if (i < counts.size() && counts.get(i).equals(counts.get(from))) {
                continue;
            }
            if (counts.get(from) > 0) {
                block(
                        svg,
                        from * course.binMicros(),
                        i * course.binMicros(),
                        counts.get(from),
                        look);
            }
            from = i;
        }
    }

    private void block(Markup svg, long from, long until, int count, Look look) {
        double share = Math.min(1, count / (double) Math.max(1, look.of));
        double height = look.style.equals("lost") ? 3 : LANE - 1;
        svg.open(
                "rect",
                "class",
                look.style,
                "x",
                axis.x(from),
                "y",
                look.y,
                "width",
                Math.max(0.8, axis.x(until) - axis.x(from)),
                "height",
                height,
                "fill-opacity",
                0.25 + 0.75 * share);
        svg.element(
                "title",
                "%s to %s: %s of %s %s"
                        .formatted(
                                SimTime.format(from),
                                SimTime.format(until),
                                count,
                                look.of,
                                look.what));
        svg.close();
    }
}
