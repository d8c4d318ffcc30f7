package breakwater.playbook.cacao.check;

import breakwater.playbook.cacao.CacaoStep;
import breakwater.playbook.cacao.CacaoVariable;
import breakwater.playbook.cacao.Condition;
import breakwater.playbook.cacao.StepType;
import breakwater.playbook.cacao.json.JsonValue;
import breakwater.playbook.cacao.json.JsonValue.JsonList;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.playbook.cacao.json.JsonValue.JsonText;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every variable that a step or an agent uses is declared, and conditions are conditions. */
final class VariableUse {

    private final Map<String, CacaoVariable> global;
    private final Problems problems;
    private final Suggestions suggestions = new Suggestions();

    private VariableUse(Map<String, CacaoVariable> global, Problems problems) {
        this.global = global;
        this.problems = problems;
    }

    static void check(JsonObject playbook, Map<String, CacaoStep> steps, Problems problems) {
        VariableUse use = new VariableUse(
                CacaoVariable.variablesOf(playbook, "playbook_variables"), problems);
        steps.values().forEach(use::check);
        // A step's own variables reach the agents it uses, too: only what no step declares is
        // missing.
        Map<String, CacaoVariable> ofAnyStep = new LinkedHashMap<>();
        steps.values()
                .forEach(step ->
                        ofAnyStep.putAll(CacaoVariable.variablesOf(step.body(), "step_variables")));
        Scope scope = new Scope(ofAnyStep, use.global);
        for (String agents : List.of(
                "agent_definitions", "target_definitions", "authentication_info_definitions")) {
            playbook.findObject(agents).ifPresent(all -> use.checkTexts(all, scope));
        }
    }

    private void check(CacaoStep step) {
        Scope scope = new Scope(CacaoVariable.variablesOf(step.body(), "step_variables"), global);
        for (JsonValue name : step.body().listItems("in_args")) {
            checkName(name, scope);
        }
        for (JsonValue name : step.body().listItems("out_args")) {
            checkAssigned(name, scope);
        }
        for (JsonValue command : step.body().listItems("commands")) {
            checkTexts(command, scope);
        }
        if (step.type() == StepType.IF_CONDITION || step.type() == StepType.WHILE_CONDITION) {
            checkCondition(step.body(), scope);
        }
        if (step.type() == StepType.SWITCH_CONDITION
                && step.body().find("switch").orElse(step.body()) instanceof JsonText text) {
            checkText(text, text.text(), scope);
            if (!text.text().endsWith(Variables.REFERENCE)) {
                checkName(text, scope);
            }
        }
    }

    /** Every text below {@code value}, however deep; what is in base64 is looked into. */
    private void checkTexts(JsonValue value, Scope scope) {
        if (value instanceof JsonText text) {
            checkText(text, text.text(), scope);
        } else if (value instanceof JsonList list) {
            list.items().forEach(item -> checkTexts(item, scope));
        } else if (value instanceof JsonObject object) {
            object.members().forEach((key, member) -> {
                if (key.endsWith("_b64") && member.value() instanceof JsonText text) {
                    checkText(text, decoded(text.text()), scope);
                } else {
                    checkTexts(member.value(), scope);
                }
            });
        }
    }

    /** Reports what {@code text}, which stands at {@code at}, refers to, but nobody declares. */
    private void checkText(JsonText at, String text, Scope scope) {
        Variables.undefined(text, scope).forEach(name -> reportUndefined(at, name, scope));
        Variables.ofVersion1(text)
                .ifPresent(name -> problems.add(Problem.warning(
                        "old-variable",
                        at.location(),
                        "Expected variables like __x__:value, but found '$$%s$$' of CACAO 1."
                                .formatted(name),
                        "Maybe write __%s__:value.".formatted(name))));
    }

    private void reportUndefined(JsonValue at, String name, Scope scope) {
        problems.add(Problem.error(
                "undefined-variable",
                at.location(),
                "Expected a variable that this step or the playbook declares, but found '%s'."
                        .formatted(JsonValue.cut(name)),
                suggestions.among(scope.names(), name)));
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException reportedElsewhere) {
            return "";
        }
    }

    private void checkAssigned(JsonValue name, Scope scope) {
        checkName(name, scope)
                .filter(CacaoVariable::constant)
                .ifPresent(constant -> problems.add(Problem.error(
                        "constant-assigned",
                        name.location(),
                        "Expected a variable that may change, but '%s' is a constant (%s)."
                                .formatted(constant.name(), constant.at()),
                        "Maybe drop 'constant' there.")));
    }

    /** The variable that {@code name} names without {@code :value}, or empty when there is none, which is reported. */
    private Optional<CacaoVariable> checkName(JsonValue name, Scope scope) {
        if (!(name instanceof JsonText text)) {
            return Optional.empty();
        }
        String plain = text.text().endsWith(Variables.REFERENCE)
                ? text.text().substring(0, text.text().length() - ":value".length())
                : text.text();
        Optional<CacaoVariable> variable = scope.find(plain);
        if (variable.isEmpty()) {
            reportUndefined(name, plain, scope);
        }
        return variable;
    }

    private void checkCondition(JsonObject step, Scope scope) {
        if (!(step.find("condition").orElse(step) instanceof JsonText text)) {
            return;
        }
        checkText(text, text.text(), scope);
        if (Condition.parse(text.text()).isEmpty()) {
            boolean bare = scope.find(text.text().strip().replace(":value", "")).isPresent();
            problems.add(
                    Problem.warning(
                            "no-comparison",
                            text.location(),
                            "Expected comparisons like __x__:value = 'a', but found %s."
                                    .formatted(text.kind()),
                            bare
                                    ? "Maybe add ' = true'."
                                    : "Maybe a person is to decide: no machine can tell whether this holds."));
        }
    }
}
