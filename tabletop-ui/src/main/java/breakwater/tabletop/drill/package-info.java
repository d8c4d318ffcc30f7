/**
 * Plays a drill on this machine and leaves its log: the shell around the pure conductor, with files, threads and a
 * progress bar.
 */
@NullMarked
package breakwater.tabletop.drill;

import org.jspecify.annotations.NullMarked;
