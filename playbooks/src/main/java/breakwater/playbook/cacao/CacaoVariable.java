package breakwater.playbook.cacao;

import breakwater.playbook.cacao.json.JsonValue;
import breakwater.playbook.cacao.json.JsonValue.JsonFlag;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.problem.Location;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A variable of a playbook or of one step.
 *
 * @param name with its underscores, {@code __x__}
 * @param at where the name stands
 * @param type a word of the open vocabulary {@code variable-type-ov}, or another
 * @param value empty when unknown ({@code null} or not given), which differs from the empty text
 * @param constant whether it may never be assigned
 * @param external whether whoever starts the playbook gives its value
 */
public record CacaoVariable(
        String name,
        Location at,
        String type,
        Optional<String> value,
        boolean constant,
        boolean external) {

    /** The variables that {@code owner} declares under {@code key}, by name; what is no object is left out. */
    public static Map<String, CacaoVariable> variablesOf(JsonObject owner, String key) {
        Map<String, CacaoVariable> variables = new LinkedHashMap<>();
        owner.findObject(key)
                .ifPresent(all -> all.members().forEach((name, member) -> {
                    if (member.value() instanceof JsonObject body) {
                        variables.put(
                                name,
                                new CacaoVariable(
                                        name,
                                        member.at(),
                                        body.findText("type").orElse(""),
                                        body.findText("value"),
                                        isTrue(body.find("constant")),
                                        isTrue(body.find("external"))));
                    }
                }));
        return variables;
    }

    private static boolean isTrue(Optional<JsonValue> value) {
        return value.filter(found -> found instanceof JsonFlag flag && flag.value())
                .isPresent();
    }
}
