package breakwater.tabletop.files;

import breakwater.document.SourceFile;
import breakwater.keyrate.ShippedProfiles;
import breakwater.network.Network;
import breakwater.network.yaml.NetworkReader;
import breakwater.network.yaml.RegistryRates;
import breakwater.problem.Problem;
import breakwater.problem.Problems;
import breakwater.tabletop.findings.Checked;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A network on disk that stands alone, for exercises to share. */
public final class NetworkFolder {

    private final Path folder;
    private final Problems problems = new Problems();
    private final Intake intake = new Intake(problems);

    public NetworkFolder(Path folder) {
        this.folder = folder;
    }

    /** Whether {@code folder} has YAML files, and none that only an exercise has. */
    public static boolean isOne(Path folder) throws IOException {
        return Files.isDirectory(folder)
                && !ExerciseFolder.isPartOfExercise(folder)
                && !Intake.listYaml(folder).isEmpty();
    }

    /** The whole network, or empty when something is wrong with its files; {@link #problems} then says all of it. */
    public Optional<Network> read() throws IOException {
        List<SourceFile> files = intake.loadNetwork(folder);
        if (problems.hasErrors()) {
            return Optional.empty();
        }
        return NetworkReader.read(files, new RegistryRates(ShippedProfiles.registry()), problems);
    }

    /** Everything that is wrong, in file order. */
    public List<Problem> problems() {
        return intake.problems();
    }

    /** The problems with their source lines, as they are printed. */
    public String explain() {
        return intake.explain();
    }

    /** What came of it, when what was read is {@code good}. */
    public Checked checked(Optional<String> good) {
        return intake.checked(folder, good, "");
    }
}
