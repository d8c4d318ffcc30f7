package breakwater.playbook.trial;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.document.SourceFile;
import breakwater.playbook.Playbook;
import breakwater.playbook.check.CheckedPlaybook;
import breakwater.playbook.check.PlaybookChecker;
import breakwater.playbook.check.Surroundings;
import breakwater.playbook.trial.judge.Verdict;
import breakwater.playbook.trial.yaml.TrialReader;
import breakwater.playbook.yaml.PlaybookReader;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Playbooks and a test of them, as texts. */
public final class Tried {

    private static final String HEAD = """
            version: 1.0.0
            title: Tried
            types: [mitigation]
            tlp: green
            owner: any
            """;

    private final Map<String, CheckedPlaybook> playbooks = new LinkedHashMap<>();

    private Tried(List<SourceFile> files) {
        Problems problems = new Problems();
        Map<String, Playbook> read = new LinkedHashMap<>();
        files.forEach(file -> PlaybookReader.read(file, problems)
                .ifPresent(playbook -> read.put(playbook.id(), playbook)));
        Surroundings surroundings = Surroundings.UNKNOWN.withPlaybooks(read.values());
        read.values()
                .forEach(playbook -> PlaybookChecker.check(playbook, surroundings, problems)
                        .ifPresent(checked -> playbooks.put(playbook.id(), checked)));
        assertThat(problems.inFileOrder()).filteredOn(Problem::isError).isEmpty();
    }

    /** These playbooks; what every playbook has is added at their begin. */
    public static Tried of(String... texts) {
        List<SourceFile> files = new ArrayList<>();
        for (String text : texts) {
            files.add(file(files.size() + ".playbook.yaml", HEAD + text));
        }
        return new Tried(files);
    }

    /** Files as they are. */
    public static Tried of(Collection<SourceFile> files) {
        return new Tried(List.copyOf(files));
    }

    static SourceFile file(String name, String text) {
        return new SourceFile(name, name, text.getBytes(StandardCharsets.UTF_8));
    }

    public Map<String, CheckedPlaybook> playbooks() {
        return playbooks;
    }

    /** What came of the trials of a test file, which must be sound. */
    public List<Verdict> verdicts(String test) {
        return verdicts(file("a.test.yaml", test));
    }

    /** What came of the trials of a test file, which must be sound. */
    public List<Verdict> verdicts(SourceFile test) {
        Problems problems = new Problems();
        return TrialReader.read(test, plain(), problems)
                .map(file -> Verdict.all(file, playbooks))
                .orElseThrow(() -> new AssertionError(problems.inFileOrder()));
    }

    /** What is wrong with a test file. */
    List<String> problems(String test) {
        Problems problems = new Problems();
        TrialReader.read(file("a.test.yaml", test), plain(), problems);
        return texts(problems.inFileOrder());
    }

    private Map<String, Playbook> plain() {
        Map<String, Playbook> plain = new LinkedHashMap<>();
        playbooks.forEach((id, checked) -> plain.put(id, checked.playbook()));
        return plain;
    }

    /** All that was not as expected in one trial. */
    List<String> misses(String test) {
        List<Problem> misses = new ArrayList<>();
        verdicts(test).forEach(verdict -> misses.addAll(verdict.misses()));
        return texts(misses);
    }

    /** What the only trial's run did. */
    List<String> course(String test) {
        return verdicts(test).get(0).course();
    }

    private static List<String> texts(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.toString().replace("a.test.yaml:", ""))
                .toList();
    }
}
