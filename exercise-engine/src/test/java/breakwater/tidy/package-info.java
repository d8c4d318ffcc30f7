/**
 * Style as a test, over the sources of all modules: how long a method and a file may be, how many parameters a method
 * takes, which package names say nothing. What may differ stands by name, with the reason, in
 * {@link breakwater.tidy.TidyTest}.
 */
@NullMarked
package breakwater.tidy;

import org.jspecify.annotations.NullMarked;
