package breakwater.playbook.cacao.json;

import breakwater.playbook.cacao.json.JsonValue.JsonFlag;
import breakwater.playbook.cacao.json.JsonValue.JsonList;
import breakwater.playbook.cacao.json.JsonValue.JsonNumber;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.playbook.cacao.json.JsonValue.JsonText;
import breakwater.playbook.cacao.json.JsonValue.Member;
import breakwater.problem.Location;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes JSON objects that stand in no file. Members keep the order in which they were put. */
public final class ObjectBuilder {

    /** Where every made value stands. */
    public static final Location NOWHERE = Location.startOf("made");

    private final Map<String, Member> members = new LinkedHashMap<>();

    /** A text. */
    public static JsonText text(String text) {
        return new JsonText(NOWHERE, text);
    }

    /** A whole number. */
    public static JsonNumber number(long number) {
        return new JsonNumber(NOWHERE, Long.toString(number));
    }

    /** A flag. */
    public static JsonFlag flag(boolean flag) {
        return new JsonFlag(NOWHERE, flag);
    }

    /** A list. */
    public static JsonList list(Collection<? extends JsonValue> items) {
        return new JsonList(NOWHERE, java.util.List.copyOf(items));
    }

    /** A list of texts. */
    public static JsonList texts(Collection<String> texts) {
        return list(texts.stream().map(ObjectBuilder::text).toList());
    }

    /** {@code {key: value}}. */
    public static JsonObject pair(String key, JsonValue value) {
        return new ObjectBuilder().put(key, value).build();
    }

    public ObjectBuilder put(String key, JsonValue value) {
        members.put(key, new Member(NOWHERE, value));
        return this;
    }

    public ObjectBuilder put(String key, String text) {
        return put(key, text(text));
    }

    public ObjectBuilder put(String key, long number) {
        return put(key, number(number));
    }

    /** Leaves the key out when there is no value. */
    public ObjectBuilder put(String key, Optional<? extends JsonValue> value) {
        value.ifPresent(found -> put(key, found));
        return this;
    }

    /** Leaves the key out when the text is empty. */
    public ObjectBuilder putFilled(String key, String text) {
        return text.isEmpty() ? this : put(key, text);
    }

    /** Leaves the key out when the list is empty. */
    public ObjectBuilder putFilled(String key, JsonList list) {
        return list.items().isEmpty() ? this : put(key, list);
    }

    /** Leaves the key out when the object is empty. */
    public ObjectBuilder putFilled(String key, JsonObject object) {
        return object.members().isEmpty() ? this : put(key, object);
    }

    public JsonObject build() {
        return new JsonObject(NOWHERE, members);
    }
}
