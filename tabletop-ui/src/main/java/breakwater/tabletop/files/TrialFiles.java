package breakwater.tabletop.files;

import breakwater.document.SourceFile;
import breakwater.playbook.Playbook;
import breakwater.playbook.check.CheckedPlaybook;
import breakwater.playbook.check.PlaybookChecker;
import breakwater.playbook.check.Surroundings;
import breakwater.playbook.library.ShippedPlaybooks;
import breakwater.playbook.trial.TrialFile;
import breakwater.playbook.trial.coverage.Coverage;
import breakwater.playbook.trial.judge.Verdict;
import breakwater.playbook.trial.yaml.TrialReader;
import breakwater.playbook.yaml.PlaybookReader;
import breakwater.problem.Problem;
import breakwater.problem.Problems;
import breakwater.tabletop.findings.Checked;
import breakwater.tabletop.trials.TestedFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Test files of playbooks on disk, played with the playbooks beside them and those of the shipped library. */
public final class TrialFiles {

    /** Deeper than anybody sorts playbooks; keeps a link to a folder above from going on for ever. */
    private static final int DEPTH_MAX = 12;

    private TrialFiles() {}

    /** The test files that {@code path} is or holds, at any depth, in the order of their names. */
    public static List<Path> under(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> all = Files.walk(path, DEPTH_MAX)) {
            return all.filter(file -> Files.isRegularFile(file)
                            && file.getFileName().toString().endsWith(TrialReader.SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    /** Plays the trials of one file. */
    public static TestedFile test(Path path) throws IOException {
        Problems problems = new Problems();
        Intake intake = new Intake(problems);
        Optional<SourceFile> file = intake.load(path, String.valueOf(path.getFileName()));
        Path parent = path.getParent();
        List<SourceFile> beside =
                PlaybookFiles.load(parent == null ? Path.of(".") : parent, intake);
        return test(path.toString(), file, beside, problems, intake);
    }

    /** Plays the tests of the shipped library. */
    public static List<TestedFile> testLibrary() {
        List<TestedFile> tested = new ArrayList<>();
        for (SourceFile file : ShippedPlaybooks.tests()) {
            Problems problems = new Problems();
            Intake intake = new Intake(problems);
            intake.remember(file);
            tested.add(test(file.shownAs(), Optional.of(file), List.of(), problems, intake));
        }
        return tested;
    }

    private static TestedFile test(
            String path,
            Optional<SourceFile> file,
            List<SourceFile> beside,
            Problems problems,
            Intake intake) {
        Map<String, Playbook> known = new LinkedHashMap<>();
        beside.forEach(one -> PlaybookReader.read(one, problems)
                .ifPresent(playbook -> PlaybookFiles.add(playbook, known, problems)));
        ShippedPlaybooks.all()
                .forEach(one -> PlaybookReader.read(one, problems)
                        .ifPresent(playbook -> known.putIfAbsent(playbook.id(), playbook)));
        Map<String, CheckedPlaybook> playbooks = new LinkedHashMap<>();
        Surroundings surroundings = Surroundings.UNKNOWN.withPlaybooks(known.values());
        known.forEach((id, playbook) -> PlaybookChecker.check(playbook, surroundings, problems)
                .ifPresent(checked -> playbooks.put(id, checked)));
        Optional<TrialFile> read = file.filter(there -> !problems.hasErrors())
                .flatMap(there -> TrialReader.read(there, known, problems));
        Checked checked = intake.checked(Path.of(path), Optional.empty(), "");
        List<Problem> errors =
                checked.problems().stream().filter(Problem::isError).toList();
        if (read.isEmpty() || !errors.isEmpty()) {
            return new TestedFile(path, errors, List.of(), Optional.empty(), checked.sources());
        }
        List<Verdict> verdicts = Verdict.all(read.get(), playbooks);
        Optional<Coverage> coverage = Optional.ofNullable(known.get(read.get().playbook()))
                .map(playbook -> Coverage.of(
                        playbook, verdicts.stream().map(Verdict::played).toList()));
        return new TestedFile(path, List.of(), verdicts, coverage, checked.sources());
    }
}
