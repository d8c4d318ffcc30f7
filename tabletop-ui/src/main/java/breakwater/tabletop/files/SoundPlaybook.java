package breakwater.tabletop.files;

import breakwater.document.SourceFile;
import breakwater.playbook.Playbook;
import breakwater.playbook.check.CheckedPlaybook;
import breakwater.playbook.check.PlaybookChecker;
import breakwater.playbook.check.Surroundings;
import breakwater.playbook.library.ShippedPlaybooks;
import breakwater.playbook.yaml.PlaybookReader;
import breakwater.problem.Location;
import breakwater.problem.Nearest;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A playbook that is to be without errors: a file, or one of the shipped library by its id. */
public final class SoundPlaybook {

    private final String name;
    private final Problems problems = new Problems();
    private final Intake intake = new Intake(problems);

    public SoundPlaybook(String name) {
        this.name = name;
    }

    /** The playbook; empty when something is wrong with it, which {@link #explain} then says. */
    public Optional<Playbook> read() throws IOException {
        Path path = Path.of(name);
        Optional<SourceFile> shipped =
                Files.exists(path) ? Optional.empty() : ShippedPlaybooks.find(name);
        if (shipped.isEmpty() && !Files.exists(path)) {
            problems.add(Problem.error(
                    "no-file",
                    Location.startOf(name),
                    "Expected a playbook file or the id of one of the library, found neither.",
                    Nearest.adviceAmong(ShippedPlaybooks.IDS, name)));
            return Optional.empty();
        }
        shipped.ifPresent(intake::remember);
        Optional<SourceFile> file = shipped.isPresent()
                ? shipped
                : intake.load(path, "playbooks/" + path.getFileName());
        Optional<Playbook> read = file.flatMap(found -> PlaybookReader.read(found, problems));
        if (read.isEmpty()) {
            return read;
        }
        Map<String, Playbook> known = new LinkedHashMap<>();
        known.put(read.get().id(), read.get());
        if (shipped.isEmpty()) {
            LoosePlaybooks.neighbours(LoosePlaybooks.parentOf(path))
                    .forEach(other -> known.putIfAbsent(other.id(), other));
        }
        PlaybookFiles.addCalled(known, problems, intake);
        return PlaybookChecker.check(
                        read.get(), Surroundings.UNKNOWN.withPlaybooks(known.values()), problems)
                .map(CheckedPlaybook::playbook);
    }

    /** The problems with their source lines, as they are printed; empty when there are none. */
    public String explain() {
        return intake.problems().isEmpty() ? "" : intake.explain();
    }
}
