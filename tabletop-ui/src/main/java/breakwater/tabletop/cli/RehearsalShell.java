package breakwater.tabletop.cli;

import breakwater.conductor.DefaultResponders;
import breakwater.engine.plan.ExercisePlan;
import breakwater.ensemble.Arm;
import breakwater.ensemble.Comparability;
import breakwater.ensemble.DrillFigure;
import breakwater.ensemble.Rehearsal;
import breakwater.ensemble.RehearsalDocument;
import breakwater.ensemble.RehearsalRequest;
import breakwater.ensemble.json.RehearsalJson;
import breakwater.network.Domain;
import breakwater.network.DomainId;
import breakwater.playbook.check.CheckedPlaybook;
import breakwater.playbook.team.PlannedSteps;
import breakwater.playbook.team.Teams;
import breakwater.problem.Nearest;
import breakwater.scenario.Exercise;
import breakwater.scenario.Response;
import breakwater.tabletop.drill.DrillCount;
import breakwater.tabletop.drill.ThreadedReplications;
import breakwater.tabletop.files.ExerciseFolder;
import breakwater.tabletop.report.RehearsalFiles;
import breakwater.tabletop.report.RehearsalTable;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what is to be rehearsed, plays it, writes and prints what was found. */
final class RehearsalShell {

    /** Names of arms that need no folder. */
    private static final String NOBODY = "nobody";

    private static final String SILENT = "silent:";
    private static final String ABSENT = "absent:";

    /** The exercise without its playbooks. */
    private static final String DEFAULT_POLICY = "default-policy";

    /** The exercise without its agreements. */
    private static final String NO_AID = "no-aid";

    private final CommandLine command;
    private final Request request;

    /** What the user asked for. */
    record Request(
            Path folder,
            Optional<String> other,
            Optional<Long> seed,
            int drills,
            int most,
            Optional<RehearsalRequest.Target> target,
            int threads,
            Optional<Path> out,
            boolean json) {}

    RehearsalShell(CommandLine command, Request request) {
        this.command = command;
        this.request = request;
    }

    /** Returns the exit code. */
    int rehearse() throws IOException {
        Optional<ReadExercise> read = read(request.folder());
        if (read.isEmpty()) {
            return 1;
        }
        Exercise exercise = read.get().exercise();
        Arm arm = read.get().arm(exercise.name(), exercise.response());
        Optional<Arm> other = Optional.empty();
        if (request.other().isPresent()) {
            other = other(read.get(), arm, request.other().get());
            if (other.isEmpty()) {
                return 1;
            }
        }
        Optional<String> objection = objectionTo(arm, other);
        if (objection.isPresent()) {
            return refuse(objection.get());
        }
        return play(new RehearsalRequest(
                arm,
                other,
                request.seed().orElse(exercise.seed()),
                request.drills(),
                request.most(),
                request.target()));
    }

    private Optional<String> objectionTo(Arm arm, Optional<Arm> other) {
        Optional<String> unpaired = other.flatMap(o -> Comparability.findObjection(arm, o));
        if (unpaired.isPresent()) {
            return unpaired;
        }
        boolean hasFirstClass = arm.plan().exercise().network().services().stream()
                .anyMatch(service -> service.priorityClass() == 0);
        return request.target()
                .map(RehearsalRequest.Target::figure)
                .filter(DrillFigure::isOfFirstClass)
                .filter(figure -> !hasFirstClass)
                .map(figure -> "Expected services of class 0 for --until %s, but '%s' has none."
                        .formatted(figure.id(), arm.name()));
    }

    /** An exercise and the playbooks it can use. */
    private record ReadExercise(Exercise exercise, List<CheckedPlaybook> playbooks) {

        /** Who answers: the teams of {@code response}. */
        Arm arm(String name, Response response) {
            return arm(name, exercise.answeredBy(response));
        }

        /** The same teams, but nobody lends anything. */
        Arm withoutAid() {
            return arm(NO_AID, exercise.withoutAid());
        }

        private Arm arm(String name, Exercise played) {
            var policies = new DefaultResponders(played, Teams.lenders(played, playbooks));
            return new Arm(
                    name,
                    ExercisePlan.of(played),
                    seed -> new Teams(played, playbooks, policies, seed),
                    PlannedSteps.of(played, playbooks));
        }
    }

    private Optional<ReadExercise> read(Path path) throws IOException {
        ExerciseFolder folder = new ExerciseFolder(path);
        Optional<Exercise> read = folder.read();
        if (!folder.problems().isEmpty()) {
            command.getErr().print(folder.explain());
            command.getErr().flush();
        }
        return read.map(exercise -> new ReadExercise(exercise, folder.playbooks()));
    }

    /** A folder before a name, so that a folder may be called anything. */
    private Optional<Arm> other(ReadExercise read, Arm arm, String name) throws IOException {
        if (Files.isDirectory(Path.of(name))) {
            return read(Path.of(name))
                    .map(found -> found.arm(
                            distinctName(arm, name, found.exercise()),
                            found.exercise().response()));
        }
        if (name.equals(DEFAULT_POLICY)) {
            return Optional.of(read.arm(DEFAULT_POLICY, Response.NONE));
        }
        if (name.equals(NO_AID)) {
            return Optional.of(read.withoutAid());
        }
        if (name.startsWith(ABSENT)) {
            return absent(read, name);
        }
        if (name.equals(NOBODY)) {
            return Optional.of(arm.withoutAnswers(NOBODY));
        }
        if (name.startsWith(SILENT)) {
            return silent(arm, name);
        }
        refuse(
                "Expected --compare with the folder of an exercise, '%s', '%s', '%s', '%sROLE' or '%sOPERATOR', found '%s'. Maybe the path is misspelt."
                        .formatted(DEFAULT_POLICY, NO_AID, NOBODY, ABSENT, SILENT, name));
        return Optional.empty();
    }

    private Optional<Arm> absent(ReadExercise read, String name) {
        Response response = read.exercise().response();
        List<String> roles = response.people().stream()
                .map(Response.RolePlayed::role)
                .sorted()
                .toList();
        String role = name.substring(ABSENT.length());
        if (!roles.contains(role)) {
            refuse("Expected %s with a role of '%s', found '%s'. %s"
                    .formatted(
                            ABSENT, read.exercise().name(), role, Nearest.adviceAmong(roles, role))
                    .strip());
            return Optional.empty();
        }
        return Optional.of(read.arm(name, response.without(role)));
    }

    private static String distinctName(Arm arm, String path, Exercise exercise) {
        return exercise.name().equals(arm.name()) ? path : exercise.name();
    }

    private Optional<Arm> silent(Arm arm, String name) {
        List<String> ids = arm.plan().exercise().network().domains().stream()
                .map(Domain::id)
                .map(DomainId::value)
                .sorted()
                .toList();
        String id = name.substring(SILENT.length());
        if (!ids.contains(id)) {
            refuse("Expected %s with an operator of '%s', found '%s'. %s"
                    .formatted(SILENT, arm.name(), id, Nearest.adviceAmong(ids, id))
                    .strip());
            return Optional.empty();
        }
        return Optional.of(arm.withoutAnswersOf(name, new DomainId(id)));
    }

    private int refuse(String sentence) {
        command.getErr().println(sentence);
        command.getErr().flush();
        return 1;
    }

    private int play(RehearsalRequest wanted) throws IOException {
        PrintWriter out = command.getOut();
        Exercise exercise = wanted.arm().plan().exercise();
        if (!request.json()) {
            out.printf("%s: %s%n", exercise.name(), exercise.title());
            out.flush();
        }
        int arms = wanted.other().isPresent() ? 2 : 1;
        DrillCount count = new DrillCount(
                System.err,
                wanted.looks().stream().map(look -> look * arms).toList(),
                Boolean.getBoolean(DrillShell.TERMINAL_PROPERTY));
        Optional<RehearsalDocument> found;
        try (ThreadedReplications runner = new ThreadedReplications(request.threads())) {
            found = new Rehearsal(wanted, runner, count::played).play();
        }
        count.end();
        if (found.isEmpty()) {
            return giveUp(exercise);
        }
        // Nothing is written before everything is known: whoever stops it finds no half of it.
        Path directory = request.out().orElse(Path.of("out", "rehearse-" + exercise.name()));
        RehearsalFiles.write(directory, found.get());
        if (request.json()) {
            out.print(new String(RehearsalJson.encode(found.get()), StandardCharsets.UTF_8));
        } else {
            out.print(RehearsalTable.of(found.get()));
            out.printf(
                    "%nPage: %s%nData: %s%n",
                    directory.resolve(RehearsalFiles.PAGE), directory.resolve(RehearsalFiles.JSON));
        }
        out.flush();
        return 0;
    }

    private int giveUp(Exercise exercise) {
        return refuse(String.format(
                Locale.ROOT,
                "%s: Expected drills of at most %,d log entries, but one has more; nothing was written. Maybe things fail less often with a longer 'linkUpMean', or give it a shorter horizon.",
                exercise.name(),
                Exercise.LOG_ENTRIES_MAX));
    }
}
