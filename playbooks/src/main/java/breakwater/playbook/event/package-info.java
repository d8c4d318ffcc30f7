/** The events a playbook can be started by or wait for, in the words of the language. */
@NullMarked
package breakwater.playbook.event;

import org.jspecify.annotations.NullMarked;
