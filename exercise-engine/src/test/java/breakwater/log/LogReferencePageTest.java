package breakwater.log;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.exercise.LogEntry;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Holds the committed files to the table; {@code -Dupdate=true} writes them anew. */
class LogReferencePageTest {

    private static final Path PAGE = Path.of("..", "docs", "reference", "log.md");
    private static final Path GOLDEN =
            Path.of("src", "test", "resources", "breakwater", "log", "golden-v1.jsonl");

    @Test
    void theReferencePageIsUpToDate() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        for (EventKind<?> kind : EventKinds.list()) {
            page.append("| `").append(kind.name()).append("` | ");
            List<String> fields = new ArrayList<>();
            kind.fields().forEach(field -> fields.add("`" + field.name() + "` " + field.shape()));
            page.append(String.join("<br>", fields)).append(" |\n");
        }
        page.append(meanings());

        assertUpToDate(PAGE, page.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theReferencePageSaysWhatEachEventMeans() throws IOException {
        assertThat(EventKinds.list())
                .extracting(EventKind::name)
                .allSatisfy(name -> assertThat(meanings()).contains("**`" + name + "`**"));
    }

    /** The part of the page that is written by hand. */
    private static String meanings() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf("\n## What each event says\n");
        return from < 0 ? "" : page.substring(from);
    }

    @Test
    void theGoldenFileHoldsOneLineOfEachKind() throws IOException {
        RandomEvents random = new RandomEvents(2025);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        LogWriter writer = new LogWriter(lines);
        for (var event : random.oneOfEach()) {
            writer.write(random.entry(event));
        }

        assertUpToDate(GOLDEN, lines.toByteArray());
    }

    @Test
    void theGoldenFileOfVersion1CanBeReadForEver() throws Exception {
        List<LogEntry> entries = new ArrayList<>();
        for (String line : Files.readAllLines(GOLDEN)) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            entries.add(LineParser.parse(bytes, bytes.length, (at, message) -> {}));
            assertThat(new String(
                            LogWriter.encode(entries.get(entries.size() - 1)),
                            StandardCharsets.UTF_8))
                    .isEqualTo(line + "\n");
        }

        assertThat(entries).hasSameSizeAs(EventKinds.list());
    }

    private static void assertUpToDate(Path file, byte[] expected) throws IOException {
        if (Boolean.getBoolean("update")) {
            Files.createDirectories(file.getParent());
            Files.write(file, expected);
        }
        assertThat(Files.readString(file))
                .as("%s; run the test with -Dupdate=true to write it anew", file)
                .isEqualTo(new String(expected, StandardCharsets.UTF_8));
    }

    private static final String HEAD = """
            # The event log, `log.jsonl`

            One JSON object per line, UTF-8, each line ended by a line feed. The log alone is enough to rebuild every state
            and every score of a drill. The table is generated from the one the code uses; schema version 1.

            Every line begins with the same fields, in this order:

            | field | meaning |
            |---|---|
            | `t` | when: whole microseconds since StartEx |
            | `domain` | who recorded it: an operator's domain, or `control` |
            | `seq` | counts up from 0 per domain, without gaps |
            | `type` | kind of event, see below |
            | `cause` | the inject it goes back to; left out when there is none |

            Then the event's own fields follow, all of them, in the order of the table. Lines are ordered by `t`, then
            `domain` (`control` first, then by name), then `seq`. The first line is `drill-opened`.

            The form is canonical: no spaces, numbers and strings as in RFC 8785 (JSON canonicalisation), so that the same
            drill gives the same bytes on every machine. A reader refuses a line in any other form. An amount of key is
            exact: whole bits and millionths of a bit; bounds of such an amount, or of a list, hold for each number in it.
            `drill-closed` comes last, one microsecond after the horizon, and counts all lines. `breakwater score LOG`
            reports whatever is wrong with a log as `file:line:column`.

            | type | fields |
            |---|---|
            """;
}
