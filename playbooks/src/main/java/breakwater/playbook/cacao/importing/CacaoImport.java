package breakwater.playbook.cacao.importing;

import breakwater.document.DocumentNode;
import breakwater.playbook.Playbook;
import breakwater.playbook.cacao.CacaoPlaybook;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.playbook.yaml.PlaybookReader;
import breakwater.problem.Problems;

import java.util.Map;
import java.util.Optional;

/** A playbook of CACAO 2.0 as a playbook of ours. Pure. */
public final class CacaoImport {

    private CacaoImport() {}

    /**
     * The playbook; empty when {@code problems} says what is in the way.
     *
     * @param cacao without errors
     * @param hash SHA-256 of its file, hexadecimal
     */
    public static Optional<Playbook> read(CacaoPlaybook cacao, String hash, Problems problems) {
        int errorsBefore = problems.countErrors();
        Optional<JsonObject> head = Ours.head(cacao.root());
        if (head.isEmpty()) {
            return Optional.empty();
        }
        Map<String, DocumentNode> keys = Nodes.keys(head.get());
        keys.putAll(new OwnSteps(cacao, problems).read());
        return PlaybookReader.read(Nodes.mapping(head.get().location(), keys), hash, problems)
                .filter(playbook -> problems.countErrors() == errorsBefore);
    }
}
