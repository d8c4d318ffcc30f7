/**
 * The walls of the pure module, as tests: which package may use which, which library stays in which package, and what a
 * pure package never calls. {@link breakwater.architecture.ArchitectureTest} is the map to read; {@code planted} holds
 * classes that break each rule on purpose, so that no rule can go blind unnoticed.
 */
@NullMarked
package breakwater.architecture;

import org.jspecify.annotations.NullMarked;
