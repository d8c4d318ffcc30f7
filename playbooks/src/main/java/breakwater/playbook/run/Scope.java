package breakwater.playbook.run;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Variables of a run, or of a branch: a branch sees what was set before it began and what it set itself. */
final class Scope {

    private final @Nullable Scope outer;
    private final Map<String, Object> values;

    private Scope(@Nullable Scope outer, Map<String, Object> values) {
        this.outer = outer;
        this.values = values;
    }

    /** The variables of a run, with their first values. */
    static Scope of(Map<String, Object> first) {
        return new Scope(null, new TreeMap<>(first));
    }

    /** A branch: a copy of now, so that what siblings set is not seen. */
    Scope branch() {
        return new Scope(new Scope(null, all()), new HashMap<>());
    }

    private Map<String, Object> all() {
        Map<String, Object> all = outer == null ? new TreeMap<>() : outer.all();
        all.putAll(values);
        return all;
    }

    /** Takes over what a branch set. */
    void merge(Scope branch) {
        values.putAll(branch.values);
    }

    void set(String name, Object value) {
        values.put(name, value);
    }

    Object get(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Object value = scope.values.get(name);
            if (value != null) {
                return value;
            }
        }
        throw new IllegalArgumentException("The variable (%s) is not declared.".formatted(name));
    }
}
