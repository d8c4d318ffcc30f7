/**
 * Keeps the domains of a drill together: windows, envelopes, injects and answers. Reports in, grants out.
 *
 * <p>{@link breakwater.conductor.Conductor} decides windows for one thread, many threads or many operators alike; there
 * is no second algorithm. {@link breakwater.conductor.ExerciseControl} releases the MSEL.
 */
@NullMarked
package breakwater.conductor;

import org.jspecify.annotations.NullMarked;
