/** Breaks rules on purpose. */
@NullMarked
package breakwater.architecture.planted.engine;

import org.jspecify.annotations.NullMarked;
