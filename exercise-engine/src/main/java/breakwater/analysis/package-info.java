/**
 * Looks at a network before anything fails in it: what single failure cuts off whom, and how many ways services have.
 * After the network is read, beside the drill: nothing of the engine is used, so that a planner learns from it where to
 * strike and need not believe the engine. Speed does not matter here, so the graph algorithms are JGraphT's.
 */
@NullMarked
package breakwater.analysis;

import org.jspecify.annotations.NullMarked;
