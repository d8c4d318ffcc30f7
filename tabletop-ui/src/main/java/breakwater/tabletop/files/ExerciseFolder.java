package breakwater.tabletop.files;

import breakwater.document.SourceFile;
import breakwater.keyrate.ShippedProfiles;
import breakwater.network.yaml.RegistryRates;
import breakwater.playbook.check.CheckedPlaybook;
import breakwater.problem.Location;
import breakwater.problem.Problem;
import breakwater.problem.Problems;
import breakwater.scenario.Exercise;
import breakwater.scenario.yaml.ExerciseReader;
import breakwater.tabletop.findings.Checked;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An exercise on disk: {@code exercise.yaml}, {@code scenario.yaml} and the YAML files of its network. */
public final class ExerciseFolder {

    /** As many as a person takes in at a glance. */
    private static final int NAMED_BELOW_MAX = 8;

    private final Path folder;
    private final Problems problems = new Problems();
    private final Intake intake = new Intake(problems);
    private List<CheckedPlaybook> playbooks = List.of();

    public ExerciseFolder(Path folder) {
        this.folder = folder;
    }

    /** The exercise, or empty when something is wrong with its files; {@link #problems} then says all of it. */
    public Optional<Exercise> read() throws IOException {
        if (!Files.isDirectory(folder)) {
            intake.report("no-exercise", folder, "Expected the folder of an exercise");
            return Optional.empty();
        }
        List<Path> below = exercisesBelow();
        if (!below.isEmpty()) {
            reportExercisesBelow(below);
            return Optional.empty();
        }
        List<SourceFile> files = new ArrayList<>();
        Optional<SourceFile> exerciseFile = intake.load(
                folder.resolve(ExerciseReader.EXERCISE_FILE), ExerciseReader.EXERCISE_FILE);
        Optional<SourceFile> scenarioFile = intake.load(
                folder.resolve(ExerciseReader.SCENARIO_FILE), ExerciseReader.SCENARIO_FILE);
        Path agreements = folder.resolve(ExerciseReader.AGREEMENTS_FILE);
        if (Files.exists(agreements)) {
            intake.load(agreements, ExerciseReader.AGREEMENTS_FILE).ifPresent(files::add);
        }
        exerciseFile.ifPresent(files::add);
        scenarioFile.ifPresent(files::add);
        if (exerciseFile.isPresent()) {
            loadNetwork(exerciseFile.get(), files);
        }
        List<SourceFile> playbookFiles = PlaybookFiles.load(folder.resolve("playbooks"), intake);
        if (problems.hasErrors()) {
            return Optional.empty();
        }
        files.addAll(playbookFiles);
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        Optional<Exercise> exercise = ExerciseReader.read(
                name, files, new RegistryRates(ShippedProfiles.registry()), problems);
        playbooks = PlaybookFiles.check(playbookFiles, exercise, problems, intake);
        return problems.hasErrors() ? Optional.empty() : exercise;
    }

    /** The playbooks that the exercise can use, checked; to be asked after {@link #read}. */
    public List<CheckedPlaybook> playbooks() {
        return playbooks;
    }

    /** Exercises right below this folder, which is then none itself; empty when it may be meant as one. */
    private List<Path> exercisesBelow() throws IOException {
        if (isPartOfExercise(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(ExerciseFolder::isPartOfExercise).sorted().toList();
        }
    }

    /** Whether a file that only an exercise has lies in {@code folder}. */
    static boolean isPartOfExercise(Path folder) {
        return Files.exists(folder.resolve(ExerciseReader.EXERCISE_FILE))
                || Files.exists(folder.resolve(ExerciseReader.SCENARIO_FILE));
    }

    private void reportExercisesBelow(List<Path> below) {
        String named = below.stream()
                .limit(NAMED_BELOW_MAX)
                .map(Intake::shownAs)
                .collect(Collectors.joining(", "));
        int others = below.size() - NAMED_BELOW_MAX;
        problems.add(Problem.error(
                "no-exercise",
                Location.startOf(Intake.shownAs(folder)),
                "Expected the folder of an exercise, but found one with %s."
                        .formatted(
                                below.size() == 1
                                        ? "an exercise in it"
                                        : below.size() + " exercises in it"),
                "Maybe %s: %s%s."
                        .formatted(
                                below.size() == 1 ? "the one" : "one of them",
                                named,
                                others > 0 ? " and %s more".formatted(others) : "")));
    }

    private void loadNetwork(SourceFile exerciseFile, List<SourceFile> files) throws IOException {
        String name = ExerciseReader.networkFolder(exerciseFile);
        Path network;
        try {
            network = folder.resolve(name);
        } catch (InvalidPathException impossible) {
            problems.add(Problem.error(
                    "no-network",
                    Location.startOf(exerciseFile.shownAs()),
                    "Expected a path for 'network', but no folder can have such a name: %s."
                            .formatted(impossible.getReason()),
                    "Maybe write it like ../networks/eu27."));
            return;
        }
        if (!Files.isDirectory(network)) {
            intake.report("no-network", network, "Expected the folder of the exercise's network");
            return;
        }
        files.addAll(intake.loadNetwork(network));
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
