package breakwater.tabletop.report;

import breakwater.ensemble.RehearsalDocument;
import breakwater.ensemble.json.RehearsalJson;
import breakwater.tabletop.files.OutputFolder;

import java.io.IOException;
import java.nio.file.Path;

/** What a rehearsal leaves. */
public final class RehearsalFiles {

    public static final String JSON = "rehearsal.json";
    public static final String PAGE = "rehearsal.html";

    private RehearsalFiles() {}

    /**
     * Writes both files into {@code directory}, which is made when missing. Each appears under its name only when it is
     * whole.
     */
    public static void write(Path directory, RehearsalDocument document) throws IOException {
        byte[] json = RehearsalJson.encode(document);
        byte[] page = RehearsalPage.encode(document);
        OutputFolder.create(directory);
        ReportFiles.write(directory.resolve(JSON), json);
        ReportFiles.write(directory.resolve(PAGE), page);
    }
}
