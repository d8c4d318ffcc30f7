package breakwater.playbook.cacao.importing;

import breakwater.document.DocumentNode;
import breakwater.playbook.Playbook;
import breakwater.playbook.cacao.CacaoPlaybook;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.playbook.cacao.json.ObjectBuilder;
import breakwater.playbook.yaml.PlaybookReader;
import breakwater.problem.Problems;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A playbook of CACAO 2.0 as a playbook of ours. Pure. */
public final class CacaoImport {

    private CacaoImport() {}

    /** A playbook and what became of the file it was made of. */
    public record Imported(Playbook playbook, ImportReport report) {}

    /**
     * The playbook; empty when {@code problems} says what is in the way. Whether its names and expressions make sense
     * is another question, as with any playbook that was read.
     *
     * @param cacao without errors
     * @param hash SHA-256 of its file, hexadecimal
     */
    public static Optional<Imported> read(CacaoPlaybook cacao, String hash, Problems problems) {
        int errorsBefore = problems.countErrors();
        Optional<JsonObject> head = Ours.head(cacao.root());
        Foreign foreign = new Foreign(cacao);
        DocumentNode document =
                head.isPresent() ? own(cacao, head.get(), problems) : foreign.document(problems);
        ImportReport report = head.isPresent()
                ? new ImportReport(List.of(), new ObjectBuilder().build())
                : foreign.report();
        return PlaybookReader.read(document, hash, problems)
                .filter(playbook -> problems.countErrors() == errorsBefore)
                .map(playbook -> new Imported(playbook, report));
    }

    private static DocumentNode own(CacaoPlaybook cacao, JsonObject head, Problems problems) {
        Map<String, DocumentNode> keys = Nodes.keys(head);
        keys.putAll(new OwnSteps(cacao, problems).read());
        return Nodes.mapping(head.location(), keys);
    }
}
