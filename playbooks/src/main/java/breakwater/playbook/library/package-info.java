/** The playbooks that ship with the product, to start from. */
@NullMarked
package breakwater.playbook.library;

import org.jspecify.annotations.NullMarked;
