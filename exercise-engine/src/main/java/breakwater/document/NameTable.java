package breakwater.document;

import breakwater.document.DocumentNode.Scalar;
import breakwater.problem.Location;
import breakwater.problem.Nearest;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The names of one kind of thing: where each was declared, so that a second declaration and a reference to none can be
 * reported. A name is declared even when the rest of its thing is wrong: references to it are then not reported too.
 */
public final class NameTable {

    /**
     * So many names are compared for suggestions in all; a hostile file gets its problems, but no suggestions beyond.
     */
    private static final int COMPARISONS_MAX = 5_000_000;

    private final String kind;
    private final Predicate<String> isName;
    private final Problems problems;
    private final Map<String, Location> places = new TreeMap<>();
    private int comparisons;
    private boolean complete = true;

    /**
     * An empty table.
     *
     * @param kind what a person calls such a thing, without article
     * @param isName what a name may look like
     */
    public NameTable(String kind, Predicate<String> isName, Problems problems) {
        this.kind = kind;
        this.isName = isName;
        this.problems = problems;
    }

    /** Declares the name under {@code key}; the empty text when it is missing, malformed or used before. */
    public String declare(Fields fields, String key) {
        String name = fields.text(key);
        if (name.isEmpty()) {
            return "";
        }
        Location at = fields.at(key);
        if (!isName.test(name)) {
            problems.add(Problem.error(
                    "bad-name",
                    at,
                    "Expected a name of letters, digits and ._:~@+/- that starts with a letter or digit and has at most 80 characters, but found '%s'."
                            .formatted(ScalarKind.cut(name)),
                    ""));
            return "";
        }
        Location earlier = places.putIfAbsent(name, at);
        if (earlier != null) {
            problems.add(Problem.error(
                    "duplicate-name",
                    at,
                    "Expected each %s to have a name of its own, but '%s' stands already at %s."
                            .formatted(kind, name, earlier),
                    ""));
            return "";
        }
        return name;
    }

    /**
     * Says that names may be missing here, because a file that declares some could not be read: from now on every
     * well-formed name counts as known, so that one mistake is not reported many times.
     */
    public void lackNames() {
        complete = false;
    }

    /** Declares all names of {@code other}; lacks names when it does. */
    public void declareAll(NameTable other) {
        other.places.forEach(places::putIfAbsent);
        complete &= other.complete;
    }

    /** Declares a name that comes from elsewhere and is known to be good. */
    public void declare(String name, Location at) {
        places.putIfAbsent(name, at);
    }

    /**
     * Whether the name under {@code key} is declared; if not, that is reported. A missing value is not reported again.
     */
    public boolean knows(Fields fields, String key) {
        String name = fields.text(key);
        return !name.isEmpty() && knows(key, name, fields.at(key));
    }

    /** Whether the names under both keys are declared; each that is not is reported. */
    public boolean knowsBoth(Fields fields, String key, String otherKey) {
        boolean first = knows(fields, key);
        boolean second = knows(fields, otherKey);
        return first && second;
    }

    /** Whether the name that stands in {@code scalar} is declared; if not, that is reported. */
    public boolean knows(String key, Scalar scalar) {
        return knows(key, scalar.text(), scalar.location());
    }

    private boolean knows(String key, String name, Location at) {
        if (places.containsKey(name) || (!complete && isName.test(name))) {
            return true;
        }
        problems.add(Problem.error(
                "unknown-" + kind.replace(' ', '-'),
                at,
                "Expected a known %s for '%s', but found '%s'."
                        .formatted(kind, key, ScalarKind.cut(name)),
                advice(name)));
        return false;
    }

    private String advice(String name) {
        if (comparisons > COMPARISONS_MAX) {
            return "";
        }
        comparisons += places.size();
        String nearest = Nearest.adviceAmong(places.keySet(), name);
        boolean few = !places.isEmpty() && places.size() <= 8;
        return nearest.isEmpty() && few
                ? "Maybe one of: " + String.join(", ", places.keySet()) + "."
                : nearest;
    }

    /** Where {@code name} was declared. */
    public Location placeOf(String name) {
        Location at = places.get(name);
        if (at == null) {
            throw new IllegalArgumentException(
                    "The %s (%s) was not declared.".formatted(kind, name));
        }
        return at;
    }

    /** All names, sorted. */
    public Set<String> names() {
        return Collections.unmodifiableSet(places.keySet());
    }
}
