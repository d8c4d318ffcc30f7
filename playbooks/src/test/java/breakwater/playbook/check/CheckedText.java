package breakwater.playbook.check;

import breakwater.document.SourceFile;
import breakwater.playbook.Playbook;
import breakwater.playbook.expression.Type;
import breakwater.playbook.yaml.PlaybookReader;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Playbooks read and checked as a planner's would be, in the small world that the page of rules describes. */
final class CheckedText {

    static final String FILE = "example.playbook.yaml";

    private static final Map<Type.Id, Set<String>> NETWORK = Map.of(
            Type.Id.LINK, Set.of("LISBOA~PORTO"),
            Type.Id.NODE, Set.of("LISBOA", "PORTO"),
            Type.Id.SERVICE, Set.of("BANK"),
            Type.Id.GATEWAY, Set.of("LISBOA~MADRID"),
            Type.Id.ORGANISATION, Set.of("PT", "ES", "FR"));

    private static final Map<String, String> HEAD = Map.of(
            "playbook", "example",
            "version", "1.0.0",
            "title", "Example",
            "types", "[mitigation]",
            "tlp", "green",
            "owner", "any",
            "steps", "[{end: restored}]");

    private CheckedText() {}

    /** What is wrong, in the world of the page. */
    static List<Problem> problems(String text) {
        List<Playbook> others = new ArrayList<>();
        others.add(read(whole("playbook: other"), new Problems()).orElseThrow());
        others.add(read(
                        whole("playbook: calls-example\nsteps: [{call: example, version: 1.0.0}]"),
                        new Problems())
                .orElseThrow());
        return problems(
                text,
                others,
                new Surroundings(Map.of(), Optional.of(Set.of("noc", "crisis")), NETWORK));
    }

    /** What is wrong when nothing is known but the playbook and those it may call. */
    static List<Problem> problemsAlone(String text, List<Playbook> others) {
        return problems(text, others, Surroundings.UNKNOWN);
    }

    private static List<Problem> problems(
            String text, List<Playbook> others, Surroundings surroundings) {
        Problems problems = new Problems();
        read(text, problems).ifPresent(playbook -> {
            List<Playbook> all = new ArrayList<>(others);
            all.add(playbook);
            PlaybookChecker.check(playbook, surroundings.withPlaybooks(all), problems);
        });
        return problems.inFileOrder();
    }

    static Optional<Playbook> read(String text, Problems problems) {
        return read(text.getBytes(StandardCharsets.UTF_8), problems);
    }

    static Optional<Playbook> read(byte[] bytes, Problems problems) {
        return PlaybookReader.read(new SourceFile(FILE, FILE, bytes), problems);
    }

    /** A fragment with the keys that every playbook has; text without any key stays as it is. */
    static String whole(String fragment) {
        boolean keys = fragment.lines().anyMatch(line -> line.matches("[a-z_]+:.*"));
        StringBuilder text = new StringBuilder(fragment);
        HEAD.forEach((key, value) -> {
            if (keys && fragment.lines().noneMatch(line -> line.startsWith(key + ":"))) {
                text.insert(0, key + ": " + value + "\n");
            }
        });
        return text.append('\n').toString();
    }
}
