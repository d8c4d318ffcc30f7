package breakwater.document;

import breakwater.problem.Problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A list of things with names, read in two steps: first all names are declared, in this and other sections, then the
 * things are built and may refer to each other.
 */
public final class Section {

    private static final String NAME_KEY = "id";

    private final Shape shape;
    private final NameTable table;
    private final Problems problems;
    private final List<String> names = new ArrayList<>();
    private final List<Fields> items = new ArrayList<>();

    /**
     * An empty section.
     *
     * @param shape of its items; has the key {@code id}
     * @param table where their names are declared
     */
    public Section(Shape shape, NameTable table, Problems problems) {
        this.shape = shape;
        this.table = table;
        this.problems = problems;
    }

    /** Declares the names of {@code nodes} and keeps them for {@link #build}. */
    public void addAll(List<DocumentNode> nodes) {
        for (DocumentNode node : nodes) {
            Fields.read(shape, node, problems).ifPresent(fields -> {
                names.add(table.declare(fields, NAME_KEY));
                items.add(fields);
            });
        }
    }

    /** What {@code read} makes of the items, by name and fields; of one without a usable name nothing. */
    public <T> List<T> build(BiFunction<String, Fields, Optional<T>> read) {
        List<T> built = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            // A nameless item is read for its other problems under a name that passes, and dropped.
            boolean named = !names.get(i).isEmpty();
            Optional<T> value =
                    read.apply(named ? names.get(i) : "nameless", items.get(i).resume());
            if (named) {
                value.ifPresent(built::add);
            }
        }
        return built;
    }
}
