/**
 * An exercise made ready for the engine: who owns what, int-indexed per domain, the candidate paths of every segment,
 * what each fault touches. Immutable, made once, shared by all replications and threads.
 */
@NullMarked
package breakwater.engine.plan;

import org.jspecify.annotations.NullMarked;
