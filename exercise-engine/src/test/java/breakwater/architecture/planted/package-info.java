/** Classes that break the rules of {@link breakwater.architecture.ArchitectureTest} on purpose; used by nobody. */
@NullMarked
package breakwater.architecture.planted;

import org.jspecify.annotations.NullMarked;
