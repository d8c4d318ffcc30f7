package breakwater.playbook.check;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.document.SourceFile;
import breakwater.playbook.Playbook;
import breakwater.playbook.library.ShippedPlaybooks;
import breakwater.playbook.yaml.PlaybookReader;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Every fault seeded into one file is found where it is, and none is invented, there or in the shipped library. To
 * write the golden text anew, then read the difference:
 *
 * <pre>./mvnw -pl playbooks -am test -Dtest=SeededFaultsTest -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dupdate=true</pre>
 */
class SeededFaultsTest {

    private static final Path FILE =
            Path.of("src", "test", "resources", "playbooks", "many-faults.playbook.yaml");
    private static final Path EXPECTED =
            Path.of("src", "test", "resources", "playbooks", "many-faults.expected.txt");

    /** {@code # fault: rule at text; rule at text}, where the first character of the text is the place. */
    private static final Pattern SEEDED = Pattern.compile("# fault: (.*)$");

    private static List<String> seeded() throws IOException {
        List<String> faults = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(FILE)) {
            number++;
            Matcher mark = SEEDED.matcher(line);
            if (mark.find()) {
                for (String fault : mark.group(1).split("; ", -1)) {
                    String[] parts = fault.split(" at ", 2);
                    int column = line.indexOf(parts[1]) + 1;
                    faults.add("%s:%s [%s]".formatted(number, column, parts[0]));
                }
            }
        }
        return faults;
    }

    @Test
    void everySeededFaultIsFoundAtItsPlaceAndNoneIsInvented() throws IOException {
        List<Problem> problems = CheckedText.problems(Files.readString(FILE));

        assertThat(seeded()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(problems)
                .extracting(problem -> "%s:%s [%s]"
                        .formatted(
                                problem.location().line(),
                                problem.location().column(),
                                problem.rule()))
                .containsExactlyInAnyOrderElementsOf(seeded());
    }

    @Test
    void whatIsSaidIsWhatStandsInTheGoldenText() throws IOException {
        String said = CheckedText.problems(Files.readString(FILE)).stream()
                .map(problem -> (problem.isError() ? "" : "warning: ") + problem + "\n")
                .collect(Collectors.joining());
        if (Boolean.getBoolean("update")) {
            Files.writeString(EXPECTED, said);
        }

        assertThat(said).isEqualTo(Files.readString(EXPECTED));
    }

    static List<String> shipped() {
        return ShippedPlaybooks.IDS;
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void nothingIsWrongWithTheShippedLibrary(String id) {
        Problems problems = new Problems();
        List<Playbook> all = new ArrayList<>();
        for (SourceFile file : ShippedPlaybooks.all()) {
            PlaybookReader.read(file, problems).ifPresent(all::add);
        }
        Playbook one = all.stream()
                .filter(playbook -> playbook.id().equals(id))
                .findFirst()
                .orElseThrow();
        PlaybookChecker.check(one, Surroundings.UNKNOWN.withPlaybooks(all), problems);

        assertThat(problems.inFileOrder()).isEmpty();
    }
}
