/** From a playbook file to a {@link breakwater.playbook.Playbook}, or to all that is wrong with its form. */
@NullMarked
package breakwater.playbook.yaml;

import org.jspecify.annotations.NullMarked;
