/**
 * The command line: the only place that reads and writes files, prints, and decides an exit code (0 done and good, 1
 * problems found, 2 wrong usage). Each command is one class that calls the pure modules and prints what they return.
 */
@NullMarked
package breakwater.tabletop.cli;

import org.jspecify.annotations.NullMarked;
