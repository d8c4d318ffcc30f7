/** Breaks rules on purpose. */
@NullMarked
package breakwater.architecture.planted.scoring;

import org.jspecify.annotations.NullMarked;
