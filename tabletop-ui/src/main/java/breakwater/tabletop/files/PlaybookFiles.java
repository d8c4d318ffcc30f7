package breakwater.tabletop.files;

import breakwater.document.SourceFile;
import breakwater.network.Network;
import breakwater.playbook.Playbook;
import breakwater.playbook.check.CheckedPlaybook;
import breakwater.playbook.check.PlaybookChecker;
import breakwater.playbook.check.Surroundings;
import breakwater.playbook.expression.Type;
import breakwater.playbook.library.ShippedPlaybooks;
import breakwater.playbook.yaml.PlaybookReader;
import breakwater.problem.Location;
import breakwater.problem.Nearest;
import breakwater.problem.Problem;
import breakwater.problem.Problems;
import breakwater.scenario.Exercise;
import breakwater.scenario.Response;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The playbooks of an exercise: its own, and those of the shipped library that it uses. */
final class PlaybookFiles {

    /** A library of a whole operator; more are a mistake. */
    private static final int FILES_MAX = 500;

    private PlaybookFiles() {}

    /** The playbook files right in {@code folder}; none when there is no such folder. */
    static List<SourceFile> load(Path folder, Intake intake) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> found;
        try (Stream<Path> all = Files.list(folder)) {
            found = all.filter(
                            file -> file.getFileName().toString().endsWith(PlaybookReader.SUFFIX))
                    .sorted()
                    .limit(FILES_MAX)
                    .toList();
        }
        List<SourceFile> files = new ArrayList<>();
        for (Path file : found) {
            intake.load(file, "playbooks/" + file.getFileName()).ifPresent(files::add);
        }
        return files;
    }

    /** Checks them, with those of the library that are used or called; what is wrong is reported. */
    static List<CheckedPlaybook> check(
            List<SourceFile> files, Optional<Exercise> exercise, Problems problems, Intake intake) {
        Map<String, Playbook> byId = new LinkedHashMap<>();
        for (SourceFile file : files) {
            PlaybookReader.read(file, problems)
                    .ifPresent(playbook -> add(playbook, byId, problems));
        }
        exercise.ifPresent(good -> addUsed(good, byId, problems, intake));
        addCalled(byId, problems, intake);
        Surroundings surroundings = exercise.map(PlaybookFiles::surroundings)
                .orElse(Surroundings.UNKNOWN)
                .withPlaybooks(byId.values());
        List<CheckedPlaybook> checked = new ArrayList<>();
        for (Playbook playbook : byId.values()) {
            PlaybookChecker.check(playbook, surroundings, problems).ifPresent(checked::add);
        }
        return checked;
    }

    static void add(Playbook playbook, Map<String, Playbook> byId, Problems problems) {
        Playbook earlier = byId.putIfAbsent(playbook.id(), playbook);
        if (earlier != null) {
            problems.add(Problem.error(
                    "duplicate-name",
                    playbook.file(),
                    "Expected each playbook to have a name of its own, but '%s' is also in %s."
                            .formatted(playbook.id(), earlier.file().file()),
                    ""));
        }
    }

    private static void addUsed(
            Exercise exercise, Map<String, Playbook> byId, Problems problems, Intake intake) {
        for (Response.Use use : exercise.response().playbooks()) {
            if (byId.containsKey(use.playbook())) {
                continue;
            }
            Optional<SourceFile> shipped = ShippedPlaybooks.find(use.playbook());
            shipped.ifPresent(file -> addShipped(file, byId, problems, intake));
            if (shipped.isEmpty()) {
                Set<String> known = new TreeSet<>(ShippedPlaybooks.IDS);
                known.addAll(byId.keySet());
                problems.add(Problem.error(
                        "unknown-playbook",
                        Location.startOf("exercise.yaml"),
                        "Expected a playbook of the folder 'playbooks' or of the library, but found '%s'."
                                .formatted(use.playbook()),
                        Nearest.adviceAmong(known, use.playbook())));
            }
        }
    }

    private static void addShipped(
            SourceFile file, Map<String, Playbook> byId, Problems problems, Intake intake) {
        intake.remember(file);
        PlaybookReader.read(file, problems)
                .ifPresent(playbook -> byId.put(playbook.id(), playbook));
    }

    /** Playbooks of the library that others call, and those these call; each is added once. */
    static void addCalled(Map<String, Playbook> byId, Problems problems, Intake intake) {
        List<Playbook> next = new ArrayList<>(byId.values());
        while (!next.isEmpty()) {
            Set<String> called = new TreeSet<>();
            next.forEach(playbook -> breakwater.playbook.check.StepWalk.all(playbook, step -> {
                if (step.verb() instanceof breakwater.playbook.Verb.Call call
                        && !byId.containsKey(call.playbook())) {
                    called.add(call.playbook());
                }
            }));
            next.clear();
            for (String id : called) {
                ShippedPlaybooks.find(id)
                        .ifPresent(file -> addShipped(file, byId, problems, intake));
                Optional.ofNullable(byId.get(id)).ifPresent(next::add);
            }
        }
    }

    private static Surroundings surroundings(Exercise exercise) {
        Network network = exercise.network();
        Map<Type.Id, Set<String>> ids = new EnumMap<>(Type.Id.class);
        ids.put(
                Type.Id.LINK,
                names(network.links().stream().map(link -> link.id().value())));
        ids.put(
                Type.Id.NODE,
                names(network.nodes().stream().map(node -> node.id().value())));
        ids.put(
                Type.Id.SERVICE,
                names(network.services().stream().map(service -> service.id().value())));
        ids.put(
                Type.Id.GATEWAY,
                names(network.gateways().stream().map(gateway -> gateway.id().value())));
        ids.put(
                Type.Id.ORGANISATION,
                names(network.domains().stream().map(domain -> domain.id().value())));
        List<Response.RolePlayed> people = exercise.response().people();
        return new Surroundings(
                Map.of(),
                people.isEmpty()
                        ? Optional.empty()
                        : Optional.of(names(people.stream().map(Response.RolePlayed::role))),
                ids);
    }

    private static Set<String> names(Stream<String> all) {
        return all.collect(Collectors.toCollection(TreeSet::new));
    }
}
