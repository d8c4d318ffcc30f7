/** The action catalogue: what a playbook can have the engine do, with typed inputs and results. */
@NullMarked
package breakwater.playbook.action;

import org.jspecify.annotations.NullMarked;
