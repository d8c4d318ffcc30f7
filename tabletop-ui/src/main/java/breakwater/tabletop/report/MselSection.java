package breakwater.tabletop.report;

import breakwater.report.ReportDocument;
import breakwater.report.ReportDocument.InjectStory;
import breakwater.report.ReportDocument.Objective;
import breakwater.report.ReportDocument.Toll;
import breakwater.report.Wording;

import java.util.ArrayList;
import java.util.List;

/** The MSEL as it was played, and the objectives it served. */
final class MselSection {

    private final ReportDocument report;
    private final Markup page;

    MselSection(ReportDocument report, Markup page) {
        this.report = report;
        this.page = page;
    }

    void write() {
        page.open("section", "id", "injects");
        page.element("h2", "Injects and what came of them");
        page.open("ol", "class", "msel");
        report.injects().forEach(this::inject);
        page.close();
        if (!report.objectives().isEmpty()) {
            page.element("h3", "Objectives");
            page.open("ul");
            report.objectives().forEach(this::objective);
            page.close();
        }
        page.close().line();
    }

    private void inject(InjectStory inject) {
        page.open("li", "class", inject.isFault() && inject.isReleased() ? "fault" : "");
        page.element("b", inject.isReleased() ? inject.title() : inject.id());
        page.element(
                "span",
                inject.isReleased()
                        ? "%s · %s"
                                .formatted(
                                        FigureText.moment(inject.releasedMicros()),
                                        Wording.words(inject.kind()))
                        : "not released",
                "class",
                "when");
        if (inject.met() != null) {
            boolean met = inject.met();
            page.element(
                    "span",
                    met ? "taken in time" : "not taken in time",
                    "class",
                    met ? "met" : "missed");
        }
        if (!inject.detail().isEmpty()) {
            page.element("p", inject.detail());
        }
        if (inject.isFault() && inject.isReleased()) {
            page.element("p", toll(inject.toll()));
            page.element(
                    "p",
                    "Root cause (ENISA): %s%s."
                            .formatted(
                                    Wording.words(inject.rootCause().name()),
                                    inject.thirdParty() ? ", at a third party" : ""),
                    "class",
                    "note");
        }
        page.close();
    }

    private static String toll(Toll toll) {
        if (toll.isNothing()) {
            return "Nothing in the log goes back to it.";
        }
        List<String> parts = new ArrayList<>();
        add(parts, toll.nodesOnBattery(), "node", "on battery");
        add(parts, toll.nodesDown(), "node", "down");
        add(parts, toll.linksLost(), "link", "without key");
        add(parts, toll.servicesOut(), "service", "out");
        return "%s, at %s; %s outage user-minutes."
                .formatted(
                        String.join(", ", parts),
                        Wording.count(toll.domainsHit(), "operator"),
                        Wording.about(toll.outageUserMinutes().doubleValue()));
    }

    private static void add(List<String> parts, int count, String noun, String what) {
        if (count > 0) {
            parts.add(Wording.count(count, noun) + " " + what);
        }
    }

    private void objective(Objective objective) {
        page.open("li").text(objective.text());
        page.element("span", String.join(", ", objective.injects()), "class", "when");
        page.close();
    }
}
