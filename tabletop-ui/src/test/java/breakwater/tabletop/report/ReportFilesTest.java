package breakwater.tabletop.report;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.exercise.ExerciseEvent.InjectReleased;
import breakwater.exercise.LogEntry;
import breakwater.report.ReportDocument;
import breakwater.report.ReportDocument.OutageStory;
import breakwater.report.ReportDocument.ServiceStory;
import breakwater.report.ReportDocument.Step;
import breakwater.report.Reporter;
import breakwater.scoring.EntryRef;
import breakwater.scoring.Scorer;
import breakwater.scoring.json.ScorecardJson;
import breakwater.tabletop.drill.DrillRun;
import breakwater.tabletop.drill.ProgressBar;
import breakwater.tabletop.files.ExerciseFolder;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.xml.parsers.DocumentBuilderFactory;

/** The files of a real drill: france-2022, the shipped exercise with the most to tell. */
class ReportFilesTest {

    @TempDir
    private static Path directory;

    private static List<LogEntry> log = List.of();
    private static String page = "";

    @BeforeAll
    static void play() throws Exception {
        var exercise = new ExerciseFolder(Path.of("..", "exercises", "france-2022"))
                .read()
                .orElseThrow();
        log = new DrillRun(exercise, java.util.List.of(), 7)
                .play(directory, 1, new ProgressBar(System.err, exercise.horizonMicros(), false))
                .orElseThrow();
        ReportFiles.write(directory, log);
        page = Files.readString(directory.resolve(ReportFiles.REPORT_PAGE));
    }

    private static Document parsed() throws Exception {
        String xml = page.substring("<!DOCTYPE html>".length());
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.strip().getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(String tag, String style) throws Exception {
        NodeList all = parsed().getElementsByTagName(tag);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (List.of(element.getAttribute("class").split(" ", -1)).contains(style)) {
                found.add(element);
            }
        }
        return found;
    }

    @Test
    void leavesNothingUnfinished() throws Exception {
        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "log.jsonl", "scorecard.json", "report.json", "report.html");
        }
    }

    @Test
    void writesTheSameBytesForTheSameLog(@TempDir Path again) throws Exception {
        ReportFiles.write(again, log);

        for (String file : List.of("scorecard.json", "report.json", "report.html")) {
            assertThat(Files.mismatch(directory.resolve(file), again.resolve(file)))
                    .as(file)
                    .isEqualTo(-1);
        }
    }

    @Test
    void scoresWhatTheLogSays() throws Exception {
        assertThat(Files.readAllBytes(directory.resolve("scorecard.json")))
                .isEqualTo(ScorecardJson.encode(Scorer.score(log)));
    }

    @Test
    void needsNothingButItself() {
        assertThat(page)
                .doesNotContain("http:", "https:", "src=", "@import", "url(", "<script", "<link ");
    }

    @Test
    void isWellFormedAndShowsEveryNodeAndLink() throws Exception {
        assertThat(elements("circle", "node")).hasSize(255);
        assertThat(elements("line", "link")).hasSize(264);
    }

    @Test
    void marksEachReleasedInjectInTheChartsAndTellsOfIt() throws Exception {
        List<String> released = log.stream()
                .filter(e -> e.event() instanceof InjectReleased)
                .map(e -> ((InjectReleased) e.event()).title())
                .toList();

        assertThat(released).isNotEmpty();
        assertThat(elements("g", "inject")).hasSize(2 * released.size());
        assertThat(page).contains(released.stream().map(t -> "<b>" + t + "</b>").toList());
    }

    @Test
    void leadsEveryOutageBackToAnInjectOverEventsOfTheLogInOrder() {
        Map<EntryRef, LogEntry> byRef = new HashMap<>();
        log.forEach(entry -> byRef.put(EntryRef.to(entry), entry));
        ReportDocument report = Reporter.report(Scorer.score(log), log);
        Set<String> injects = new HashSet<>();
        report.injects().forEach(inject -> injects.add(inject.id()));

        assertThat(report.worst()).hasSize(Reporter.WORST_MAX);
        for (ServiceStory story : report.worst()) {
            for (OutageStory outage : story.outages()) {
                assertThat(injects).contains(outage.root());
                assertThat(outage.chain().size()).isBetween(2, 14);
                assertThat(outage.chain()).extracting(Step::timeMicros).isSorted();
                assertThat(outage.chain())
                        .allSatisfy(step -> assertThat(byRef.get(step.entry()))
                                .extracting(LogEntry::timeMicros)
                                .isEqualTo(step.timeMicros()));
            }
        }
    }

    @Test
    void showsNamesAsTextWhateverIsInThem() {
        Markup markup = new Markup();
        markup.element("p", "<script>alert(\"1\")</script>\u0001 & more", "title", "\"><b>");

        assertThat(markup.whole())
                .isEqualTo(
                        "<p title=\"&quot;&gt;&lt;b&gt;\">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;\uFFFD &amp; more</p>");
    }
}
