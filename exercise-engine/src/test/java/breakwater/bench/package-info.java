/**
 * The benchmarks that hold the engine to its speed, each beside its peers in the same run; {@code
 * exercise-engine/bench} starts them. Times are CPU times of a thread; every contestant runs in a JVM of its own, the
 * contestants take turns, and no time counts before all of them have proved that they did the same work. Never part of
 * a test that is timed. Figures and how to read them: {@code docs/internals/benchmarks.md}.
 */
@NullMarked
package breakwater.bench;

import org.jspecify.annotations.NullMarked;
