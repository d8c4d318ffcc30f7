package breakwater.playbook.run;

import breakwater.conductor.DefaultResponders;
import breakwater.document.SourceFile;
import breakwater.keyrate.ShippedProfiles;
import breakwater.network.DomainId;
import breakwater.network.yaml.RegistryRates;
import breakwater.playbook.Step;
import breakwater.playbook.Verb;
import breakwater.playbook.check.CheckedPlaybook;
import breakwater.playbook.check.StepWalk;
import breakwater.playbook.library.ShippedPlaybooks;
import breakwater.playbook.team.Teams;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A drill on the network of {@code exercises/first-drill} in which XA uses one playbook of the library.
 *
 * @param inject what starts it, at 1 h
 * @param people how they answer
 */
record LibraryDrill(String playbook, String inject, Answers people) {

    /** How people answer what the playbook asks. */
    enum Answers {
        /** Always with this option, or the last before it. */
        FIRST,
        SECOND,
        THIRD,
        /** Tasks fail and notices are held. */
        REFUSING,
        /** Nobody is there, so that every default is taken. */
        ABSENT,
        /** Nobody is there, and what broke stays broken for longer than the playbook waits. */
        ABSENT_FOR_LONG
    }

    private static final Path NETWORK = Path.of("..", "exercises", "first-drill", "network");

    private static final String CUT = "fibre-cut: {srlgs: [duct:A2-A3], work: 2 h}";

    private static final String AGREEMENTS = """
            agreements:
              - id: tried
                title: Tried in a test
                parties: [XA, XB]
                packages:
                  - {id: crews, donor: XB, crews: 1, mobilisation: 1 h}
                  - {id: relay, donor: XB, relayBitPerSecond: 500, gateway: gw:XA-XB, mobilisation: 20 min}
            """;

    /** Each playbook, with all answers. */
    static List<LibraryDrill> all() {
        List<LibraryDrill> drills = new ArrayList<>();
        for (Answers people : Answers.values()) {
            for (String playbook : ShippedPlaybooks.IDS) {
                drills.add(new LibraryDrill(playbook, inject(playbook), people));
            }
        }
        return drills;
    }

    private static String inject(String playbook) {
        String fault = fault(playbook);
        return fault.startsWith("message")
                ? fault
                : "rootCause: system-failure, fault: {%s}".formatted(fault);
    }

    private static String fault(String playbook) {
        return switch (playbook) {
            case "regional-power-loss" -> "power-loss: {area: {nodes: [A2]}, outage: 3 h}";
            case "mutual-aid-crews" -> "power-loss: {area: {nodes: [A1, A2, A3]}, outage: 5 h}";
            case "mutual-aid-relay" -> "fibre-cut: {links: [A7~B1], work: 4 h}";
            case "kms-crash" -> "kms-crash: {nodes: [A2], storesLost: false, outage: 2 h}";
            case "qber-alarm" -> "qber-alarm: {links: [A2~A3], investigation: 3 h}";
            case "gateway-closed" ->
                "gateway-limit: {gateways: [gw:XA-XB], by: XB, quotaBitPerSecond: 0, outage: 4 h}";
            case "software-rollback" ->
                "faulty-software: {softwareVersion: Harbour 2.1, rollback: 3 h}";
            case "nis2-notification" -> "fibre-cut: {links: [A2~A3, A3~A4], work: 6 h}";
            case "key-exhaustion" -> "fibre-cut: {srlgs: [duct:A2-A3], work: 6 h}";
            case "node-compromise" -> message(playbook, "A2");
            case "key-api-ddos" -> message("key-api-flood", "A2");
            case "timing-loss" -> message("timing-alarm", "A2~A3");
            default -> CUT;
        };
    }

    private static String message(String topic, String about) {
        return "message: {from: A caller, to: XA, text: Look, reaches: XA, topic: %s, about: %s}"
                .formatted(topic, about);
    }

    List<CheckedPlaybook> playbooks() {
        List<String> texts = new ArrayList<>();
        for (SourceFile file : ShippedPlaybooks.all()) {
            String text = new String(file.bytes(), StandardCharsets.UTF_8);
            texts.add(text.replace("satellite: [none]", "satellite: [A2~A3]"));
        }
        return PlayedPlaybook.check(texts);
    }

    Function<DomainId, Responder> teams(Exercise exercise, List<CheckedPlaybook> playbooks) {
        return new Teams(exercise, playbooks, new DefaultResponders(exercise), 1);
    }

    Exercise exercise() {
        String setting = """
                title: Drill of a shipped playbook
                synopsis: It runs once.
                clock: {horizon: %s h, signallingLatency: 5 s}
                seed: 1
                playbooks: [{use: %s, operators: [XA]}]
                """.formatted(people == Answers.ABSENT_FOR_LONG ? 200 : 24, playbook);
        String scenario = """
                objectives: []
                injects:
                  - {id: begin, title: What starts it, at: 1 h, objectives: [], %s}
                """.formatted(
                people == Answers.ABSENT_FOR_LONG
                        ? inject.replaceAll(
                                "(work|outage|investigation|rollback): [0-9]+ h", "$1: 190 h")
                        : inject);
        Problems problems = new Problems();
        List<SourceFile> files = List.of(
                file("exercise.yaml", setting + roles()),
                file("scenario.yaml", scenario),
                file("network/network.yaml", network()),
                file(ExerciseReader.AGREEMENTS_FILE, AGREEMENTS));
        return ExerciseReader.read(
                        "tried", files, new RegistryRates(ShippedProfiles.registry()), problems)
                .orElseThrow(() -> new AssertionError(problems.inFileOrder()));
    }

    private String roles() {
        if (people == Answers.ABSENT || people == Answers.ABSENT_FOR_LONG) {
            return "";
        }
        Map<String, String> prefers = new LinkedHashMap<>();
        playbooks().stream()
                .filter(checked -> checked.playbook().id().equals(playbook))
                .forEach(
                        checked -> StepWalk.all(checked.playbook(), step -> answer(step, prefers)));
        StringBuilder lines = new StringBuilder("people:\n");
        for (String role : List.of(
                "noc",
                "field",
                "crisis",
                "kms",
                "quantum",
                "security",
                "custodian",
                "compliance",
                "software",
                "control")) {
            lines.append("  - {role: %s, median: 5 min, p95: 15 min, prefers: {".formatted(role));
            prefers.forEach(
                    (step, option) -> lines.append("\"%s\": \"%s\", ".formatted(step, option)));
            lines.append("}}\n");
        }
        return lines.toString();
    }

    private void answer(Step step, Map<String, String> prefers) {
        if (step.verb() instanceof Verb.Decide decide && people != Answers.REFUSING) {
            List<String> options = List.copyOf(decide.options().keySet());
            prefers.put(
                    step.path(),
                    options.get(Math.min(
                            people == Answers.THIRD ? 2 : people == Answers.SECOND ? 1 : 0,
                            options.size() - 1)));
        } else if (step.verb() instanceof Verb.Task && people == Answers.REFUSING) {
            prefers.put(step.path(), "failed");
        } else if (step.verb() instanceof Verb.Notify && people == Answers.REFUSING) {
            prefers.put(step.path(), "hold");
        }
    }

    private static String network() {
        try {
            return Files.readString(NETWORK.resolve("network.yaml"))
                    .replace("peer: XB, agreement", "peer: XB, quotaBitPerSecond: 500, agreement");
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static SourceFile file(String name, String text) {
        return new SourceFile(name, name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return playbook + " " + people;
    }
}
