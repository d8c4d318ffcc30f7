package breakwater.tabletop.files;

import breakwater.document.SourceFile;
import breakwater.playbook.Playbook;
import breakwater.playbook.check.CheckedPlaybook;
import breakwater.playbook.check.PlaybookChecker;
import breakwater.playbook.check.StepWalk;
import breakwater.playbook.check.Surroundings;
import breakwater.playbook.yaml.PlaybookReader;
import breakwater.problem.Problems;
import breakwater.tabletop.findings.Checked;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Playbooks on disk that belong to no exercise: one file, or a folder of them. They may call one another, and those of
 * the shipped library.
 */
public final class LoosePlaybooks {

    /** What nobody can know without an exercise. */
    static final String LEFT_OUT =
            "Not looked up, for there is no exercise: names of links, nodes, services, gateways and operators, and who holds the roles.";

    private final Path path;
    private final Problems problems = new Problems();
    private final Intake intake = new Intake(problems);

    public LoosePlaybooks(Path path) {
        this.path = path;
    }

    /** Whether {@code path} is a playbook file, or a folder that holds some and is no exercise. */
    public static boolean isOne(Path path) throws IOException {
        boolean folder = Files.isDirectory(path)
                && !ExerciseFolder.isPartOfExercise(path)
                && Intake.listYaml(path).stream().anyMatch(LoosePlaybooks::isPlaybook);
        return folder || isPlaybook(path);
    }

    private static boolean isPlaybook(Path file) {
        return Files.isRegularFile(file)
                && String.valueOf(file.getFileName()).endsWith(PlaybookReader.SUFFIX);
    }

    /** The exercise whose folder {@code playbooks} is, or has, {@code path}; empty when it belongs to none. */
    public static Optional<Path> exerciseOf(Path path) {
        boolean isFolder = Files.isDirectory(path);
        Path absolute = path.toAbsolutePath().normalize();
        Path folder = isFolder ? absolute : absolute.getParent();
        if (folder == null || folder.getParent() == null || !folder.endsWith("playbooks")) {
            return Optional.empty();
        }
        Path above = (isFolder ? path : parentOf(path)).resolve("..").normalize();
        return ExerciseFolder.isPartOfExercise(folder.getParent())
                ? Optional.of(above.toString().isEmpty() ? Path.of(".") : above)
                : Optional.empty();
    }

    /** Checks them. */
    public Checked check() throws IOException {
        Path folder = Files.isDirectory(path) ? path : parentOf(path);
        List<SourceFile> named = Files.isDirectory(path)
                ? PlaybookFiles.load(folder, intake)
                : intake.load(path, "playbooks/" + path.getFileName()).stream().toList();
        Map<String, Playbook> read = new LinkedHashMap<>();
        for (SourceFile file : named) {
            PlaybookReader.read(file, problems)
                    .ifPresent(playbook -> PlaybookFiles.add(playbook, read, problems));
        }
        boolean sound = !problems.hasErrors();
        Map<String, Playbook> known = new LinkedHashMap<>(read);
        neighbours(folder).forEach(playbook -> known.putIfAbsent(playbook.id(), playbook));
        PlaybookFiles.addCalled(known, problems, intake);
        Surroundings surroundings = Surroundings.UNKNOWN.withPlaybooks(known.values());
        List<CheckedPlaybook> good = new ArrayList<>();
        for (Playbook playbook : read.values()) {
            PlaybookChecker.check(playbook, surroundings, problems).ifPresent(good::add);
        }
        return intake.checked(
                path,
                sound && !problems.hasErrors() ? Optional.of(contents(good)) : Optional.empty(),
                LEFT_OUT);
    }

    static Path parentOf(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of(".") : parent;
    }

    /** The other playbooks of the folder, which may be called; what is wrong with them is another question. */
    static List<Playbook> neighbours(Path folder) throws IOException {
        Problems theirs = new Problems();
        List<Playbook> neighbours = new ArrayList<>();
        for (SourceFile file : PlaybookFiles.load(folder, new Intake(theirs))) {
            PlaybookReader.read(file, theirs).ifPresent(neighbours::add);
        }
        return neighbours;
    }

    private static String contents(List<CheckedPlaybook> good) {
        int[] steps = {0};
        good.forEach(one -> StepWalk.all(one.playbook(), step -> steps[0]++));
        return good.size() == 1
                ? "Playbook '%s' %s, %s steps."
                        .formatted(
                                good.get(0).playbook().id(),
                                good.get(0).playbook().version(),
                                steps[0])
                : "%s playbooks, %s steps.".formatted(good.size(), steps[0]);
    }
}
