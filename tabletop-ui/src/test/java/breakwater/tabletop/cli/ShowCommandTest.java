package breakwater.tabletop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.playbook.library.ShippedPlaybooks;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

/** The golden picture is that of the docs; {@code -Dupdate=true} draws it anew. */
class ShowCommandTest {

    private static final Path GOLDEN = Path.of("..", "docs", "images", "mutual-aid-relay.svg");

    @TempDir
    private Path folder = Path.of("");

    static List<String> shipped() {
        return ShippedPlaybooks.IDS;
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aShippedPlaybookIsDrawnAsWellFormedSvgThatSaysWhatItShows(String id) throws Exception {
        Outcome outcome = Outcome.of("playbook", "show", id);

        assertThat(outcome.exit()).isZero();
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(outcome.out().getBytes(StandardCharsets.UTF_8)));
        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).contains(id);
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                .startsWith("Started ");
    }

    @Test
    void theDrawingOfOneOfThemIsTheGoldenOne() throws IOException {
        String svg = Outcome.of("playbook", "show", "mutual-aid-relay").out();
        if (Boolean.getBoolean("update")) {
            Files.writeString(GOLDEN, svg);
        }

        assertThat(svg).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void aFileIsDrawnIntoAnotherOne() throws IOException {
        Path file = folder.resolve("mine.playbook.yaml");
        Path picture = folder.resolve("mine.svg");
        Files.write(file, ShippedPlaybooks.find("fibre-cut").orElseThrow().bytes());

        Outcome outcome =
                Outcome.of("playbook", "show", file.toString(), "--output", picture.toString());

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).isEqualToIgnoringNewLines(picture.toString());
        assertThat(Files.readString(picture))
                .isEqualTo(Outcome.of("playbook", "show", "fibre-cut").out());
    }

    @Test
    void withoutAPlaybookTheLibraryIsListed() {
        Outcome outcome = Outcome.of("playbook", "show");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out().lines().filter(line -> !line.startsWith(" ")))
                .allMatch(line -> line.matches("[a-z0-9-]+ [0-9.]+"))
                .hasSameSizeAs(ShippedPlaybooks.IDS);
        assertThat(outcome.out()).contains("""
                    starts at link.down if event.link.cross_border && event.lasted >= duration('15m')
                """);
    }

    @Test
    void aNameThatIsNoneIsAnsweredWithTheNearest() {
        Outcome outcome = Outcome.of("playbook", "show", "fibre-cur").isSpeech();

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("Expected a file or a playbook of the library")
                .contains("fibre-cut");
    }

    @Test
    void jsonIsRefusedInASentence() {
        Outcome outcome = Outcome.of("playbook", "show", "x.cacao.json").isSpeech();

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).contains("but found JSON, which is how CACAO playbooks");
    }
}
