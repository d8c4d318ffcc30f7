package breakwater.bench;

import java.util.List;
import java.util.Optional;

/** A workload, those who compete on it, and what the outcome must be. */
public interface Benchmark {

    /** As it is called on the command line, for example {@code B1}. */
    String name();

    /** One line that says what the work is. */
    String title();

    /** The names of the contestants, the product's own first; none if it measures apart. */
    List<String> contestants();

    /** Makes a contestant, ready to run. Called in the contestant's JVM. */
    Contestant contestant(String name);

    /** The figures of a benchmark that runs processes of its own instead of contestants; empty for all others. */
    default Optional<List<Figure>> measureApart() {
        return Optional.empty();
    }

    /** Compares the outcomes, one per contestant, and applies the bars. */
    List<Figure> figures(Outcomes outcomes);
}
