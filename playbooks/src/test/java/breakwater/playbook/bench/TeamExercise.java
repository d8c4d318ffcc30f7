package breakwater.playbook.bench;

import breakwater.conductor.DefaultResponders;
import breakwater.document.SourceFile;
import breakwater.engine.plan.ExercisePlan;
import breakwater.ensemble.Arm;
import breakwater.keyrate.ShippedProfiles;
import breakwater.network.yaml.RegistryRates;
import breakwater.playbook.Playbook;
import breakwater.playbook.Verb;
import breakwater.playbook.check.CheckedPlaybook;
import breakwater.playbook.check.PlaybookChecker;
import breakwater.playbook.check.StepWalk;
import breakwater.playbook.check.Surroundings;
import breakwater.playbook.library.ShippedPlaybooks;
import breakwater.playbook.team.Teams;
import breakwater.playbook.yaml.PlaybookReader;
import breakwater.problem.Problems;
import breakwater.scenario.Exercise;
import breakwater.scenario.Response;
import breakwater.scenario.yaml.ExerciseReader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A shipped exercise with the playbooks it uses.
 *
 * @param playbooks those it uses and those they call
 */
record TeamExercise(Exercise exercise, List<CheckedPlaybook> playbooks) {

    /** With the copies of library playbooks that lie in its folder. */
    static TeamExercise read(String name) {
        return read(name, true);
    }

    /** With the library's own version of each playbook. */
    static TeamExercise readAsShipped(String name) {
        return read(name, false);
    }

    private static TeamExercise read(String name, boolean copies) {
        Path folder = folder().resolve(name);
        Problems problems = new Problems();
        List<SourceFile> files = new ArrayList<>();
        for (String file : List.of(
                ExerciseReader.EXERCISE_FILE,
                ExerciseReader.SCENARIO_FILE,
                ExerciseReader.AGREEMENTS_FILE)) {
            if (Files.exists(folder.resolve(file))) {
                files.add(load(folder.resolve(file), file));
            }
        }
        String network = ExerciseReader.networkFolder(files.get(0));
        for (Path file : list(folder.resolve(network), ".yaml")) {
            files.add(load(file, ExerciseReader.NETWORK_PREFIX + file.getFileName()));
        }
        Exercise exercise = ExerciseReader.read(
                        name, files, new RegistryRates(ShippedProfiles.registry()), problems)
                .orElseThrow(
                        () -> new IllegalStateException(problems.inFileOrder().toString()));
        List<SourceFile> own = new ArrayList<>();
        if (copies && Files.isDirectory(folder.resolve("playbooks"))) {
            list(folder.resolve("playbooks"), PlaybookReader.SUFFIX)
                    .forEach(file -> own.add(load(file, file.getFileName().toString())));
        }
        return new TeamExercise(exercise, check(exercise, own));
    }

    private static Path folder() {
        Path fromRoot = Path.of("exercises");
        return Files.isDirectory(fromRoot) ? fromRoot : Path.of("..", "exercises");
    }

    private static List<CheckedPlaybook> check(Exercise exercise, List<SourceFile> own) {
        Problems problems = new Problems();
        Map<String, Playbook> known = new LinkedHashMap<>();
        Stream.concat(ShippedPlaybooks.all().stream(), own.stream())
                .flatMap(file -> PlaybookReader.read(file, problems).stream())
                .forEach(playbook -> known.put(playbook.id(), playbook));
        Map<String, Playbook> used = new LinkedHashMap<>();
        for (Response.Use use : exercise.response().playbooks()) {
            use(use.playbook(), known, used);
        }
        Surroundings surroundings = Surroundings.UNKNOWN.withPlaybooks(used.values());
        List<CheckedPlaybook> checked = used.values().stream()
                .flatMap(playbook ->
                        PlaybookChecker.check(playbook, surroundings, problems).stream())
                .toList();
        if (problems.hasErrors()) {
            throw new IllegalStateException(problems.inFileOrder().toString());
        }
        return checked;
    }

    private static void use(String id, Map<String, Playbook> known, Map<String, Playbook> used) {
        Playbook playbook = known.get(id);
        if (playbook == null) {
            throw new IllegalStateException("No playbook (%s) to use.".formatted(id));
        }
        if (used.putIfAbsent(id, playbook) == null) {
            StepWalk.all(playbook, step -> {
                if (step.verb() instanceof Verb.Call call) {
                    use(call.playbook(), known, used);
                }
            });
        }
    }

    private static List<Path> list(Path folder, String suffix) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceFile load(Path file, String name) {
        try {
            return new SourceFile(name, name, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Played with its teams, as a rehearsal does. */
    Arm arm(String name) {
        var policies = new DefaultResponders(exercise, Teams.lenders(exercise, playbooks));
        return new Arm(
                name,
                ExercisePlan.of(exercise),
                seed -> new Teams(exercise, playbooks, policies, seed));
    }

    /** Played with the default policy alone. */
    Arm armOfDefaultPolicy(String name) {
        return Arm.ofDefaultPolicy(name, ExercisePlan.of(exercise.answeredBy(Response.NONE)));
    }

    /** Played with its teams, but nobody lends anything. */
    Arm armWithoutAid(String name) {
        return new TeamExercise(exercise.withoutAid(), playbooks).arm(name);
    }
}
