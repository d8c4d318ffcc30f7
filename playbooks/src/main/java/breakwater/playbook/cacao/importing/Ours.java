package breakwater.playbook.cacao.importing;

import breakwater.playbook.cacao.CacaoStep;
import breakwater.playbook.cacao.export.Ids;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What our extension says in a file. */
final class Ours {

    private Ours() {}

    /** What it says of the playbook; empty when it was not exported by this product. */
    static Optional<JsonObject> head(JsonObject playbook) {
        return playbook.findObject("playbook_extensions")
                .flatMap(extensions -> extensions.findObject(Ids.EXTENSION))
                .flatMap(extension -> extension.findObject("head"));
    }

    /** What it says of a step. */
    static Optional<JsonObject> of(CacaoStep step) {
        return step.body()
                .findObject("step_extensions")
                .flatMap(extensions -> extensions.findObject(Ids.EXTENSION));
    }

    /** The copies of {@code finally}: from the first step of each to the end behind it. */
    static Map<String, String> lastly(JsonObject playbook) {
        Map<String, String> copies = new LinkedHashMap<>();
        playbook.findObject("playbook_extensions")
                .flatMap(extensions -> extensions.findObject(Ids.EXTENSION))
                .ifPresent(extension -> extension.listItems("finally").forEach(item -> {
                    if (item instanceof JsonObject copy) {
                        copies.put(
                                copy.findText("begin").orElse(""),
                                copy.findText("end").orElse(""));
                    }
                }));
        return copies;
    }
}
