package breakwater.playbook.cacao.json;

import breakwater.problem.Location;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One value of a JSON text and where it stands. Immutable; members keep the order of the file. */
public sealed interface JsonValue {

    /** Where the value begins. */
    Location location();

    /** What a person calls this value, with its article; long text cut. */
    String kind();

    /** A value under each key, in file order; no key twice. */
    record JsonObject(Location location, Map<String, Member> members) implements JsonValue {
        public JsonObject {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        @Override
        public String kind() {
            return "an object";
        }

        /** The value under {@code key}, whatever it is. */
        public Optional<JsonValue> find(String key) {
            return Optional.ofNullable(members.get(key)).map(Member::value);
        }

        /** The value under {@code key} if it is a text. */
        public Optional<String> findText(String key) {
            return find(key)
                    .filter(JsonText.class::isInstance)
                    .map(value -> ((JsonText) value).text());
        }

        /** The value under {@code key} if it is an object. */
        public Optional<JsonObject> findObject(String key) {
            return find(key).filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
        }

        /** What the list under {@code key} holds; empty when there is no list. */
        public List<JsonValue> listItems(String key) {
            return find(key)
                    .filter(JsonList.class::isInstance)
                    .map(value -> ((JsonList) value).items())
                    .orElse(List.of());
        }

        /** Whether {@code key} is there, whatever its value. */
        public boolean has(String key) {
            return members.containsKey(key);
        }

        /** Where {@code key} stands, or the object if it has no such key. */
        public Location keyLocation(String key) {
            Member member = members.get(key);
            return member == null ? location : member.at();
        }

        /** The same object, but with {@code value} under {@code key}; in its old place if it has one, else last. */
        public JsonObject with(String key, JsonValue value) {
            Map<String, Member> changed = new LinkedHashMap<>(members);
            changed.put(key, new Member(keyLocation(key), value));
            return new JsonObject(location, changed);
        }

        /** The same object, but without {@code key}. */
        public JsonObject without(String key) {
            Map<String, Member> changed = new LinkedHashMap<>(members);
            changed.remove(key);
            return new JsonObject(location, changed);
        }
    }

    /** A value and where its key stands. */
    record Member(Location at, JsonValue value) {}

    /** Values in file order. */
    record JsonList(Location location, List<JsonValue> items) implements JsonValue {
        public JsonList {
            items = Collections.unmodifiableList(new ArrayList<>(items));
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A text, its escapes resolved; never with half of a surrogate pair. */
    record JsonText(Location location, String text) implements JsonValue {
        @Override
        public String kind() {
            return "the text '" + cut(text) + "'";
        }
    }

    /** A number as it is written in the file; finite as a double. */
    record JsonNumber(Location location, String literal) implements JsonValue {
        @Override
        public String kind() {
            return "the number " + cut(literal);
        }

        /** The nearest double, which is all that JSON promises to carry. */
        public double value() {
            return Double.parseDouble(literal);
        }
    }

    /** {@code true} or {@code false}. */
    record JsonFlag(Location location, boolean value) implements JsonValue {
        @Override
        public String kind() {
            return value ? "true" : "false";
        }
    }

    /** {@code null}. */
    record JsonNull(Location location) implements JsonValue {
        @Override
        public String kind() {
            return "null";
        }
    }

    /** Text for a message: one line, at most 60 characters. */
    static String cut(String text) {
        StringBuilder line = new StringBuilder();
        for (int i = 0;
                i < text.length() && line.length() < 60;
                i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            line.appendCodePoint(Character.isISOControl(point) ? ' ' : point);
        }
        return line.length() < text.length() ? line + "..." : line.toString();
    }
}
