package breakwater.document;

import breakwater.problem.Location;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One value of a document and where it stands. Values are text until a reader says what it expects. */
public sealed interface DocumentNode {

    /** Where the value begins. */
    Location location();

    /** What a person calls this kind of value, with its article. */
    String kind();

    /** A value under each key, in file order; no key twice. */
    record Mapping(Location location, Map<String, Entry> entries) implements DocumentNode {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /** A key with its value. */
    record Entry(Scalar key, DocumentNode value) {}

    /** Values in file order. */
    record Sequence(Location location, List<DocumentNode> items) implements DocumentNode {
        public Sequence {
            items = Collections.unmodifiableList(new ArrayList<>(items));
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * A single value.
     *
     * @param quoted whether it was quoted or a block, so that {@code "12"} is text and {@code 12} a number
     */
    record Scalar(Location location, String text, boolean quoted) implements DocumentNode {
        @Override
        public String kind() {
            return ScalarKind.of(this).phrase(text);
        }
    }
}
