package breakwater.bench;

import java.util.Optional;

/** One way to do a benchmark's work. Lives in a JVM of its own, in which nothing else runs. */
public interface Contestant {

    /** What the work comes to, over a fixed small part of it. Contestants of a benchmark must agree to the letter. */
    String proof();

    /** How many rounds to time; the first half warms up. */
    int rounds();

    /** Does one round and returns how many events it handled. */
    long round(int number);

    /** What is checked over the rounds that were timed; empty if all is well. */
    default String complaint() {
        return "";
    }

    /** A class of the library that does the work, if it is a peer's; for its version. */
    default Optional<Class<?>> library() {
        return Optional.empty();
    }
}
