package breakwater.playbook.cacao.export;

import static breakwater.playbook.cacao.json.ObjectBuilder.text;

import breakwater.playbook.Playbook;
import breakwater.playbook.Playbook.Variable;
import breakwater.playbook.Step;
import breakwater.playbook.Template;
import breakwater.playbook.Value;
import breakwater.playbook.cacao.json.CanonicalJson;
import breakwater.playbook.cacao.json.JsonValue;
import breakwater.playbook.cacao.json.JsonValue.JsonList;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.playbook.cacao.json.ObjectBuilder;
import breakwater.playbook.expression.Type;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables of an export: {@code vars.up} is {@code __up__}. Where two sections have the same name, both say
 * theirs: {@code __vars-up__}. No name of ours has a hyphen, so what the export adds itself never meets one.
 */
final class Names {

    /** The flag that the run has ended, for what comes after a branch that may have ended it. */
    static final String ENDED = "__run-ended__";

    /** A quoted text, which is passed over, or a name of one of the three sections. */
    private static final Pattern REFERENCE = Pattern.compile(
            "'(?:[^'\\\\]|\\\\.)*+'|\"(?:[^\"\\\\]|\\\\.)*+\"|(?<![.\\w])(inputs|vars|const)\\.([A-Za-z_]\\w*+)");

    private static final Pattern ALONE = Pattern.compile("(inputs|vars|const)\\.[A-Za-z_]\\w*+");

    private static final Set<Type> OF_CACAO =
            Set.of(Type.Simple.BOOL, Type.Simple.INTEGER, Type.Simple.FLOAT, Type.Simple.STRING);

    private final Map<String, String> byFullName = new LinkedHashMap<>();
    private final Map<String, JsonObject> declared = new LinkedHashMap<>();

    Names(Playbook playbook) {
        Map<String, Integer> uses = new HashMap<>();
        playbook.names().keySet().forEach(full -> uses.merge(shortOf(full), 1, Integer::sum));
        for (Playbook.Input input : playbook.inputs()) {
            declare(
                    "inputs",
                    input.name(),
                    uses,
                    type(input.type()).put("external", ObjectBuilder.flag(true)));
        }
        for (Variable variable : playbook.variables()) {
            declare("vars", variable.name(), uses, first(variable));
        }
        for (Variable constant : playbook.constants()) {
            declare(
                    "const",
                    constant.name(),
                    uses,
                    first(constant).put("constant", ObjectBuilder.flag(true)));
        }
    }

    private static String shortOf(String full) {
        return full.substring(full.indexOf('.') + 1);
    }

    private void declare(
            String section, String name, Map<String, Integer> uses, ObjectBuilder variable) {
        boolean alone = uses.getOrDefault(name, 1) == 1;
        String cacao = alone ? "__" + name + "__" : "__%s-%s__".formatted(section, name);
        byFullName.put(section + "." + name, cacao);
        declared.put(cacao, variable.build());
    }

    private static ObjectBuilder type(Type type) {
        return new ObjectBuilder().put("type", OF_CACAO.contains(type) ? type.label() : "string");
    }

    private static ObjectBuilder first(Variable variable) {
        return type(variable.type()).put("value", plain(variable.value().value()));
    }

    /** How CACAO writes a value: always as a text. */
    static String plain(Object value) {
        if (value instanceof Double number) {
            return Payload.number(number).literal();
        }
        if (value instanceof List<?> items) {
            return CanonicalJson.of(
                    ObjectBuilder.texts(items.stream().map(Names::plain).toList()));
        }
        return value instanceof Duration ? textOf(Payload.literal(value)) : value.toString();
    }

    private static String textOf(JsonValue duration) {
        return ((JsonObject) duration).findText("duration").orElseThrow();
    }

    /** A variable that only the export has; its name is returned. */
    String add(String kind, String place, Type type) {
        String name = "__%s-%s__".formatted(kind, Ids.digits(place));
        declared.put(name, type(type).build());
        return name;
    }

    /** Declares the flag that the run has ended. */
    void addEnded() {
        declared.put(ENDED, type(Type.Simple.BOOL).put("value", "false").build());
    }

    JsonObject declarations() {
        ObjectBuilder all = new ObjectBuilder();
        declared.forEach(all::put);
        return all.build();
    }

    /** The variable with this full name, {@code vars.up}; empty when the playbook has none. */
    Optional<String> find(String full) {
        return Optional.ofNullable(byFullName.get(full));
    }

    /** The variables that are set. */
    JsonList assigned(Collection<Step.Assignment> assignments) {
        return ObjectBuilder.texts(assignments.stream()
                .flatMap(assignment -> find("vars." + assignment.variable()).stream())
                .distinct()
                .toList());
    }

    /** What the expressions refer to, by full name. */
    Map<String, String> used(Collection<String> expressions) {
        Map<String, String> used = new TreeMap<>();
        for (String expression : expressions) {
            Matcher matcher = REFERENCE.matcher(expression);
            while (matcher.find()) {
                if (matcher.group(1) != null) {
                    String full = matcher.group(1) + "." + matcher.group(2);
                    find(full).ifPresent(name -> used.put(full, name));
                }
            }
        }
        return used;
    }

    /** The same as a list for {@code in_args}. */
    JsonList arguments(Collection<String> expressions) {
        return ObjectBuilder.texts(new TreeSet<>(used(expressions).values()));
    }

    /** For whoever evaluates the expressions: each name and where its value is put in. */
    JsonObject given(Collection<String> expressions) {
        ObjectBuilder given = new ObjectBuilder();
        used(expressions).forEach((full, name) -> given.put(full, name + ":value"));
        return given.build();
    }

    /** A value for a command: a lone variable is put in by whoever runs it. */
    JsonValue inCommand(Value value) {
        if (value instanceof Value.Computed computed) {
            return alone(computed.expression().text())
                    .map(name -> (JsonValue) text(name + ":value"))
                    .orElseGet(() -> Payload.value(value));
        }
        Object written = ((Value.Literal) value).value();
        return written instanceof Boolean || written instanceof Long
                ? Payload.literal(written)
                : written instanceof Double number ? Payload.number(number) : text(plain(written));
    }

    /** The variable that is the whole expression. */
    Optional<String> alone(String expression) {
        return ALONE.matcher(expression).matches() ? find(expression) : Optional.empty();
    }

    /** A text for people: lone variables are put in, other expressions stay in braces. */
    String inText(Template template) {
        StringBuilder words = new StringBuilder();
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Part.Fixed fixed) {
                words.append(fixed.text());
            } else {
                String expression = ((Template.Part.Inserted) part).expression().text();
                words.append(alone(expression)
                        .map(name -> name + ":value")
                        .orElse("{{ " + expression + " }}"));
            }
        }
        return words.toString();
    }

    static List<String> expressions(Template template) {
        return template.parts().stream()
                .filter(Template.Part.Inserted.class::isInstance)
                .map(part -> ((Template.Part.Inserted) part).expression().text())
                .toList();
    }

    static List<String> expressions(Map<String, Value> values) {
        return values.values().stream()
                .filter(Value.Computed.class::isInstance)
                .map(value -> ((Value.Computed) value).expression().text())
                .toList();
    }
}
