package breakwater.tabletop.files;

import breakwater.document.SourceFile;
import breakwater.playbook.Playbook;
import breakwater.playbook.library.ShippedPlaybooks;
import breakwater.playbook.yaml.PlaybookReader;
import breakwater.problem.Location;
import breakwater.problem.Nearest;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A playbook named on the command line: a file, or the id of one of the shipped library. */
public final class NamedPlaybook {

    private final String name;
    private final Problems problems = new Problems();
    private final Intake intake = new Intake(problems);

    public NamedPlaybook(String name) {
        this.name = name;
    }

    /**
     * The playbook; empty when its file cannot be read or its form is wrong, which {@link #explain} then says. Whether
     * what it says makes sense is not asked.
     */
    public Optional<Playbook> read() throws IOException {
        Optional<SourceFile> source = source();
        source.ifPresent(intake::remember);
        Optional<Playbook> playbook = source.flatMap(file -> PlaybookReader.read(file, problems));
        return problems.hasErrors() ? Optional.empty() : playbook;
    }

    /** The problems with their source lines, as they are printed. */
    public String explain() {
        return intake.explain();
    }

    private Optional<SourceFile> source() throws IOException {
        Path file = Path.of(name);
        if (CacaoFile.isOne(file) || name.endsWith(".json")) {
            refuse(
                    "not-a-playbook",
                    "Expected a playbook of Breakwater (%s), but found JSON, which is how CACAO playbooks are written."
                            .formatted(PlaybookReader.SUFFIX),
                    "Maybe look at it with 'breakwater check'.");
            return Optional.empty();
        }
        if (Files.exists(file) || !isId()) {
            return intake.load(file, "playbooks/" + file.getFileName());
        }
        Optional<SourceFile> shipped = ShippedPlaybooks.find(name);
        if (shipped.isEmpty()) {
            String nearest = Nearest.adviceAmong(ShippedPlaybooks.IDS, name);
            refuse(
                    "unknown-playbook",
                    "Expected a file or a playbook of the library, but found none of this name.",
                    nearest.isEmpty()
                            ? "Maybe look for it in the list: 'breakwater playbook show'."
                            : nearest);
        }
        return shipped;
    }

    /** Whether it is no path: ids have neither dots nor folders. */
    private boolean isId() {
        return name.matches("[A-Za-z0-9_-]{1,80}");
    }

    private void refuse(String rule, String message, String advice) {
        problems.add(Problem.error(rule, Location.startOf(name), message, advice));
    }
}
