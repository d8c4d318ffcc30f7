/**
 * What is wrong in a file a planner wrote: one type for every {@link breakwater.problem.Problem}, collected, never
 * thrown at the first. Used by every reader; uses nothing.
 */
@NullMarked
package breakwater.problem;

import org.jspecify.annotations.NullMarked;
