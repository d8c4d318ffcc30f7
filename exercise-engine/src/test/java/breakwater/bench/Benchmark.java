package breakwater.bench;

import java.util.List;

/** A workload, those who compete on it, and what the outcome must be. */
interface Benchmark {

    /** As it is called on the command line, for example {@code B1}. */
    String name();

    /** One line that says what the work is. */
    String title();

    /** The names of the contestants, the product's own first. */
    List<String> contestants();

    /** Makes a contestant, ready to run. Called in the contestant's JVM. */
    Contestant contestant(String name);

    /** Compares the outcomes, one per contestant, and applies the bars. */
    List<Figure> figures(Outcomes outcomes);
}
