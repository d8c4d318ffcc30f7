package breakwater.tabletop.report;

import breakwater.exercise.SimTime;
import breakwater.report.ReportDocument;
import breakwater.report.ReportDocument.InjectStory;

import java.util.ArrayList;
import java.util.List;

/** Numbers for the rows of the MSEL, the same in every chart and table, and where they stand on the time axis. */
final class InjectMarks {

    private static final double RADIUS = 8.5;
    private static final double GAP = 2 * RADIUS + 2;

    private final List<InjectStory> injects;

    InjectMarks(ReportDocument report) {
        this.injects = report.injects();
    }

    /** Number of a row, from 1; 0 for one that is not in the MSEL. */
    int number(String inject) {
        for (int i = 0; i < injects.size(); i++) {
            if (injects.get(i).id().equals(inject)) {
                return i + 1;
            }
        }
        return 0;
    }

    private record Mark(int number, InjectStory inject, double x, double atX) {}

    /** Circles with numbers around {@code y} and a line down to {@code bottom}; neighbours move apart. */
    void draw(Markup svg, TimeAxis axis, double y, double bottom) {
        List<Mark> marks = marks(axis);
        for (Mark mark : marks) {
            svg.empty(
                    "path",
                    "class",
                    mark.inject.isFault() ? "inject-line fault" : "inject-line",
                    "d",
                    "M%s %sL%s %sV%s"
                            .formatted(
                                    Markup.decimal(mark.x),
                                    Markup.decimal(y),
                                    Markup.decimal(mark.atX),
                                    Markup.decimal(y + GAP),
                                    Markup.decimal(bottom)));
        }
        for (Mark mark : marks) {
            svg.open("g", "class", mark.inject.isFault() ? "inject fault" : "inject");
            svg.element(
                    "title",
                    "%s %s"
                            .formatted(
                                    SimTime.format(mark.inject.releasedMicros()),
                                    mark.inject.title()));
            svg.empty("circle", "cx", mark.x, "cy", y, "r", RADIUS);
            svg.element(
                    "text",
                    Integer.toString(mark.number),
                    "x",
                    mark.x,
                    "y",
                    y + 3.8,
                    "text-anchor",
                    "middle");
            svg.close();
        }
    }

    private List<Mark> marks(TimeAxis axis) {
        List<Mark> marks = new ArrayList<>();
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < injects.size(); i++) {
            InjectStory inject = injects.get(i);
            if (inject.isReleased()) {
                double at = axis.x(inject.releasedMicros());
                double x = Math.max(at, free);
                marks.add(new Mark(i + 1, inject, x, at));
                free = x + GAP;
            }
        }
        return backFromTheEdge(marks);
    }

    /** What was pushed over the right edge moves back, last first. */
    private static List<Mark> backFromTheEdge(List<Mark> marks) {
        double limit = TimeAxis.RIGHT + RADIUS;
        for (int i = marks.size() - 1; i >= 0 && marks.get(i).x > limit; i--) {
            Mark mark = marks.get(i);
            marks.set(i, new Mark(mark.number, mark.inject, limit, mark.atX));
            limit -= GAP;
        }
        return marks;
    }
}
