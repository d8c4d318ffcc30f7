/** Breaks rules on purpose. */
@NullMarked
package breakwater.architecture.planted.stray;

import org.jspecify.annotations.NullMarked;
