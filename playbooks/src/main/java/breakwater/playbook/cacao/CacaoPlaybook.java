package breakwater.playbook.cacao;

import breakwater.playbook.cacao.json.JsonValue.JsonObject;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A playbook that was read and checked.
 *
 * @param root the whole file, with all that this record does not name
 * @param modified its version
 * @param start id of the first step, always a {@code start} step that is in {@code steps}
 * @param exception id of the step for failures that nobody handles, in {@code steps}
 * @param steps by id, in file order
 * @param variables of the playbook, by name
 */
public record CacaoPlaybook(
        JsonObject root,
        String id,
        String name,
        Instant modified,
        String start,
        Optional<String> exception,
        Map<String, CacaoStep> steps,
        Map<String, CacaoVariable> variables) {

    public CacaoPlaybook {
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /**
     * The view of a file that has no errors.
     *
     * @throws java.util.NoSuchElementException if a required property is missing
     * @throws java.time.format.DateTimeParseException if {@code modified} is no time
     */
    public static CacaoPlaybook of(JsonObject root) {
        return new CacaoPlaybook(
                root,
                root.findText("id").orElseThrow(),
                root.findText("name").orElseThrow(),
                Instant.parse(root.findText("modified").orElseThrow()),
                root.findText("workflow_start").orElseThrow(),
                root.findText("workflow_exception"),
                CacaoStep.stepsOf(root),
                CacaoVariable.variablesOf(root, "playbook_variables"));
    }

    /**
     * The step with this id.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    public CacaoStep step(String id) {
        return Optional.ofNullable(steps.get(id)).orElseThrow();
    }

    /**
     * The variable of the playbook with this name.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    public CacaoVariable variable(String name) {
        return Optional.ofNullable(variables.get(name)).orElseThrow();
    }
}
