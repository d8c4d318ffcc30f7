/**
 * The engine's oracle: the same drill by fixed time steps, slow and simple, and the workload both are compared on.
 */
@NullMarked
package breakwater.engine.oracle;

import org.jspecify.annotations.NullMarked;
