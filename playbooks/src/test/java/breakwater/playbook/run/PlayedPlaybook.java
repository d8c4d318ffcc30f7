package breakwater.playbook.run;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.conductor.Conductor;
import breakwater.conductor.DefaultResponders;
import breakwater.conductor.DomainRunner;
import breakwater.document.SourceFile;
import breakwater.engine.plan.ExercisePlan;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.LogEntry;
import breakwater.exercise.Responding;
import breakwater.exercise.SimTime;
import breakwater.keyrate.ShippedProfiles;
import breakwater.network.DomainId;
import breakwater.network.yaml.RegistryRates;
import breakwater.playbook.Playbook;
import breakwater.playbook.check.CheckedPlaybook;
import breakwater.playbook.check.PlaybookChecker;
import breakwater.playbook.check.Surroundings;
import breakwater.playbook.team.Teams;
import breakwater.playbook.yaml.PlaybookReader;
import breakwater.problem.Problems;
import breakwater.responder.Responder;
import breakwater.scenario.Exercise;
import breakwater.scenario.yaml.ExerciseReader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * {@code exercises/first-drill} with playbooks: at 1 h the cable between A2 and A3 is cut, a crew mends it by about
 * T+09:36.
 */
final class PlayedPlaybook {

    private static final Path FOLDER = Path.of("..", "exercises", "first-drill");

    /** What a playbook that answers the cut needs before its steps. */
    static final String HEAD = """
            playbook: tried
            version: 1.0.0
            title: Tried in a test
            types: [mitigation]
            tlp: green
            owner: XA
            triggers: [{event: link.down, when: event.link.state == 'cut'}]
            inputs: {link: {type: link, from: event.link.id}}
            """;

    private final List<LogEntry> log;

    private PlayedPlaybook(List<LogEntry> log) {
        this.log = log;
    }

    /** Plays the drill with one playbook at XA; {@code people} are lines of that section. */
    static PlayedPlaybook play(String playbook, String... people) {
        return play(List.of(playbook), people);
    }

    /** The first is started by events, the others can be called. */
    static PlayedPlaybook play(List<String> playbooks, String... people) {
        Exercise exercise = exercise(idOf(playbooks.get(0)), people);
        List<CheckedPlaybook> checked = check(playbooks);
        return new PlayedPlaybook(
                log(exercise, new Teams(exercise, checked, new DefaultResponders(exercise), 1)));
    }

    static List<LogEntry> log(Exercise exercise, Function<DomainId, Responder> responders) {
        List<LogEntry> log = new ArrayList<>();
        new Conductor(ExercisePlan.of(exercise), 1, responders, DomainRunner.SEQUENTIAL)
                .play((entries, until) -> log.addAll(entries));
        return log;
    }

    private static String idOf(String playbook) {
        return playbook.lines().findFirst().orElse("").replace("playbook: ", "");
    }

    static List<CheckedPlaybook> check(List<String> playbooks) {
        Problems problems = new Problems();
        List<Playbook> read = new ArrayList<>();
        for (int i = 0; i < playbooks.size(); i++) {
            byte[] bytes = playbooks.get(i).getBytes(StandardCharsets.UTF_8);
            String name = i + ".playbook.yaml";
            PlaybookReader.read(new SourceFile(name, name, bytes), problems).ifPresent(read::add);
        }
        Surroundings surroundings = Surroundings.UNKNOWN.withPlaybooks(read);
        List<CheckedPlaybook> checked = new ArrayList<>();
        read.forEach(playbook ->
                PlaybookChecker.check(playbook, surroundings, problems).ifPresent(checked::add));
        assertThat(problems.inFileOrder())
                .filteredOn(problem -> problem.isError())
                .isEmpty();
        return checked;
    }

    /** XA uses the first, XB the second playbook; {@code agreements} is that file. */
    static PlayedPlaybook playWithAid(String agreements, List<String> playbooks, String... people) {
        StringBuilder uses =
                new StringBuilder("{use: " + idOf(playbooks.get(0)) + ", operators: [XA]}");
        if (playbooks.size() > 1) {
            uses.append(", {use: " + idOf(playbooks.get(1)) + ", operators: [XB]}");
        }
        Exercise exercise = exercise(agreements, uses.toString(), List.of(people));
        return new PlayedPlaybook(log(
                exercise,
                new Teams(exercise, check(playbooks), new DefaultResponders(exercise), 1)));
    }

    static Exercise exercise(String playbook, String... people) {
        return exercise("", "{use: " + playbook + ", operators: [XA]}", List.of(people));
    }

    static Exercise exercise(String agreements, String uses, List<String> people) {
        StringBuilder sections = new StringBuilder("\nplaybooks: [" + uses + "]\n");
        if (!people.isEmpty()) {
            sections.append("people:\n");
            for (String role : people) {
                sections.append("  - ").append(role).append('\n');
            }
        }
        Problems problems = new Problems();
        List<SourceFile> files = new ArrayList<>(List.of(
                file("exercise.yaml", "exercise.yaml", sections.toString()),
                file("scenario.yaml", "scenario.yaml", ""),
                file("network/network.yaml", "network/network.yaml", "")));
        if (!agreements.isEmpty()) {
            files.add(new SourceFile(
                    ExerciseReader.AGREEMENTS_FILE,
                    ExerciseReader.AGREEMENTS_FILE,
                    agreements.getBytes(StandardCharsets.UTF_8)));
        }
        return ExerciseReader.read(
                        "tried", files, new RegistryRates(ShippedProfiles.registry()), problems)
                .orElseThrow(() -> new AssertionError(problems.inFileOrder()));
    }

    private static SourceFile file(String name, String path, String more) {
        try {
            String text = Files.readString(FOLDER.resolve(path)) + more;
            return new SourceFile(name, path, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    List<LogEntry> log() {
        return log;
    }

    /** What playbooks recorded of their steps: {@code T+01:00:05 ask DONE hold by noc}. */
    List<String> steps() {
        List<String> steps = new ArrayList<>();
        for (LogEntry entry : log) {
            if (entry.event() instanceof Responding.StepMoved moved) {
                String attempt = moved.attempt() == 0 ? "" : "~" + moved.attempt();
                steps.add((SimTime.format(entry.timeMicros()) + " " + moved.step() + attempt + " "
                                + moved.state() + " " + moved.detail())
                        .strip());
            }
        }
        return steps;
    }

    /** As {@link #steps}, without times. */
    List<String> course() {
        return steps().stream()
                .map(step -> step.substring("T+00:00:00 ".length()))
                .toList();
    }

    /** How the runs ended, in their order. */
    List<String> outcomes() {
        return events(Responding.PlaybookEnded.class).stream()
                .map(ended -> ended.run() + " " + ended.outcome())
                .toList();
    }

    <E extends ExerciseEvent> List<E> events(Class<E> type) {
        return log.stream()
                .map(LogEntry::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** When the first event of a kind was recorded. */
    String timeOf(Class<? extends ExerciseEvent> type) {
        return log.stream()
                .filter(entry -> type.isInstance(entry.event()))
                .findFirst()
                .map(entry -> SimTime.format(entry.timeMicros()))
                .orElse("never");
    }
}
