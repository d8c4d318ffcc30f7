package breakwater.playbook.cacao.export;

import static breakwater.playbook.cacao.json.ObjectBuilder.list;
import static breakwater.playbook.cacao.json.ObjectBuilder.pair;
import static breakwater.playbook.cacao.json.ObjectBuilder.text;
import static breakwater.playbook.cacao.json.ObjectBuilder.texts;

import breakwater.playbook.Playbook;
import breakwater.playbook.Playbook.Defaults;
import breakwater.playbook.Playbook.Retry;
import breakwater.playbook.Step;
import breakwater.playbook.Value;
import breakwater.playbook.cacao.json.CanonicalJson;
import breakwater.playbook.cacao.json.JsonValue;
import breakwater.playbook.cacao.json.JsonValue.JsonNumber;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.playbook.cacao.json.ObjectBuilder;
import breakwater.playbook.yaml.PlaybookDurations;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What our extension says of a playbook: its keys as they are written in YAML. What has an order there is a list of
 * objects with one member, for JSON objects have none that every tool keeps.
 */
final class Payload {

    private Payload() {}

    /** The keys of a playbook without its steps. */
    static JsonObject head(Playbook playbook) {
        return new ObjectBuilder()
                .put("playbook", playbook.id())
                .put("version", playbook.version())
                .put("title", playbook.title())
                .put("types", texts(playbook.types()))
                .put("tlp", playbook.tlp().label())
                .put("owner", playbook.owner())
                .putFilled(
                        "triggers",
                        list(playbook.triggers().stream()
                                .map(trigger -> new ObjectBuilder()
                                        .put("event", trigger.event())
                                        .put("when", trigger.when().map(when -> text(when.text())))
                                        .build())
                                .toList()))
                .putFilled(
                        "inputs",
                        list(playbook.inputs().stream()
                                .map(input -> pair(input.name(), input(input)))
                                .toList()))
                .putFilled("vars", variables(playbook.variables()))
                .putFilled("const", variables(playbook.constants()))
                .putFilled(
                        "roles",
                        list(playbook.roles().stream()
                                .map(role -> pair(role.id(), role(role)))
                                .toList()))
                .putFilled("defaults", defaults(playbook.defaults()))
                .build();
    }

    private static JsonObject input(Playbook.Input input) {
        return new ObjectBuilder()
                .put("type", input.type().label())
                .put("from", input.from().map(from -> text(from.text())))
                .build();
    }

    private static JsonValue.JsonList variables(List<Playbook.Variable> variables) {
        return list(variables.stream()
                .map(variable -> pair(variable.name(), literal(variable.value().value())))
                .toList());
    }

    private static JsonObject role(Playbook.Role role) {
        return new ObjectBuilder()
                .put("kind", role.kind().name().toLowerCase(Locale.ROOT))
                .put("title", role.title())
                .build();
    }

    private static JsonObject defaults(Defaults defaults) {
        ObjectBuilder keys = new ObjectBuilder();
        defaults.timeoutMicros().ifPresent(micros -> keys.put("timeout", duration(micros)));
        return keys.put("retry", defaults.retry().map(Payload::retry)).build();
    }

    static JsonObject retry(Retry retry) {
        ObjectBuilder keys = new ObjectBuilder()
                .put("max", retry.max())
                .put("every", duration(retry.everyMicros()));
        if (retry.backoff() != 1) {
            keys.put("backoff", number(retry.backoff()));
        }
        return keys.putFilled("on", texts(retry.on())).build();
    }

    /** The verb of a step and what is said of it; what it holds is left to the graph. */
    static JsonObject step(Step step) {
        return step.verb().accept(new StepPayload(step, false)).build();
    }

    /** A step with all that it holds. */
    static JsonObject deepStep(Step step) {
        return step.verb().accept(new StepPayload(step, true)).build();
    }

    static JsonValue.JsonList deepSteps(List<Step> steps) {
        return list(steps.stream().map(Payload::deepStep).toList());
    }

    static JsonValue.JsonList assignments(List<Step.Assignment> assignments) {
        return list(assignments.stream()
                .map(assignment ->
                        pair(assignment.variable(), text(assignment.value().text())))
                .toList());
    }

    static JsonValue.JsonList values(Map<String, Value> values) {
        List<JsonObject> pairs = new ArrayList<>();
        values.forEach((name, value) -> pairs.add(pair(name, value(value))));
        return list(pairs);
    }

    /** A computed value begins with {@code =}; no text that is written out does. */
    static JsonValue value(Value value) {
        return value instanceof Value.Computed computed
                ? text("=" + computed.expression().text())
                : literal(((Value.Literal) value).value());
    }

    /** A value that is written out, told apart from others that JSON writes alike. */
    static JsonValue literal(Object value) {
        if (value instanceof Boolean flag) {
            return ObjectBuilder.flag(flag);
        }
        if (value instanceof Long whole) {
            return ObjectBuilder.number(whole);
        }
        if (value instanceof Double number) {
            return pair("float", number(number));
        }
        if (value instanceof Duration duration) {
            return pair(
                    "duration",
                    text(duration(ChronoUnit.MICROS.between(
                            java.time.Instant.EPOCH, java.time.Instant.EPOCH.plus(duration)))));
        }
        if (value instanceof List<?> items) {
            return list(items.stream().map(Payload::literal).toList());
        }
        return text((String) value);
    }

    /** The shortest digits of a number, without exponent. */
    static JsonNumber number(double number) {
        JsonNumber any = new JsonNumber(ObjectBuilder.NOWHERE, Double.toString(number));
        return new JsonNumber(
                ObjectBuilder.NOWHERE, new BigDecimal(CanonicalJson.of(any)).toPlainString());
    }

    /** A text that reads back as so many microseconds. */
    static String duration(long micros) {
        String text = PlaybookDurations.format(micros);
        boolean same = PlaybookDurations.parseMicros(text).orElse(-1) == micros;
        return same ? text : Duration.of(micros, ChronoUnit.MICROS).toString();
    }
}
