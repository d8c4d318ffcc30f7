package breakwater.playbook.cacao.importing;

import breakwater.document.DocumentNode;
import breakwater.document.DocumentNode.Entry;
import breakwater.document.DocumentNode.Mapping;
import breakwater.document.DocumentNode.Scalar;
import breakwater.document.DocumentNode.Sequence;
import breakwater.playbook.cacao.json.JsonValue;
import breakwater.playbook.cacao.json.JsonValue.JsonFlag;
import breakwater.playbook.cacao.json.JsonValue.JsonList;
import breakwater.playbook.cacao.json.JsonValue.JsonNumber;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.playbook.cacao.json.JsonValue.JsonText;
import breakwater.playbook.cacao.json.JsonValue.Member;
import breakwater.problem.Location;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What our extension says, as the document it was made of. */
final class Nodes {

    /** Keys whose lists of objects with one member are mappings in an order. */
    private static final Set<String> ORDERED =
            Set.of("inputs", "vars", "const", "roles", "with", "save", "set", "fields", "options");

    private static final Set<String> STEPS =
            Set.of("then", "else", "default", "steps", "on_failure");

    private Nodes() {}

    static Scalar text(Location at, String text) {
        return new Scalar(at, text, true);
    }

    /** A word that is read as YAML reads it without quotes. */
    static Scalar plain(Location at, String text) {
        return new Scalar(at, text, false);
    }

    static Mapping mapping(Location at, Map<String, DocumentNode> values) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        values.forEach((key, value) ->
                entries.put(key, new Entry(plain(value.location(), key), value)));
        return new Mapping(at, entries);
    }

    /** The keys of a playbook or of a step, in the order in which they stand. */
    static Map<String, DocumentNode> keys(JsonObject object) {
        Map<String, DocumentNode> keys = new LinkedHashMap<>();
        object.members().forEach((key, member) -> keys.put(key, valueOf(key, member.value())));
        return keys;
    }

    private static DocumentNode valueOf(String key, JsonValue value) {
        if (value instanceof JsonList list && ORDERED.contains(key)) {
            return ordered(list, false);
        }
        if (value instanceof JsonList list && STEPS.contains(key)) {
            return steps(list);
        }
        if (value instanceof JsonList list && (key.equals("cases") || key.equals("parallel"))) {
            return ordered(list, true);
        }
        if (value instanceof JsonObject object && key.equals("undo")) {
            return mapping(object.location(), keys(object));
        }
        return value(value);
    }

    private static DocumentNode steps(JsonList list) {
        List<DocumentNode> steps = new ArrayList<>();
        for (JsonValue item : list.items()) {
            steps.add(
                    item instanceof JsonObject step
                            ? mapping(step.location(), keys(step))
                            : value(item));
        }
        return new Sequence(list.location(), steps);
    }

    /** A list of objects with one member each, as one mapping; of a name that comes twice the first counts. */
    private static DocumentNode ordered(JsonList list, boolean ofSteps) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (JsonValue item : list.items()) {
            if (!(item instanceof JsonObject object)) {
                return value(list);
            }
            for (Map.Entry<String, Member> member : object.members().entrySet()) {
                JsonValue inner = member.getValue().value();
                DocumentNode node =
                        ofSteps && inner instanceof JsonList steps ? steps(steps) : value(inner);
                entries.putIfAbsent(
                        member.getKey(),
                        new Entry(plain(member.getValue().at(), member.getKey()), node));
            }
        }
        return new Mapping(list.location(), entries);
    }

    /** One value; {@code {"float": 0.5}} and {@code {"duration": "5m"}} say of which type. */
    static DocumentNode value(JsonValue value) {
        if (value instanceof JsonText text) {
            return text(text.location(), text.text());
        }
        if (value instanceof JsonNumber number) {
            return plain(number.location(), whole(number.literal()));
        }
        if (value instanceof JsonFlag flag) {
            return plain(flag.location(), Boolean.toString(flag.value()));
        }
        if (value instanceof JsonList list) {
            return new Sequence(
                    list.location(), list.items().stream().map(Nodes::value).toList());
        }
        if (value instanceof JsonObject object) {
            return ofObject(object);
        }
        return plain(value.location(), "null");
    }

    private static DocumentNode ofObject(JsonObject object) {
        JsonValue only = object.members().size() == 1
                ? object.members().values().iterator().next().value()
                : object;
        if (object.has("float") && only instanceof JsonNumber number) {
            return plain(number.location(), fractional(number.literal()));
        }
        if (object.has("duration") && only instanceof JsonText text) {
            return plain(text.location(), text.text());
        }
        Map<String, DocumentNode> values = new LinkedHashMap<>();
        object.members().forEach((key, member) -> values.put(key, value(member.value())));
        return mapping(object.location(), values);
    }

    /** Without exponent, as our language writes numbers; numbers of more digits stay as they are. */
    private static String whole(String literal) {
        boolean exponent = literal.indexOf('e') >= 0 || literal.indexOf('E') >= 0;
        BigDecimal number = new BigDecimal(literal);
        return exponent && Math.abs((long) number.scale()) < 40 ? number.toPlainString() : literal;
    }

    private static String fractional(String literal) {
        String plain = whole(literal);
        return plain.indexOf('.') < 0 && plain.indexOf('e') < 0 ? plain + ".0" : plain;
    }
}
