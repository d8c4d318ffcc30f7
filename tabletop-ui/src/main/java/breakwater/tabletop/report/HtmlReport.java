package breakwater.tabletop.report;

import breakwater.exercise.SimTime;
import breakwater.report.ReportDocument;
import breakwater.report.Wording;
import breakwater.scoring.Curve;
import breakwater.scoring.Measure;

import java.nio.charset.StandardCharsets;

/**
 * {@code report.html}: one file that needs nothing else, no script, no network; the same bytes for the same log. From
 * the few sentences everybody reads to the tables an auditor asks for.
 */
public final class HtmlReport {

    private static final String STYLE = "report.css";

    private final ReportDocument report;
    private final Markup page = new Markup();
    private final InjectMarks injects;
    private final TimeAxis axis;

    private HtmlReport(ReportDocument report) {
        this.report = report;
        this.injects = new InjectMarks(report);
        this.axis = new TimeAxis(report.card().windowSeconds() * SimTime.MICROS_PER_SECOND);
    }

    /** The whole page in UTF-8. */
    public static byte[] encode(ReportDocument report) {
        return new HtmlReport(report).write().getBytes(StandardCharsets.UTF_8);
    }

    private String write() {
        page.raw("<!DOCTYPE html>\n").open("html", "lang", "en");
        PageStyle.head(page, report.card().drill().title(), STYLE);
        page.open("body").open("main");
        title();
        summary();
        new FiguresSection(report, page).headline();
        map();
        curve();
        courses();
        new MselSection(report, page).write();
        new WorstSection(report, page, injects).write();
        new AidSection(report, page).write();
        new TimelineSection(report, page).write();
        new FiguresSection(report, page).tables();
        new ResponseSection(report, page).write();
        new CheckSection(report, page).write();
        page.close().close().close();
        return page.line().whole();
    }

    private void title() {
        var drill = report.card().drill();
        page.open("header");
        page.element("p", "After-action report", "class", "kicker");
        page.element("h1", drill.title());
        page.element(
                "p",
                "Exercise %s · seed %s · %s of scenario time · %s · %s"
                        .formatted(
                                drill.exercise(),
                                drill.seed(),
                                Wording.duration(drill.horizonMicros()),
                                Wording.count(report.card().operators().size(), "operator"),
                                Wording.count(report.network().nodes().size(), "node")),
                "class",
                "facts");
        page.close().line();
    }

    private void summary() {
        page.open("section", "class", "summary", "id", "summary");
        page.element("h2", "What happened");
        page.element("p", report.summary().get(0), "class", "lead");
        page.open("ul");
        report.summary().stream().skip(1).forEach(sentence -> page.element("li", sentence));
        page.close().close().line();
    }

    private void map() {
        page.open("section", "class", "wide", "id", "map");
        page.element("h2", "Where");
        page.element(
                "p",
                "A node that was down is red, the larger the longer; one that ran on its battery and held is amber. Links that gave no key for a time are coloured by the reason. Rest the pointer on anything for its name and times.");
        page.open("p", "class", "legend");
        legend("node-down", "node down");
        legend("node-battery", "on battery, held");
        legend("link-dark", "link without key: an end was down");
        legend("link-cut", "fibre cut");
        legend("link-qber", "error rate too high");
        legend("link-planned", "planned work");
        page.close();
        page.open("figure");
        new NetworkMap(report.network()).draw(page);
        report.attribution().forEach(line -> page.element("figcaption", line));
        page.close().close().line();
    }

    private void legend(String style, String text) {
        page.open("span")
                .element("i", "", "class", style)
                .text(" " + text)
                .close()
                .text(" ");
    }

    private void curve() {
        Curve curve = report.card().federation().curve();
        if (curve == null) {
            return;
        }
        page.open("section", "class", "wide", "id", "curve");
        page.element("h2", "How deep, how long");
        page.element(
                "p",
                "The resilience curve: at each moment the mean over all services of the share of demanded key that was delivered. The shaded area is the resilience loss, %s. Numbers are the injects of the list below, faults filled."
                        .formatted(FigureText.of(
                                Measure.RESILIENCE_LOSS,
                                report.card().federation().figures())));
        page.open("figure");
        new CurveChart(curve, axis).draw(page, injects);
        page.close().close().line();
    }

    private void courses() {
        if (report.courses().isEmpty()) {
            return;
        }
        page.open("section", "class", "wide", "id", "operators");
        page.element("h2", "Who was without what, when");
        String more = report.courses().size() > CourseChart.ROWS_MAX
                ? " %s more were hit less."
                        .formatted(Wording.count(
                                report.courses().size() - CourseChart.ROWS_MAX, "operator"))
                : "";
        page.element(
                "p",
                "Operators that were hit, worst first. Upper lane: nodes on battery and down, below them links without key. Lower lane: services that got no key by the ten-second rule. The darker, the larger the share."
                        + more);
        page.open("p", "class", "legend");
        legend("box-battery", "nodes on battery");
        legend("box-down", "nodes down");
        legend("box-lost", "links without key");
        legend("box-out", "services out");
        page.close();
        page.open("figure");
        new CourseChart(report.courses(), axis).draw(page, injects);
        page.close().close().line();
    }
}
