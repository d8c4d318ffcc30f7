package breakwater.tabletop.report;

import breakwater.exercise.LogEntry;
import breakwater.report.ReportDocument;
import breakwater.report.Reporter;
import breakwater.report.json.ReportJson;
import breakwater.scoring.Scorecard;
import breakwater.scoring.Scorer;
import breakwater.scoring.json.ScorecardJson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The files that stand beside a log, all of them computed from it alone. */
public final class ReportFiles {

    public static final String SCORECARD = "scorecard.json";
    public static final String REPORT_JSON = "report.json";
    public static final String REPORT_PAGE = "report.html";

    private ReportFiles() {}

    /**
     * Scores the log and writes scorecard and report into {@code directory}, which exists. Each file appears under its
     * name only when it is whole.
     */
    public static Scorecard write(Path directory, List<LogEntry> log) throws IOException {
        Scorecard card = Scorer.score(log);
        ReportDocument report = Reporter.report(card, log);
        write(directory.resolve(SCORECARD), ScorecardJson.encode(card));
        write(directory.resolve(REPORT_JSON), ReportJson.encode(report));
        write(directory.resolve(REPORT_PAGE), HtmlReport.encode(report));
        return card;
    }

    /** The file appears under its name only when it is whole. */
    static void write(Path file, byte[] bytes) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        Files.write(unfinished, bytes);
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
