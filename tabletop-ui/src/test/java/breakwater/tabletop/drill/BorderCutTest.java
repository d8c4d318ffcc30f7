package breakwater.tabletop.drill;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.exercise.LogEntry;
import breakwater.exercise.MutualAid;
import breakwater.exercise.Responding;
import breakwater.exercise.SimTime;
import breakwater.tabletop.files.ExerciseFolder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The exercise {@code border-cut}: aid is asked, offered, deployed and returned, and the authority is told in time. */
class BorderCutTest {

    private static final Path FOLDER = Path.of("..", "exercises", "border-cut");
    private static final String PLAYBOOK = "playbooks/qkd-link-outage.playbook.yaml";

    private static final List<String> COURSE = List.of(
            "operator-b REQUESTED 2000",
            "operator-b OFFERED 2000",
            "operator-b AGREED 2000",
            "operator-b MOBILISING 2000",
            "operator-b DEPLOYED 2000",
            "operator-b RELEASE_REQUESTED 2000",
            "operator-b DEMOBILISED 2000",
            "operator-b SETTLED 2000");

    @TempDir
    private Path out = Path.of("");

    private List<LogEntry> play(Path exercise) throws IOException {
        ExerciseFolder folder = new ExerciseFolder(exercise);
        var read = folder.read().orElseThrow(() -> new AssertionError(folder.problems()));
        return new DrillRun(read, folder.playbooks(), read.seed())
                .play(
                        out.resolve("drill"),
                        1,
                        new ProgressBar(System.err, read.horizonMicros(), false))
                .orElseThrow();
    }

    private static List<String> aidOf(List<LogEntry> log, String side) {
        return log.stream()
                .filter(entry -> entry.origin().value().equals(side))
                .filter(entry -> entry.event() instanceof MutualAid.AidMoved)
                .map(entry -> (MutualAid.AidMoved) entry.event())
                .map(moved -> "%s %s %s".formatted(moved.donor(), moved.state(), moved.amount()))
                .toList();
    }

    private static <E> E only(List<LogEntry> log, Class<E> kind) {
        List<E> found = log.stream()
                .map(LogEntry::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static void assertThatAidCameAndWentAndTheWarningWasInTime(List<LogEntry> log) {
        // The donor learns of the request as an event of its own, with what it can spare.
        assertThat(only(log, MutualAid.AidAsked.class).committable()).isEqualTo(2000);
        assertThat(aidOf(log, "operator-a")).containsExactlyElementsOf(COURSE);
        assertThat(aidOf(log, "operator-b")).containsExactlyElementsOf(COURSE.subList(1, 8));
        LogEntry warning = log.stream()
                .filter(entry -> entry.event() instanceof Responding.NotificationSent)
                .findFirst()
                .orElseThrow();
        var sent = (Responding.NotificationSent) warning.event();
        assertThat(sent.notice()).isEqualTo("nis2.early-warning");
        assertThat(sent.to()).isEqualTo("national-csirt");
        // The cut comes at 2 h, so the warning is due at 26 h.
        assertThat(warning.timeMicros()).isLessThan(26 * 3_600 * SimTime.MICROS_PER_SECOND);
        assertThat(log.stream().map(LogEntry::event))
                .filteredOn(Responding.ObligationClosed.class::isInstance)
                .hasSize(2)
                .allMatch(event -> ((Responding.ObligationClosed) event).met());
        assertThat(only(log, Responding.PlaybookEnded.class).outcome()).isEqualTo("restored");
    }

    @Test
    void itsPlaybookGetsAidGivesItBackAndWarnsInTime() throws IOException {
        assertThatAidCameAndWentAndTheWarningWasInTime(play(FOLDER));
    }

    /** The example of the language, with the one limit that its own rule on timeouts demands of it. */
    @Test
    void theExampleOfTheLanguageDoesSoToo() throws IOException {
        Path copy = out.resolve("copy");
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = copy.resolve(FOLDER.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        try (InputStream in =
                getClass().getResourceAsStream("/playbooks/qkd-link-outage-1.2.0.yaml")) {
            String example = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(example).contains("with: {link: =inputs.link, class: bulk}\n");
            Files.writeString(
                    copy.resolve(PLAYBOOK),
                    example.replace(
                            "with: {link: =inputs.link, class: bulk}\n",
                            "with: {link: =inputs.link, class: bulk}\n          timeout: 5m\n"));
        }

        assertThatAidCameAndWentAndTheWarningWasInTime(play(copy));
    }
}
