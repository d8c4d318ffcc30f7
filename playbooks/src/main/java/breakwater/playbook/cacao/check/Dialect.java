package breakwater.playbook.cacao.check;

import breakwater.playbook.cacao.json.JsonValue;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.problem.Location;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a file is a playbook of CACAO 2.0 at all; of anything else every line would be wrong. */
final class Dialect {

    static final String SPEC_VERSION = "cacao-2.0";

    /** Properties that only version 1 had. */
    private static final List<String> OF_VERSION_1 =
            List.of("features", "targets", "playbook_features");

    /** Types of steps that only version 1 had. */
    private static final Set<String> STEPS_OF_VERSION_1 = Set.of("single");

    private Dialect() {}

    /** The playbook, or empty when the file is none of version 2.0, which is reported. */
    static Optional<JsonObject> recognise(JsonValue root, Problems problems) {
        if (!(root instanceof JsonObject object)) {
            refuse(
                    "no-playbook",
                    root.location(),
                    "Expected a CACAO playbook, but found " + root.kind() + ".",
                    "",
                    problems);
            return Optional.empty();
        }
        String version = object.findText("spec_version").orElse("");
        boolean named = object.findText("type").filter("playbook"::equals).isPresent();
        if (version.isEmpty() && !named) {
            refuse(
                    "no-playbook",
                    object.location(),
                    "Expected a CACAO playbook, but found an object without 'type': 'playbook' and without 'spec_version'.",
                    "Maybe this is another kind of JSON file.",
                    problems);
            return Optional.empty();
        }
        Location at =
                object.find("spec_version").map(JsonValue::location).orElse(object.location());
        boolean first = version.startsWith("cacao-1") || version.startsWith("1.");
        if (first || (!version.equals(SPEC_VERSION) && isOfVersion1(object))) {
            refuse(
                    "cacao-version",
                    at,
                    "Expected CACAO 2.0, but found a playbook of CACAO 1.",
                    "Maybe convert it first: steps, targets and variables of version 1 mean other things.",
                    problems);
            return Optional.empty();
        }
        if (version.startsWith("cacao-") && !version.equals(SPEC_VERSION)) {
            refuse(
                    "cacao-version",
                    at,
                    "Expected CACAO 2.0, but found '%s'.".formatted(JsonValue.cut(version)),
                    "",
                    problems);
            return Optional.empty();
        }
        return Optional.of(object);
    }

    private static boolean isOfVersion1(JsonObject playbook) {
        return OF_VERSION_1.stream().anyMatch(playbook::has)
                || playbook.findObject("workflow")
                        .filter(workflow -> workflow.members().values().stream()
                                .anyMatch(member -> member.value() instanceof JsonObject step
                                        && step.findText("type")
                                                .filter(STEPS_OF_VERSION_1::contains)
                                                .isPresent()))
                        .isPresent();
    }

    private static void refuse(
            String rule, Location at, String message, String advice, Problems problems) {
        problems.add(Problem.error(rule, at, message, advice));
    }
}
