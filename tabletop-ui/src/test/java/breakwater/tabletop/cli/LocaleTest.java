package breakwater.tabletop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Same inputs, same bytes: whichever digits, separators and capitals the machine is used to. */
class LocaleTest {

    private static final Path EXERCISES = Path.of("..", "exercises");

    private final Locale own = Locale.getDefault();

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void giveTheLocaleBack() {
        Locale.setDefault(own);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "tr", "de", "hi-IN-u-nu-deva"})
    void everyFileAndEveryWordIsTheSameInEveryLocale(String tag) throws IOException {
        Map<String, String> plain = everythingUnder(Locale.ROOT);

        Map<String, String> elsewhere = everythingUnder(Locale.forLanguageTag(tag));

        assertThat(plain)
                .containsKeys("drill/report.html", "geant/network/links.yaml", "eu27/links.yaml");
        assertThat(elsewhere.keySet()).isEqualTo(plain.keySet());
        plain.forEach((name, text) -> assertThat(elsewhere.get(name)).as(name).isEqualTo(text));
    }

    /** What the commands print and write, by the name of the command or file. */
    private Map<String, String> everythingUnder(Locale locale) throws IOException {
        Locale.setDefault(locale);
        Path here = folder.resolve(locale.toLanguageTag());
        String drill = here.resolve("drill").toString();
        String geant = here.resolve("geant").toString();
        List<List<String>> commands = List.of(
                List.of("run", EXERCISES.resolve("first-drill").toString(), "--out", drill),
                List.of("score", drill),
                List.of(
                        "network",
                        "import",
                        EXERCISES.resolve("topologies/Geant2012.graphml").toString(),
                        "--domains",
                        "12",
                        "--out",
                        geant),
                List.of("network", "eu27", "--out", here.resolve("eu27").toString()),
                List.of("check", geant),
                List.of("check", drill),
                List.of("profile", "rate", "gys-infinite-decoy", "--km", "100.5"));
        Map<String, String> found = new TreeMap<>();
        for (List<String> command : commands) {
            Outcome outcome = Outcome.of(command.toArray(String[]::new));
            String said = outcome.exit() + outcome.text();
            found.put(String.valueOf(found.size()), said.replace(here.toString(), "HERE"));
        }
        try (Stream<Path> files = Files.walk(here)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.put(here.relativize(file).toString(), Files.readString(file));
            }
        }
        return found;
    }

    @Test
    void mainDoesNotSpeakTheLanguageOfTheMachine() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));

        Breakwater.execute("--version");

        assertThat(Locale.getDefault()).isEqualTo(Locale.ROOT);
        assertThat(Locale.getDefault(Locale.Category.FORMAT)).isEqualTo(Locale.ROOT);
    }
}
