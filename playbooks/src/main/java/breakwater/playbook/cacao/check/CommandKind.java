package breakwater.playbook.cacao.check;

import static breakwater.playbook.cacao.check.Kinds.base64;
import static breakwater.playbook.cacao.check.Kinds.dictionary;
import static breakwater.playbook.cacao.check.Kinds.list;
import static breakwater.playbook.cacao.check.Kinds.text;

import breakwater.playbook.cacao.json.JsonValue;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.playbook.cacao.json.JsonValue.JsonText;
import breakwater.problem.Nearest;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A command of an action (CACAO 2.0, section 5), by its type. */
final class CommandKind implements Kind {

    /** The target of the start line may hold variables, and with them anything but white space. */
    private static final Pattern START_LINE = Pattern.compile("[A-Z]+ \\S+ HTTP/[0-9](\\.[0-9])?");

    private static final Shape COMMON = Shape.of("a command")
            .must("type", text())
            .may("description", text())
            .may("version", text())
            .may("playbook_activity", text())
            .may("external_references", list(0, CommonShapes.EXTERNAL_REFERENCE));

    private static final Set<String> OF_TEXT =
            Set.of("manual", "bash", "caldera-cmd", "powershell", "ssh");
    private static final Map<String, Shape> SHAPES = shapes();

    private static Map<String, Shape> shapes() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        OF_TEXT.forEach(type -> shapes.put(
                type,
                COMMON.as("a command of type " + type)
                        .may("command", text())
                        .may("command_b64", base64())));
        for (String type : new String[] {"elastic", "jupyter", "kestrel", "sigma", "yara"}) {
            shapes.put(type, COMMON.as("a command of type " + type).must("command_b64", base64()));
        }
        Shape http = COMMON.must("command", CommandKind::checkStartLine)
                .may("headers", dictionary(list(0, text())));
        shapes.put(
                "http-api",
                http.as("a command of type http-api")
                        .may("content", text())
                        .may("content_b64", base64()));
        shapes.put(
                "openc2-http",
                http.as("a command of type openc2-http").must("content_b64", base64()));
        return shapes;
    }

    private static void checkStartLine(String key, JsonValue value, Problems problems) {
        if (!(value instanceof JsonText text)) {
            Kinds.expect(false, "a text", key, value, problems);
        } else if (!START_LINE.matcher(text.text()).matches()) {
            problems.add(Problem.error(
                    "bad-value",
                    value.location(),
                    "Expected a start line like 'GET /nodes HTTP/1.1' for '%s', but found %s."
                            .formatted(key, value.kind()),
                    "Maybe method, target or version is missing, or the target holds a space."));
        }
    }

    @Override
    public void check(String key, JsonValue value, Problems problems) {
        if (!(value instanceof JsonObject command)) {
            Kinds.expect(false, "a command", key, value, problems);
            return;
        }
        String type = command.findText("type").orElse("");
        Shape shape = SHAPES.get(type);
        if (shape != null) {
            shape.check(command, problems);
            checkContent(type, command, problems);
            return;
        }
        COMMON.checkKnown(command, problems);
        if (command.find("type").orElse(command) instanceof JsonText text) {
            problems.add(
                    Problem.warning(
                            "unknown-type",
                            text.location(),
                            "Expected a type of command that CACAO lists, but found %s."
                                    .formatted(text.kind()),
                            Nearest.findAmong(SHAPES.keySet(), type)
                                    .map("Maybe you meant '%s'."::formatted)
                                    .orElse(
                                            "Maybe whoever runs the playbook knows it; here only its common properties are checked.")));
        }
    }

    private static void checkContent(String type, JsonObject command, Problems problems) {
        if (OF_TEXT.contains(type) && !command.has("command") && !command.has("command_b64")) {
            problems.add(Problem.error(
                    "missing-key",
                    command.location(),
                    "Expected 'command' or 'command_b64' in a command of type %s, found none."
                            .formatted(type),
                    ""));
        }
    }
}
