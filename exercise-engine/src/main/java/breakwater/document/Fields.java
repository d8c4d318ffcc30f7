package breakwater.document;

import breakwater.document.DocumentNode.Entry;
import breakwater.document.DocumentNode.Mapping;
import breakwater.document.DocumentNode.Scalar;
import breakwater.document.DocumentNode.Sequence;
import breakwater.problem.Location;
import breakwater.problem.Nearest;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of one mapping, read by key and type. What does not fit is reported and replaced by a harmless value, so
 * that reading goes on; {@link #isSound()} says whether the values may be used.
 */
public final class Fields {

    private final Shape shape;
    private final Mapping mapping;
    private final ScalarReader scalars;
    private final Problems problems;
    private final boolean shaped;
    private int errorsBefore;

    private Fields(Shape shape, Mapping mapping, Problems problems, int errorsBefore) {
        this.shape = shape;
        this.mapping = mapping;
        this.scalars = new ScalarReader(problems);
        this.problems = problems;
        this.shaped = problems.countErrors() == errorsBefore;
        this.errorsBefore = problems.countErrors();
    }

    /**
     * The fields of {@code node}, or empty when it is no mapping. Unknown keys and missing required ones are reported
     * here, once.
     */
    public static Optional<Fields> read(Shape shape, DocumentNode node, Problems problems) {
        int errorsBefore = problems.countErrors();
        if (!(node instanceof Mapping mapping)) {
            problems.add(Problem.error(
                    "wrong-type",
                    node.location(),
                    "Expected the keys of %s (%s), but found %s."
                            .formatted(shape.withArticle(), summary(shape), node.kind()),
                    ""));
            return Optional.empty();
        }
        for (Entry entry : mapping.entries().values()) {
            reportUnknown(shape, entry.key(), problems);
        }
        for (String key : shape.required()) {
            if (!mapping.entries().containsKey(key)) {
                problems.add(Problem.error(
                        "missing-key",
                        mapping.location(),
                        "Expected the key '%s' in the %s, but it is missing."
                                .formatted(key, shape.name()),
                        ""));
            }
        }
        return Optional.of(new Fields(shape, mapping, problems, errorsBefore));
    }

    private static void reportUnknown(Shape shape, Scalar key, Problems problems) {
        if (shape.takes(key.text())) {
            return;
        }
        String nearest = Nearest.adviceAmong(shape.keys(), key.text());
        problems.add(Problem.error(
                "unknown-key",
                key.location(),
                "Expected a key of %s, but found '%s'."
                        .formatted(shape.withArticle(), ScalarKind.cut(key.text())),
                nearest.isEmpty() ? "Maybe one of: " + summary(shape) + "." : nearest));
    }

    private static String summary(Shape shape) {
        return String.join(", ", shape.keys());
    }

    /**
     * Whether nothing was wrong with its keys, nor with anything read since {@link #read} or the last {@link #resume}.
     */
    public boolean isSound() {
        return shaped && problems.countErrors() == errorsBefore;
    }

    /** Comes back to this mapping after others were read: what was wrong with those does not count here. */
    public Fields resume() {
        errorsBefore = problems.countErrors();
        return this;
    }

    public Location location() {
        return mapping.location();
    }

    public boolean has(String key) {
        return find(key).isPresent();
    }

    /** Whether such a mapping may have this key at all. */
    public boolean takes(String key) {
        return shape.takes(key);
    }

    /** Whether such a mapping must have this key. */
    public boolean requires(String key) {
        return shape.required().contains(key);
    }

    /** Where the value of {@code key} stands, or the mapping when it has none. */
    public Location at(String key) {
        return find(key).map(DocumentNode::location).orElse(mapping.location());
    }

    /** What stands under {@code key}, as messages put it: {@code the text '5 d'}. */
    public String found(String key) {
        return find(key).map(DocumentNode::kind).orElse("nothing");
    }

    /** The value of {@code key} as it stands. */
    public Optional<DocumentNode> find(String key) {
        if (!shape.takes(key)) {
            throw new IllegalArgumentException(
                    "The key (%s) is not declared for a %s.".formatted(key, shape.name()));
        }
        return Optional.ofNullable(mapping.entries().get(key)).map(Entry::value);
    }

    /** The keys present that are also in {@code among}, in file order. */
    public List<String> present(List<String> among) {
        return mapping.entries().keySet().stream().filter(among::contains).toList();
    }

    /** Text that is not empty; the empty text when it is missing or wrong. */
    public String text(String key) {
        return find(key).map(node -> scalars.text(key, node)).orElse("");
    }

    /** One of the words of {@code choices}, as its value; {@code otherwise} when it is missing or wrong. */
    public <T> T choice(String key, Map<String, T> choices, T otherwise) {
        return find(key).flatMap(node -> scalars.choice(key, node, choices)).orElse(otherwise);
    }

    /** A whole number within bounds; {@code least} when it is missing or wrong. */
    public long whole(String key, long least, long most) {
        return find(key).map(node -> scalars.whole(key, node, least, most)).orElse(least);
    }

    /** A finite number within bounds; {@code least} when it is missing or wrong. */
    public double number(String key, double least, double most) {
        return find(key).map(node -> scalars.number(key, node, least, most)).orElse(least);
    }

    /** A finite number above 0; the least such number when it is missing or wrong. */
    public double positive(String key, double most) {
        return number(key, Double.MIN_VALUE, most);
    }

    /** A duration in whole microseconds; 0 when it is missing or wrong. */
    public long durationMicros(String key) {
        return find(key).map(node -> scalars.durationMicros(key, node)).orElse(0L);
    }

    /** A duration in whole seconds; one with a fraction is refused. 0 when it is missing or wrong. */
    public long durationSeconds(String key) {
        long micros = durationMicros(key);
        if (micros % 1_000_000 != 0) {
            problems.add(Problem.error(
                    "out-of-range",
                    at(key),
                    "Expected whole seconds for '%s', but found %s.".formatted(key, found(key)),
                    ""));
        }
        return micros / 1_000_000;
    }

    /** {@code true} or {@code false}; false when it is missing or wrong. */
    public boolean flag(String key) {
        return find(key).map(node -> scalars.flag(key, node)).orElse(false);
    }

    /** The items of a list; none when it is missing or wrong. */
    public List<DocumentNode> items(String key) {
        Optional<DocumentNode> value = find(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof Sequence sequence) {
            return sequence.items();
        }
        problems.add(Problem.error(
                "wrong-type",
                value.get().location(),
                "Expected a list for '%s', but found %s."
                        .formatted(key, value.get().kind()),
                value.get() instanceof Scalar scalar && !scalar.text().isEmpty()
                        ? "Maybe write [%s].".formatted(ScalarKind.cut(scalar.text()))
                        : ""));
        return List.of();
    }

    /** The items of a list of texts, those that are none reported and left out. */
    public List<Scalar> texts(String key) {
        List<Scalar> texts = new ArrayList<>();
        for (DocumentNode item : items(key)) {
            if (item instanceof Scalar scalar && !scalars.text(key, item).isEmpty()) {
                texts.add(scalar);
            } else if (!(item instanceof Scalar)) {
                scalars.text(key, item);
            }
        }
        return texts;
    }

    /** The mapping under {@code key}, read as {@code inner}; empty when it is missing or none. */
    public Optional<Fields> mapping(String key, Shape inner) {
        return find(key).flatMap(node -> read(inner, node, problems));
    }

    /**
     * Exactly one of the keys of a shape whose keys exclude each other; empty, and reported, when there is none or more
     * than one.
     */
    public Optional<String> onlyOne(List<String> among) {
        List<String> found = present(among);
        if (found.size() == 1) {
            return Optional.of(found.get(0));
        }
        boolean alreadyReported = found.isEmpty() && !isSound();
        if (!alreadyReported) {
            problems.add(Problem.error(
                    "one-of",
                    mapping.location(),
                    "Expected exactly one of %s in the %s, but found %s."
                            .formatted(
                                    String.join(", ", among),
                                    shape.name(),
                                    found.isEmpty() ? "none" : String.join(" and ", found)),
                    ""));
        }
        return Optional.empty();
    }

    /** Reports something about the value of {@code key} that only the caller can know. */
    public void report(String key, String rule, String message, String advice) {
        problems.add(Problem.error(rule, at(key), message, advice));
    }
}
