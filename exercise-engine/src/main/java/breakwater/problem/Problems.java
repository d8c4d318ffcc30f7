package breakwater.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects the problems of one reading. Not thread-safe: one reading, one collector.
 *
 * <p>At most {@value #LIMIT} problems are kept, so that a hostile file cannot fill the memory; the rest are counted.
 */
public final class Problems {

    /** More than a person will read, few enough to hold. */
    public static final int LIMIT = 1_000;

    private final List<Problem> found = new ArrayList<>();
    private int beyondLimit;
    private int errors;

    public void add(Problem problem) {
        if (problem.isError()) {
            errors++;
        }
        if (found.size() < LIMIT) {
            found.add(problem);
        } else {
            beyondLimit++;
        }
    }

    public void addAll(List<Problem> problems) {
        problems.forEach(this::add);
    }

    public boolean hasErrors() {
        return errors > 0;
    }

    /** How many errors were added so far, those beyond the limit included; warnings do not count. */
    public int countErrors() {
        return errors;
    }

    /** All that was kept, in file order. */
    public List<Problem> inFileOrder() {
        List<Problem> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing((Problem p) -> p.location().file())
                .thenComparingInt(p -> p.location().line())
                .thenComparingInt(p -> p.location().column()));
        return List.copyOf(sorted);
    }

    /** How many problems were found beyond {@value #LIMIT}. */
    public int countBeyondLimit() {
        return beyondLimit;
    }
}
