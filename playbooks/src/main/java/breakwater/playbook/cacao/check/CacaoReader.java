package breakwater.playbook.cacao.check;

import breakwater.playbook.cacao.CacaoPlaybook;
import breakwater.playbook.cacao.CacaoStep;
import breakwater.playbook.cacao.json.JsonReader;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.problem.Problems;

import java.util.Map;
import java.util.Optional;

/**
 * Reads a CACAO 2.0 playbook and says all that is wrong with it. Errors are what makes a playbook useless or ambiguous;
 * warnings are what a reader can live with: an unknown property, a condition no machine understands, a step nobody
 * reaches. Pure; takes well under a second for a file of any content.
 */
public final class CacaoReader {

    private CacaoReader() {}

    /**
     * The playbook in {@code bytes}, or empty when {@code problems} got an error about it.
     *
     * @param file the name to report, never opened
     */
    public static Optional<CacaoPlaybook> read(String file, byte[] bytes, Problems problems) {
        int errorsBefore = problems.countErrors();
        return readUnchecked(file, bytes, problems)
                .map(playbook -> {
                    check(playbook, problems);
                    return playbook;
                })
                .filter(playbook -> problems.countErrors() == errorsBefore)
                .map(CacaoPlaybook::of);
    }

    /**
     * The playbook in {@code bytes}, whatever it says, for those who only ask about the file as a whole; empty when it
     * is no JSON, or no playbook of CACAO 2.0, which is reported.
     *
     * @param file the name to report, never opened
     */
    public static Optional<JsonObject> readUnchecked(String file, byte[] bytes, Problems problems) {
        return JsonReader.read(file, bytes, problems)
                .flatMap(root -> Dialect.recognise(root, problems));
    }

    private static void check(JsonObject playbook, Problems problems) {
        Map<String, CacaoStep> steps = CacaoStep.stepsOf(playbook);
        PlaybookShape.PLAYBOOK.check(playbook, problems);
        Times.checkOrder(playbook, "created", "modified", true, problems);
        Times.checkOrder(playbook, "valid_from", "valid_until", false, problems);
        References.check(playbook, steps, problems);
        Flow.check(playbook, steps, problems);
        VariableUse.check(playbook, steps, problems);
    }
}
