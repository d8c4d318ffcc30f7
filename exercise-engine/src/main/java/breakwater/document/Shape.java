package breakwater.document;

import java.util.List;
import java.util.stream.Stream;

/**
 * The keys a mapping takes. Declared once as a constant, used to read and to compare with the published schema.
 *
 * @param name what a person calls such a mapping, without article
 * @param required keys it must have
 * @param optional keys it may have
 */
public record Shape(String name, List<String> required, List<String> optional) {

    public Shape {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
    }

    /** A shape without keys, to be given some. */
    public static Shape of(String name) {
        return new Shape(name, List.of(), List.of());
    }

    /** The same shape with these keys required. */
    public Shape requiring(String... keys) {
        return new Shape(name, List.of(keys), optional);
    }

    /** The same shape with these keys allowed. */
    public Shape allowing(String... keys) {
        return new Shape(name, required, List.of(keys));
    }

    /** All keys, the required first. */
    public List<String> keys() {
        return Stream.concat(required.stream(), optional.stream()).toList();
    }

    String withArticle() {
        return ("aeiouAEIOU".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
    }

    boolean takes(String key) {
        return required.contains(key) || optional.contains(key);
    }
}
