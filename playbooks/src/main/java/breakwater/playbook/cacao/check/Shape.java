package breakwater.playbook.cacao.check;

import breakwater.playbook.cacao.json.JsonValue;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.playbook.cacao.json.JsonValue.Member;
import breakwater.problem.Nearest;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which properties an object has and what may stand in each. A property that the shape does not know is an error when
 * it looks like one that the object lacks, since a misspelt property is a property lost; any other is a warning, since
 * it is kept and does no harm.
 */
final class Shape implements Kind {

    /** Who has more unknown properties in one object did not misspell them; a hostile file has thousands. */
    private static final int MISSPELT_MAX = 40;

    private record Property(Kind kind, boolean required) {}

    private final String what;
    private final Map<String, Property> properties;

    private Shape(String what, Map<String, Property> properties) {
        this.what = what;
        this.properties = properties;
    }

    /** A shape without properties; {@code what} is how a person calls the object, with its article. */
    static Shape of(String what) {
        return new Shape(what, Map.of());
    }

    /** The same properties under another name. */
    Shape as(String name) {
        return new Shape(name, properties);
    }

    Shape must(String name, Kind kind) {
        return with(name, new Property(kind, true));
    }

    Shape may(String name, Kind kind) {
        return with(name, new Property(kind, false));
    }

    private Shape with(String name, Property property) {
        Map<String, Property> extended = new LinkedHashMap<>(properties);
        extended.put(name, property);
        return new Shape(what, extended);
    }

    @Override
    public void check(String key, JsonValue value, Problems problems) {
        if (value instanceof JsonObject object) {
            check(object, problems);
        } else {
            Kinds.expect(false, what, key, value, problems);
        }
    }

    void check(JsonObject object, Problems problems) {
        int unknown = 0;
        for (Map.Entry<String, Member> entry : object.members().entrySet()) {
            Property property = properties.get(entry.getKey());
            if (property == null) {
                unknown(object, entry.getKey(), ++unknown <= MISSPELT_MAX, problems);
            } else {
                property.kind().check(entry.getKey(), entry.getValue().value(), problems);
            }
        }
        checkRequired(object, problems);
    }

    /** As {@link #check}, but other properties may be there, too. */
    void checkKnown(JsonObject object, Problems problems) {
        properties.forEach((name, property) ->
                object.find(name).ifPresent(value -> property.kind().check(name, value, problems)));
        checkRequired(object, problems);
    }

    private void checkRequired(JsonObject object, Problems problems) {
        properties.forEach((name, property) -> {
            if (property.required() && !object.has(name)) {
                problems.add(Problem.error(
                        "missing-key",
                        object.location(),
                        "Expected '%s' in %s, found none.".formatted(name, what),
                        ""));
            }
        });
    }

    private void unknown(JsonObject object, String name, boolean maybeMisspelt, Problems problems) {
        String advice = "";
        if (maybeMisspelt) {
            Collection<String> lacking = properties.keySet().stream()
                    .filter(known -> !object.has(known))
                    .toList();
            advice = Nearest.adviceAmong(lacking, name);
        }
        String message =
                "Expected a property of %s, but found '%s'.".formatted(what, JsonValue.cut(name));
        problems.add(
                advice.isEmpty()
                        ? Problem.warning(
                                "unknown-key",
                                object.keyLocation(name),
                                message,
                                "Maybe move it to an extension: here it is kept, but nobody acts on it.")
                        : Problem.error("unknown-key", object.keyLocation(name), message, advice));
    }
}
