package breakwater.tabletop.report;

import breakwater.playbook.drawing.Box;
import breakwater.playbook.drawing.Drawing;
import breakwater.playbook.drawing.Face;
import breakwater.playbook.drawing.Label;
import breakwater.playbook.drawing.Line;
import breakwater.playbook.drawing.Look;
import breakwater.playbook.drawing.Mark;
import breakwater.playbook.drawing.Point;

import java.util.List;
import java.util.Locale;

/**
 * A drawn playbook as SVG: one file without script or font, for a screen or paper. Each box says in its title which
 * step it is. Kinds of boxes differ in words, then in colour; the colours are tints of those of Okabe and Ito (Color
 * Universal Design, 2008), which colour-blind people tell apart.
 */
public final class PlaybookPicture {

    private static final int CORNER = 5;
    private static final int HEAD_LENGTH = 8;

    private static final String STYLE = """
            text{font-family:Arial,Helvetica,'Liberation Sans',sans-serif;fill:#16202c}
            .headline{font-size:18px;font-weight:bold}.name,.strong{font-size:12px;font-weight:bold}
            .text{font-size:13px}.detail{font-size:12px;fill:#33404f}
            .page{fill:#fff}rect{stroke-width:1.3}
            rect.head{fill:#fff;stroke:#8a94a0}rect.start,rect.end{fill:#fff;stroke:#16202c;stroke-width:2}
            rect.action{fill:#e8f2fa;stroke:#0072b2}rect.people{fill:#fdf1dc;stroke:#b36b00}
            rect.message{fill:#f8ebf3;stroke:#a3507f}rect.aid{fill:#e3f4ee;stroke:#007a59}
            rect.time{fill:#f3f0e6;stroke:#6f6a4f}rect.frame{fill:#fafbfc;stroke:#6b7785}
            rect.branch{fill:#fff;stroke:#6b7785;stroke-width:1}
            rect.failure,rect.undo,rect.finally{stroke-dasharray:6 4}
            rect.failure{fill:#fff7f2;stroke:#c04a00}rect.undo{fill:#f7f7f7;stroke:#6b7785}
            rect.finally{fill:#f6f9fc;stroke:#33404f}
            .way{fill:none;stroke:#33404f;stroke-width:1.4}.way.failed{stroke:#c04a00;stroke-dasharray:6 4}
            .tip{fill:#33404f}.tip.failed{fill:#c04a00}
            .mark{fill:none;stroke:#16202c;stroke-width:1.2}.full{fill:#16202c}
            .sign{font-size:10px;font-weight:bold;fill:#fff;text-anchor:middle}
            """;

    private final Markup svg = new Markup();

    private PlaybookPicture() {}

    /** The text of the file. */
    public static String svg(Drawing drawing) {
        return new PlaybookPicture().draw(drawing);
    }

    private String draw(Drawing drawing) {
        Box page = drawing.page();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "width",
                page.width(),
                "height",
                page.height(),
                "viewBox",
                "0 0 %s %s".formatted(page.width(), page.height()),
                "role",
                "img",
                "aria-labelledby",
                "title description");
        svg.line().element("title", drawing.title(), "id", "title");
        svg.line().element("desc", drawing.description(), "id", "description");
        svg.line().open("style").raw("\n" + STYLE).close().line();
        svg.empty("rect", "class", "page", "width", page.width(), "height", page.height());
        inside(page);
        return svg.line().close().line().whole();
    }

    private void box(Box box) {
        svg.line().open("g", "transform", "translate(%s %s)".formatted(box.x(), box.y()));
        if (!box.path().isEmpty()) {
            svg.element("title", box.path());
        }
        if (box.look() != Look.GROUP) {
            boolean round =
                    box.look() == Look.START || box.look() == Look.END || box.look() == Look.NAME;
            svg.empty(
                    "rect",
                    "class",
                    style(box.look()),
                    "width",
                    box.width(),
                    "height",
                    box.height(),
                    "rx",
                    round ? Math.min(box.height() / 2, 14) : CORNER);
        }
        inside(box);
        svg.close();
    }

    private void inside(Box box) {
        box.labels().forEach(this::label);
        box.children().forEach(this::box);
        box.lines().forEach(this::way);
    }

    private static String style(Look look) {
        return look == Look.NAME ? "branch" : look.name().toLowerCase(Locale.ROOT);
    }

    /** Where all widths are known the text is as wide as its place, whatever font is there. */
    private void label(Label label) {
        mark(label);
        String style = label.face().name().toLowerCase(Locale.ROOT);
        if (Face.isMeasured(label.text())) {
            svg.element(
                    "text",
                    label.text(),
                    "class",
                    style,
                    "x",
                    label.x(),
                    "y",
                    label.y(),
                    "textLength",
                    label.width(),
                    "lengthAdjust",
                    "spacingAndGlyphs");
        } else {
            svg.element("text", label.text(), "class", style, "x", label.x(), "y", label.y());
        }
    }

    private void mark(Label label) {
        int x = label.x() - 11;
        int y = label.y() - 4;
        if (label.mark() == Mark.CLOCK) {
            circle("mark", x, y, 6);
            svg.empty("path", "class", "mark", "d", "M%s %sv-4M%s %sl3 2".formatted(x, y, x, y));
        } else if (label.mark() == Mark.LEGAL) {
            svg.empty(
                    "rect", "class", "full", "x", x - 7, "y", y - 7, "width", 14, "height", 14,
                    "rx", 3);
            svg.element("text", "§", "class", "sign", "x", x, "y", y + 3);
        } else if (label.mark() == Mark.PERSON) {
            circle("full", x, y - 3, 3);
            svg.empty(
                    "path", "class", "full", "d", "M%s %sa5 5 0 0 1 10 0z".formatted(x - 5, y + 6));
        } else if (label.mark() == Mark.OPTION) {
            circle("mark", x, y, 4);
        } else if (label.mark() == Mark.DEFAULT) {
            circle("mark", x, y, 4);
            circle("full", x, y, 2);
        }
    }

    private void circle(String style, int x, int y, int radius) {
        svg.empty("circle", "class", style, "cx", x, "cy", y, "r", radius);
    }

    private void way(Line line) {
        List<Point> points = line.points();
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(point.x())
                    .append(' ')
                    .append(point.y());
        }
        String failed = line.failure() ? " failed" : "";
        svg.empty("path", "class", "way" + failed, "d", path.toString());
        if (line.head()) {
            Point tip = points.get(points.size() - 1);
            Point from = points.get(points.size() - 2);
            svg.empty("path", "class", "tip" + failed, "d", tip(tip, from));
        }
    }

    /** Ways are upright or level. */
    private static String tip(Point tip, Point from) {
        int dx = Integer.signum(tip.x() - from.x());
        int dy = Integer.signum(tip.y() - from.y());
        int half = HEAD_LENGTH / 2;
        return "M%s %sl%s %sl%s %sz"
                .formatted(
                        tip.x(),
                        tip.y(),
                        -HEAD_LENGTH * dx - half * dy,
                        -HEAD_LENGTH * dy - half * dx,
                        2 * half * dy,
                        2 * half * dx);
    }
}
