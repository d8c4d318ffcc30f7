/** From a {@link breakwater.playbook.Playbook} to the one text in which it is written. */
@NullMarked
package breakwater.playbook.format;

import org.jspecify.annotations.NullMarked;
