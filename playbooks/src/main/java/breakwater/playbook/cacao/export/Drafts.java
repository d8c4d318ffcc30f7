package breakwater.playbook.cacao.export;

import static breakwater.playbook.cacao.json.ObjectBuilder.list;
import static breakwater.playbook.cacao.json.ObjectBuilder.pair;
import static breakwater.playbook.cacao.json.ObjectBuilder.text;
import static breakwater.playbook.cacao.json.ObjectBuilder.texts;

import breakwater.playbook.Playbook;
import breakwater.playbook.Step;
import breakwater.playbook.cacao.StepType;
import breakwater.playbook.cacao.json.CanonicalJson;
import breakwater.playbook.cacao.json.JsonValue;
import breakwater.playbook.cacao.json.JsonValue.JsonList;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.playbook.cacao.json.ObjectBuilder;
import breakwater.playbook.expression.Type;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The pieces that steps of CACAO are put together from. */
record Drafts(Playbook playbook, Names names, Workflow workflow) {

    /** The agent that stands for a node of Breakwater. */
    static final String NODE = "node";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private static final long MICROS_PER_MILLI = 1_000;

    /** Rounded up: what CACAO waits is never shorter than what the playbook says. */
    static long millis(long micros) {
        return Math.max(1, (micros + MICROS_PER_MILLI - 1) / MICROS_PER_MILLI);
    }

    String node() {
        return Ids.agent("http-api", playbook.id(), NODE);
    }

    /** The agent of a role; the node's for a role that the playbook does not have. */
    String agentOf(String role) {
        return playbook.roles().stream()
                .filter(known -> known.id().equals(role))
                .findFirst()
                .map(this::agentOf)
                .orElse(node());
    }

    String agentOf(Playbook.Role role) {
        return Ids.agent(role.kind().name().toLowerCase(Locale.ROOT), playbook.id(), role.id());
    }

    /** A command to a node of Breakwater. */
    static JsonList http(String target, JsonObject content) {
        return list(List.of(new ObjectBuilder()
                .put("type", "http-api")
                .put("command", "POST /v1/%s HTTP/1.1".formatted(encoded(target)))
                .put("headers", pair("Content-Type", texts(List.of("application/json"))))
                .put("content", CanonicalJson.of(content))
                .build()));
    }

    /** As a target of HTTP takes it (RFC 3986, section 2.1). */
    private static String encoded(String target) {
        StringBuilder text = new StringBuilder();
        for (byte b : target.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > 0 && (Character.isLetterOrDigit(b) || "/._-".indexOf(b) >= 0);
            text.append(plain ? (char) b + "" : "%" + HEX.toHexDigits(b));
        }
        return text.toString();
    }

    /** A command to people. */
    static JsonList manual(String words, String activity) {
        return list(List.of(new ObjectBuilder()
                .put("type", "manual")
                .put("command", words)
                .putFilled("playbook_activity", activity)
                .build()));
    }

    /** What our extension says of a step that the author wrote. */
    static JsonObject extension(Step step) {
        return new ObjectBuilder()
                .put("path", step.path())
                .put("step", Payload.step(step))
                .build();
    }

    /** What our extension says of a step that only helps the one at {@code path}. */
    static JsonObject part(String part, String path) {
        return new ObjectBuilder().put("part", part).put("path", path).build();
    }

    static JsonObject extended(JsonValue payload) {
        return pair(Ids.EXTENSION, payload);
    }

    /** A condition and, unless CACAO can say it itself, the variable that a node sets for it. */
    record Said(String text, String variable) {}

    Said say(String expression, String place) {
        return Conditions.say(expression, names).map(text -> new Said(text, "")).orElseGet(() -> {
            String variable = names.add("guard", place, Type.Simple.BOOL);
            return new Said(Conditions.is(variable, true), variable);
        });
    }

    /** The step {@code next}, or before it one that evaluates {@code expression} for its condition. */
    String entry(Said said, String expression, String place, String path, String next) {
        return said.variable().isEmpty()
                ? next
                : evaluate(
                        expression,
                        said.variable(),
                        place,
                        draft -> draft.put("on_success", next)
                                .put("step_extensions", extended(part("guard", path))));
    }

    /** A step in which a node evaluates an expression into a variable. */
    String evaluate(
            String expression,
            String variable,
            String place,
            Function<ObjectBuilder, ObjectBuilder> rest) {
        JsonObject content = new ObjectBuilder()
                .put("cel", expression)
                .putFilled("given", names.given(List.of(expression)))
                .put("into", variable)
                .build();
        ObjectBuilder body = Workflow.body(StepType.ACTION)
                .put("name", "Evaluate: " + expression)
                .put("commands", http("eval", content))
                .put("agent", node())
                .putFilled("in_args", names.arguments(List.of(expression)))
                .put("out_args", texts(List.of(variable)));
        return workflow.add(StepType.ACTION, place + "#eval", rest.apply(body));
    }

    /** A step in which a node does nothing, for places where a step must stand. */
    ObjectBuilder nothing(String name) {
        return Workflow.body(StepType.ACTION)
                .put("name", name)
                .put("commands", http("eval", pair("cel", text("true"))))
                .put("agent", node());
    }
}
