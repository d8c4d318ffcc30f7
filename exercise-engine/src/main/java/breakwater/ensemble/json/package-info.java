/** Writes what a rehearsal found as {@code rehearsal.json}. */
@NullMarked
package breakwater.ensemble.json;

import org.jspecify.annotations.NullMarked;
